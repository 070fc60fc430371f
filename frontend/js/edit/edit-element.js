// An element about what is edited: it draws anew with every change of the store, of a draft, or of what the compiler says.
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
