// The kind of machine to measure on, among the controls of a card, and a button for all kinds at once.
import { html, nothing } from "../elements/element.js";
import { store } from "../base/store.js";
import { chooseKind } from "./kind-actions.js";
import { isAway, kindInWords } from "./kind-words.js";
import { KindsElement } from "./kinds-element.js";

customElements.define("run-on", class extends KindsElement {
  static properties = { experiment: { attribute: false } };

  take({ kinds, site }) {
    return kinds ?? site?.kinds ?? null;
  }

  /** A kind that was not to be had leaves the choice as it was. */
  async #choose(list) {
    await chooseKind(list.value);
    list.value = store.state.experiments[0].machine;
  }

  render() {
    const { experiment, now } = this;
    if (!experiment || !now || now.length < 2) return nothing;
    const id = `${experiment.id}-machine`;
    const up = now.filter((one) => !isAway(one)).length;
    return html`<div class="field run-on"><label for=${id}>Run on</label>
      <select id=${id} @change=${({ target }) => this.#choose(target)}>${now.map(
        (one) => html`<option value=${one.kind}
          ?selected=${one.kind === experiment.machine}>${kindInWords(one)}</option>`,
      )}</select>
      <button type="button" class="small" ?disabled=${up < 2} @click=${() => this.say("run-on-all", experiment.id)}>Run on
        all kinds</button></div>`;
  }
});
