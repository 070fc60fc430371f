// An element of the guide's text that shows what the state has of one experiment.
import { store } from "../base/store.js";
import { PageElement } from "../base/element.js";

export class OfAnExperiment extends PageElement {
  static properties = { experiment: {}, now: { state: true } };

  #leave = null;

  connectedCallback() {
    super.connectedCallback();
    this.#leave = store.subscribe(() => this.#look());
    this.#look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
  }

  #look() {
    this.now = this.take(store.state);
  }
}
