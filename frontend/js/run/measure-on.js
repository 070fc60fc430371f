// The way on where a claim is not clear yet: the same run at the next effort, which keeps what was measured.
import { measureOn } from "./measure-on-actions.js";
import { nextEffort } from "./next-effort.js";
import { store } from "../base/store.js";
import { html, nothing, PageElement } from "../elements/element.js";

customElements.define("measure-on", class extends PageElement {
  static properties = { experiment: { attribute: false }, run: { attribute: false } };

  render() {
    const { experiment } = this;
    const run = this.run?.source ?? this.run; // without what an edit adds to its card
    const next = nextEffort(experiment, run);
    const { runs, site } = store.state;
    if (!next || runs[experiment.id] !== run || site?.readOnly) return nothing;
    if (run.edits?.length && !site?.workshop) return html`<small>Edited code is measured on only where it can be edited.</small>`;
    return html`<button type="button" class="small" @click=${() => measureOn(experiment.id, next.id)}>
      Measure on, with ${next.label.toLowerCase()} effort</button>
      <small>What was measured is kept.</small>`;
  }
});
