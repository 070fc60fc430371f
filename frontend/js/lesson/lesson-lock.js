// A lock on a control: in a lesson it says who set it, and while a lesson is made it is put on and taken off here.
import { LiveElement } from "../base/live-element.js";
import { store } from "../base/store.js";
import { toggleLock } from "./maker-actions.js";
import { html, nothing, svg } from "../base/element.js";

const sign = (closed) => svg`<svg class="lock-sign" viewBox="0 0 16 16" aria-hidden="true"><rect x="3" y="7" width="10"
  height="7" rx="1.5"></rect><path d=${closed ? "M5 7V5a3 3 0 0 1 6 0v2" : "M5 7V4a3 3 0 0 1 6 0"}></path></svg>`;

customElements.define("lesson-lock", class extends LiveElement {
  static properties = { key: {} };

  #making() {
    return store.state.page === "maker" && store.state.draft;
  }

  #locked() {
    const { draft, lesson } = store.state;
    return Boolean((this.#making() ? draft : lesson)?.lock.includes(this.key));
  }

  /** The controls of the field cannot be changed as long as a lesson locks them. */
  updated() {
    const locked = this.#locked() && !this.#making();
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
    if (this.#making()) {
      return html`<button type="button" class="lock" aria-pressed=${locked ? "true" : "false"}
        @click=${() => toggleLock(this.key)}>${sign(locked)} ${locked ? "Locked" : "Lock"}</button>`;
    }
    return locked ? html`<span class="lock">${sign(true)} set by your teacher</span>` : nothing;
  }
});
