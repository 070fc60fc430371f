// The signs of a lesson on the page: an eye on a part, a lock on a control.
import { LiveElement } from "../elements/live-element.js";
import { store } from "../base/store.js";
import { toggleHidden, toggleLock } from "./maker-actions.js";
import { HIDDEN_WORDS } from "./lesson-words.js";
import { html, nothing, svg } from "../elements/element.js";

const making = () => store.state.page === "maker" && store.state.draft;

const eye = (hidden) => svg`<svg class="eye-sign" viewBox="0 0 16 16" aria-hidden="true">
  <path d="M1 8q7-9 14 0-7 9-14 0z"></path>
  <circle cx="8" cy="8" r="2"></circle>${hidden ? svg`<path d="M2 14L14 2"></path>` : nothing}</svg>`;

/** While a lesson is made: an eye on a part of the page, which hides that part on all of its cards. */
customElements.define("lesson-eye", class extends LiveElement {
  static properties = { part: {} };

  render() {
    if (!making()) return nothing;
    const hidden = store.state.draft.hide.includes(this.part);
    const word = hidden ? "Hidden" : "Hide";
    return html`<button type="button" class="lock" aria-pressed=${hidden ? "true" : "false"}
      aria-label=${`${word}: ${HIDDEN_WORDS[this.part]}`} @click=${() => toggleHidden(this.part)}>${eye(hidden)}
      ${word}</button>`;
  }
});

const padlock = (closed) => svg`<svg class="lock-sign" viewBox="0 0 16 16" aria-hidden="true">
  <rect x="3" y="7" width="10" height="7" rx="1.5"></rect>
  <path d=${closed ? "M5 7V5a3 3 0 0 1 6 0v2" : "M5 7V4a3 3 0 0 1 6 0"}></path></svg>`;

/** A lock on a control: in a lesson it says who set it, and while a lesson is made it is put on and taken off here. */
customElements.define("lesson-lock", class extends LiveElement {
  static properties = { key: {} };

  #locked() {
    const { draft, lesson } = store.state;
    return Boolean((making() ? draft : lesson)?.lock.includes(this.key));
  }

  /** The controls of the field cannot be changed as long as a lesson locks them. */
  updated() {
    const locked = this.#locked() && !making();
    for (const control of this.parentElement.querySelectorAll("input, select, button:not(.lock)")) {
      if (locked) {
        control.disabled = true;
        control.dataset.locked = "";
      } else if ("locked" in control.dataset) {
        control.disabled = false;
        delete control.dataset.locked;
      }
    }
  }

  render() {
    const locked = this.#locked();
    if (making()) {
      return html`<button type="button" class="lock" aria-pressed=${locked ? "true" : "false"}
        @click=${() => toggleLock(this.key)}>${padlock(locked)} ${locked ? "Locked" : "Lock"}</button>`;
    }
    return locked ? html`<span class="lock">${padlock(true)} set by your teacher</span>` : nothing;
  }
});
