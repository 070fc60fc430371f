// The recorded runs that come with Lanes: each machine with its card and what it measured.
import { dayInWords } from "../base/dates.js";
import { machineInWords } from "../machine/machine-words.js";
import { below } from "../base/root.js";
import { addSheet } from "../elements/style-sheets.js";
import { html, PageElement } from "../elements/element.js";
import "../machine/machine-card.js";

await addSheet("machine-gallery");

customElements.define("machine-gallery", class extends PageElement {
  static properties = { machines: { attribute: false } };

  #machine({ id, machine, recordedOn, judgedOn, lanesVersion, experiments }) {
    return html`
      <li class="recorded" aria-labelledby=${`recorded-${id}`}>
        <h2 id=${`recorded-${id}`}>${machineInWords(machine)}</h2>
        <p class="quiet">recorded on ${dayInWords(recordedOn)}${lanesVersion ? ` with Lanes ${lanesVersion}` : ""}${
          judgedOn ? `; answers by the rules of ${dayInWords(judgedOn)}` : ""
        }</p>
        <ul class="recorded-list">${experiments.map(
          (one) => html`<li><a href=${below(`/r#r=recorded:${id}/${one.id}`)}>${one.title}</a>
            <span>${one.headline ?? ""}</span></li>`,
        )}</ul>
        <machine-card .machine=${machine} heading="The machine"></machine-card>
      </li>`;
  }

  render() {
    return html`
      <header class="prose section-head"><p class="eyebrow">Recorded runs</p><h1>Results from other machines</h1>
        <p>Complete runs of the guide on otherwise idle machines. You can open each, compare it with others, and run
          it here.</p></header>
      ${
        this.machines.length > 0
          ? html`<ul class="gallery">${this.machines.map((one) => this.#machine(one))}</ul>`
          : html`<p class="notice" role="status">This server has no recorded runs.</p>`
      }`;
  }
});
