// The kind of machine to measure on, among the controls of a card; all kinds at once beside it.
import { LiveElement } from "../base/live-element.js";
import { html, nothing } from "../base/element.js";
import { runOnAll } from "./all-kinds-actions.js";
import { chooseKind } from "./kind-actions.js";
import { isAway, kindInWords } from "./kind-words.js";

class RunOn extends LiveElement {
  static properties = { experiment: { attribute: false } };

  take({ kinds, site }) {
    return kinds ?? site?.kinds ?? null;
  }

  render() {
    const { experiment, now } = this;
    if (!now || now.length < 2) return nothing;
    const id = `${experiment.id}-machine`;
    return html`<div class="field run-on"><label for=${id}>Run on</label>
      <select id=${id} @change=${({ target }) => chooseKind(target.value)}>${now.map(
        (one) => html`<option value=${one.kind} ?selected=${one.kind === experiment.machine}>${kindInWords(one)}</option>`,
      )}</select>
      <button type="button" class="small" ?disabled=${now.filter((one) => !isAway(one)).length < 2}
        @click=${() => runOnAll(experiment.id)}>Run on all kinds</button></div>`;
  }
}

customElements.define("run-on", RunOn);
