// A part of a section's text. Its pictures are filled with what is known of the machine.
import { bytes } from "../base/format.js";
import { sizeOf } from "./section-text.js";
import { whenNear } from "../base/reveal.js";
import { PageElement } from "../elements/element.js";
import "./guide-words.js";

customElements.define("text-part", class extends PageElement {
  static properties = { html: { attribute: false }, machine: { attribute: false } };

  updated(changed) {
    if (changed.has("html")) {
      this.innerHTML = this.html; // the server's own, in which all HTML of a text is escaped
      this.#wake("lanes-said", () => import("../guess/lanes-said.js"));
      this.#wake("lanes-guessed", () => import("../guess/lanes-guessed.js"));
    }
    for (const label of this.querySelectorAll("[data-cache]")) this.#fill(label);
  }

  /** Fetches what an element of the text needs when the first of its kind comes near the window. */
  #wake(name, fetch) {
    const first = this.querySelector(name);
    if (first) whenNear(first, fetch);
  }

  #fill(label) {
    const size = sizeOf(this.machine, label.dataset.cache);
    if (size !== null) label.textContent = bytes(size);
  }
});
