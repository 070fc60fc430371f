// An element about edits: it is drawn again after every change of the store, of a draft, or of the compiler messages.
import { LiveElement } from "../elements/live-element.js";
import { onEdit } from "./workshop-actions.js";

export class EditElement extends LiveElement {
  attached(signal) {
    super.attached(signal);
    signal.addEventListener("abort", onEdit(() => this.requestUpdate()));
  }
}
