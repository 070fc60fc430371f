// While a lesson is made: an eye on a part of the page, which hides that part on all of its cards.
import { LiveElement } from "../base/live-element.js";
import { store } from "../base/store.js";
import { toggleHidden } from "./maker-actions.js";
import { HIDDEN_WORDS } from "./lesson-words.js";
import { html, nothing, svg } from "../base/element.js";

const sign = (hidden) => svg`<svg class="eye-sign" viewBox="0 0 16 16" aria-hidden="true">
  <path d="M1 8q7-9 14 0-7 9-14 0z"></path>
  <circle cx="8" cy="8" r="2"></circle>${hidden ? svg`<path d="M2 14L14 2"></path>` : nothing}</svg>`;

customElements.define("lesson-eye", class extends LiveElement {
  static properties = { part: {} };

  render() {
    const { draft, page } = store.state;
    if (page !== "maker" || !draft) return nothing;
    const hidden = draft.hide.includes(this.part);
    const word = hidden ? "Hidden" : "Hide";
    return html`<button type="button" class="lock" aria-pressed=${hidden ? "true" : "false"}
      aria-label=${`${word}: ${HIDDEN_WORDS[this.part]}`} @click=${() => toggleHidden(this.part)}>${sign(hidden)}
      ${word}</button>`;
  }
});
