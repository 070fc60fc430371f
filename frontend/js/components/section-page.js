// The open section: its text, and its experiments as cards.
import { keyed } from "lit/directives/keyed.js";
import { isMeasuring } from "../run-state.js";
import { html, nothing, PageElement } from "./element.js";
import "./experiment-card.js";

export class SectionPage extends PageElement {
  static properties = { state: { attribute: false } };

  updated() {
    const { sections, section } = this.state;
    document.title = `${sections.find((one) => one.number === section).title} · Lanes`;
  }

  render() {
    const { sections, section, experiments, codes, settings, views, faults, runs, notice } = this.state;
    const { number, headline, lead } = sections.find((one) => one.number === section);
    const busy = Object.values(runs).some((run) => run && isMeasuring(run));
    return html`
      <header class="prose">
        <p class="eyebrow">Section ${number} of ${sections.length}</p>
        <h1>${headline}</h1>
        <p>${lead}</p>
      </header>
      ${notice ? html`<p class="notice" role="status">${notice}</p>` : nothing}
      ${experiments
        .filter((experiment) => experiment.section === section)
        .map((experiment) => {
          const { id } = experiment;
          return keyed(
            id,
            html`<experiment-card .experiment=${experiment} .code=${codes[id]} .settings=${settings[id]}
          .view=${views[id]} .faults=${faults[id]} .run=${runs[id]} .busy=${busy}></experiment-card>`,
          );
        })}`;
  }
}

customElements.define("section-page", SectionPage);
