// The guide's table of contents: its sections with a mark per experiment, the open one's experiments by name, the
// theme, and the machine.
import { markInWords, markOf } from "../answer/last-results.js";
import { below } from "../base/root.js";
import { html, nothing, PageElement } from "../elements/element.js";
import "../machine/machine-card.js";
import "./queue-button.js";
import "../elements/theme-switch.js";

customElements.define("guide-nav", class extends PageElement {
  static properties = { state: { attribute: false } };

  #section({ number, title }, own) {
    const { section, results, page } = this.state;
    const open = number === section && (!page || page === "maker");
    const measured = own.filter(({ id }) => results[id]).length;
    return html`<li><a href=${below(`/?v=1&section=${number}`)} aria-current=${open ? "page" : "false"}
        @click=${(event) => this.follow(event, "open-section", number)}>
      <b aria-hidden="true">${number}</b><span>${title}</span>
      <span class="marks"><span class="unseen">, ${measured} of ${own.length} measured</span>${own.map(
        ({ id }) => html`<i data-verdict=${markOf(results[id])} aria-hidden="true"></i>`,
      )}</span></a>
      ${number === section ? this.#experiments(own) : nothing}</li>`;
  }

  #experiments(own) {
    const { results, at } = this.state;
    return html`<ul>${own.map(
      ({ id, section, title }) => html`<li><a href=${below(`/?v=1&section=${section}&at=${id}`)}
          aria-current=${id === at ? "location" : "false"}
          @click=${(event) => this.follow(event, "open-experiment", id)}>
        <i data-verdict=${markOf(results[id])} aria-hidden="true"></i><span>${title}</span><span
          class="unseen">, ${markInWords(results[id])}</span></a></li>`,
    )}</ul>`;
  }

  render() {
    const { sections, experiments, machine, queue, ceilings, ceilingsFault, site } = this.state;
    const kind = site?.kinds?.find((one) => one.kind === experiments[0]?.machine);
    return html`
      <nav aria-label="Guide">
        <a class="mark" href=${below("/")}><svg viewBox="0 0 26 26" aria-hidden="true">
          <path d="M4 5h10"></path><path d="M4 13h18"></path><path d="M4 21h14"></path></svg>Lanes</a>
        <ol>${sections.map((section) => {
          const own = experiments.filter((experiment) => experiment.section === section.number);
          return own.length > 0 ? this.#section(section, own) : nothing;
        })}</ol>
        <div class="nav-foot">
          ${
            experiments.length > 0
              ? html`<queue-button .scope=${"guide"} .experiments=${experiments} .queue=${queue}></queue-button>`
              : nothing
          }
          <theme-switch></theme-switch>
          <a class="elsewhere" href=${below("/r#machines")}>Results from other machines</a>
          <a class="elsewhere" href=${below("/r#runs")}>Stored runs</a>
          <a class="elsewhere" href=${below("/?v=1&page=glossary")}
            @click=${(event) => this.follow(event, "open-part", "glossary")}>Glossary</a>
          <a class="elsewhere" href=${below("/?v=1&page=maker")}
            @click=${(event) => this.follow(event, "open-part", "maker")}>Make a lesson</a>
          <button class="elsewhere" @click=${() => this.say("list-shortcuts")}>Keyboard shortcuts</button>
          ${site?.kinds ? html`<machine-kinds></machine-kinds>` : nothing}
          ${
            machine
              ? html`<machine-card .machine=${machine} .heading=${kind?.label} .ceilings=${ceilings} .fault=${ceilingsFault}
                  .fixed=${site?.mode === "hosted"}></machine-card>`
              : nothing
          }
        </div>
      </nav>`;
  }

  updated() {
    // After what is drawn now: to ask for sizes earlier would lay out the page before the rest of it is there.
    requestAnimationFrame(() => {
      const current = this.querySelector("[aria-current=page]");
      const list = this.querySelector("ol");
      if (current && list.scrollWidth > list.clientWidth) {
        list.scrollLeft = current.offsetLeft - list.offsetLeft - 16;
      }
    });
  }
});
