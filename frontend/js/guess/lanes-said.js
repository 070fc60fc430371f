// Figures of the guide in its text, covered until there is a guess.
import { guessMode, isCovered, uncover } from "../base/guessing.js";
import { store } from "../base/store.js";
import { html } from "../elements/element.js";
import { LiveElement } from "../elements/live-element.js";

/** `{guide: id: figure}`: what the guide says of an experiment. */
customElements.define("lanes-said", class extends LiveElement {
  static properties = { experiment: {} };

  #figure = null;

  connectedCallback() {
    if (this.#figure === null) {
      this.#figure = this.textContent;
      this.textContent = "";
    }
    super.connectedCallback();
  }

  take(state) {
    return Boolean(store.experiment(this.experiment)) && isCovered(state, this.experiment);
  }

  render() {
    if (!this.now) return html`${this.#figure}`;
    if (guessMode(store.state) === "must") return html`<span class="covered">…</span>`;
    return html`<button type="button" class="covered" title="Covered until you guess. Press to show it."
      @click=${() => uncover(this.experiment)}><span class="unseen">Show what the guide says</span>…</button>`;
  }
});
