// An element about edits: it is drawn again after every change of the store, of a draft, or of the compiler messages.
import { LiveElement } from "../base/live-element.js";
import { onEdit } from "./workshop-actions.js";

export class EditElement extends LiveElement {
  #leave = null;

  connectedCallback() {
    super.connectedCallback();
    this.#leave = onEdit(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
  }

  look() {
    this.requestUpdate();
  }
}
