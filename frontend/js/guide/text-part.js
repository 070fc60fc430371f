// A part of a section's text. Its pictures are filled with what is known of the machine.
import { bytes } from "../base/format.js";
import { sizeOf } from "./section-text.js";
import { whenNear } from "../base/reveal.js";
import { PageElement } from "../base/element.js";
import "./guide-words.js";

class TextPart extends PageElement {
  static properties = { html: { attribute: false }, machine: { attribute: false } };

  updated(changed) {
    if (changed.has("html")) {
      this.innerHTML = this.html; // the server's own, in which all HTML of a text is escaped
      const words = this.querySelector("lanes-said, lanes-guessed");
      if (words) whenNear(words, () => import("../guess/guess-words.js"));
    }
    for (const label of this.querySelectorAll("[data-cache]")) this.#fill(label);
  }

  #fill(label) {
    const size = sizeOf(this.machine, label.dataset.cache);
    if (size !== null) label.textContent = bytes(size);
  }
}

customElements.define("text-part", TextPart);
