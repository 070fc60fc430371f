// The open section: its text, and its experiments as cards where the text places them.
import { keyed } from "lit/directives/keyed.js";
import { cardOf, cards } from "./card-of.js";
import { sectionParts } from "./section-text.js";
import { html, nothing, PageElement } from "../elements/element.js";
import "./queue-button.js";
import "./text-part.js";

customElements.define("section-page", class extends PageElement {
  static properties = { state: { attribute: false } };

  attached() {
    cards.catch(() => this.say("part-missing"));
  }

  updated() {
    const { sections, section } = this.state;
    document.title = `${sections.find((one) => one.number === section).title} · Lanes`;
  }

  /** The text with its cards; nothing until the text is there, so that no card moves under the reader's eyes. */
  #body(own) {
    const { texts, section, machine } = this.state;
    const text = texts[section];
    if (!text) return html`<p class="waiting" role="status">Loading the text…</p>`;
    return html`
      ${
        text.problem
          ? html`<p class="notice" role="status">The text could not be loaded. ${text.problem.message}</p>`
          : nothing
      }
      ${sectionParts(text.html, own).map((part) =>
        part.html
          ? html`<text-part class="prose" .html=${part.html} .machine=${machine}></text-part>`
          : cardOf(this.state, part.experiment),
      )}`;
  }

  render() {
    const { sections, section, experiments, texts, notice, queue } = this.state;
    const { number, headline, lead } = sections.find((one) => one.number === section);
    const own = experiments.filter((experiment) => experiment.section === section);
    return html`
      <header class="prose section-head">
        <p class="eyebrow">Section ${number} of ${sections.length}</p>
        <queue-button .scope=${section} .experiments=${own} .queue=${queue}></queue-button>
        <h1>${headline}</h1>
        ${texts[section]?.html ? nothing : html`<p>${lead}</p>`}
      </header>
      ${notice ? html`<p class="notice" role="status">${notice}</p>` : nothing}
      ${keyed(section, html`<div class="section-body">${this.#body(own)}</div>`)}`;
  }
});
