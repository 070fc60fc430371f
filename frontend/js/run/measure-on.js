// The way on where a claim is not clear yet: the same run at the next effort, which keeps what was measured.
import { measureOn } from "./measure-on-actions.js";
import { nextEffort } from "./next-effort.js";
import { store } from "../base/store.js";
import { html, nothing, PageElement } from "../base/element.js";

class MeasureOn extends PageElement {
  static properties = { experiment: { attribute: false }, run: { attribute: false } };

  render() {
    const { experiment, run } = this;
    const next = nextEffort(experiment, run);
    if (!next || store.state.runs[experiment.id] !== run || store.state.site?.readOnly) return nothing;
    return html`<button type="button" class="small" @click=${() => measureOn(experiment.id, next.id)}>
      Measure on, with ${next.label.toLowerCase()} effort</button>
      <small>What was measured is kept.</small>`;
  }
}

customElements.define("measure-on", MeasureOn);
