// An element about the kinds of machines: while it can be seen, it asks what the machines do.
import { LiveElement } from "../base/live-element.js";
import { followKinds } from "./kind-actions.js";

export class KindsElement extends LiveElement {
  #leave = null;
  #eye = new IntersectionObserver((seen) => this.#seen(seen.at(-1).isIntersecting));

  connectedCallback() {
    super.connectedCallback();
    this.#eye.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#eye.disconnect();
    this.#seen(false);
  }

  #seen(visible) {
    if (visible) this.#leave ??= followKinds();
    else {
      this.#leave?.();
      this.#leave = null;
    }
  }
}
