// The guide's table of contents: the sections that have experiments, the theme, and the machine.
import { html, PageElement } from "./element.js";
import "./machine-card.js";
import "./theme-switch.js";

export class GuideNav extends PageElement {
  static properties = { state: { attribute: false } };

  #open(event, number) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    this.say("open-section", number);
  }

  render() {
    const { sections, experiments, measured, section, machine } = this.state;
    const own = (number) => experiments.filter((experiment) => experiment.section === number);
    return html`
      <nav aria-label="Guide">
        <a class="mark" href="/"><svg viewBox="0 0 26 26" aria-hidden="true">
          <path d="M4 5h10"></path><path d="M4 13h18"></path><path d="M4 21h14"></path></svg>Lanes</a>
        <ol>${sections
          .filter(({ number }) => own(number).length > 0)
          .map(({ number, title }) => {
            const here = own(number);
            const done = here.filter(({ id }) => measured.has(id)).length;
            return html`<li><a href=${`?v=1&section=${number}`} aria-current=${number === section ? "page" : "false"}
              @click=${(event) => this.#open(event, number)}>
            <b aria-hidden="true">${number}</b><span>${title}</span>
            <i title="measured / experiments"><span class="unseen">, measured </span>${done}/${here.length}</i>
          </a></li>`;
          })}</ol>
        <div class="nav-foot">
          <theme-switch></theme-switch>
          ${machine ? html`<machine-card .machine=${machine}></machine-card>` : ""}
        </div>
      </nav>`;
  }

  updated() {
    const current = this.querySelector("[aria-current=page]");
    const list = this.querySelector("ol");
    if (current && list.scrollWidth > list.clientWidth) {
      list.scrollLeft = current.offsetLeft - list.offsetLeft - 16;
    }
  }
}

customElements.define("guide-nav", GuideNav);
