// An element that looks into the store by itself: nobody above it hands the state down, as it stands in HTML that the
// server made, or is put into other elements.
import { store } from "../base/store.js";
import { PageElement } from "./element.js";

/** Acts now and after every change of the page: once per drawing of it, and never in the midst of one.
 *
 * @returns a function that asks for one time more */
export function afterChanges(act) {
  let waiting = null;
  const soon = () => {
    waiting ??= requestAnimationFrame(() => {
      waiting = null;
      act();
    });
  };
  new MutationObserver(soon).observe(document.querySelector("lanes-app"), { childList: true, subtree: true });
  store.subscribe(soon);
  soon();
  return soon;
}

/** It draws anew when what it takes from the state, by `take(state)`, has changed. */
export class LiveElement extends PageElement {
  static properties = { now: { state: true } };

  attached(signal) {
    signal.addEventListener("abort", store.subscribe(() => this.look()));
    this.look();
  }

  look() {
    this.now = this.take(store.state);
  }

  /** All of it, if an element does not say what: then it draws after every change. */
  take(state) {
    return state;
  }
}
