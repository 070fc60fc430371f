// An element that looks into the store by itself: nobody above it hands the state down, as it stands in HTML that the
// server made, or is put into other elements.
import { store } from "./store.js";
import { PageElement } from "./element.js";

/** It draws anew when what it takes from the state, by `take(state)`, has changed. */
export class LiveElement extends PageElement {
  static properties = { now: { state: true } };

  #leave = null;

  connectedCallback() {
    super.connectedCallback();
    this.#leave = store.subscribe(() => this.look());
    this.look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
  }

  look() {
    this.now = this.take(store.state);
  }
}
