// An element that draws anew whenever the state has changed: those that a lesson puts into cards.
import { store } from "../base/store.js";
import { PageElement } from "../base/element.js";

export class Follower extends PageElement {
  #leave = null;

  connectedCallback() {
    super.connectedCallback();
    this.#leave = store.subscribe(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
  }
}
