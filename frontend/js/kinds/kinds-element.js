// An element about the kinds of machines: while it can be seen, it asks what the machines do.
import { LiveElement } from "../elements/live-element.js";
import { followKinds } from "./kind-actions.js";

export class KindsElement extends LiveElement {
  #leave = null;
  #eye = new IntersectionObserver((seen) => this.#seen(seen.at(-1).isIntersecting));

  attached(signal) {
    super.attached(signal);
    this.#eye.observe(this);
    signal.addEventListener("abort", () => {
      this.#eye.disconnect();
      this.#seen(false);
    });
  }

  #seen(visible) {
    if (visible) this.#leave ??= followKinds();
    else {
      this.#leave?.();
      this.#leave = null;
    }
  }
}
