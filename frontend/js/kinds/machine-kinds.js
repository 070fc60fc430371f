// The kinds of machines and what each machine does now, asked for while this can be seen.
import { plural } from "../base/format.js";
import { LiveElement } from "../base/live-element.js";
import { html, nothing } from "../base/element.js";
import { followKinds } from "./kind-actions.js";
import { kindState, stateInWords } from "./kind-words.js";

class MachineKinds extends LiveElement {
  #leave = null;
  #eye = new IntersectionObserver(([{ isIntersecting }]) => this.#seen(isIntersecting));

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

  take({ kinds }) {
    return kinds;
  }

  #kind(kind) {
    const { label, machines, waiting } = kind;
    const state = kindState(kind);
    return html`<li data-state=${state}><b>${label}</b>${
      waiting > 0 ? html` <span>${plural(waiting, "run")} waiting</span>` : nothing
    }
      <ul>${
        machines.length > 0
          ? machines.map(({ name, state: own }) => html`<li data-state=${own}>${name}: ${stateInWords(own)}</li>`)
          : html`<li data-state="away">no machine yet</li>`
      }</ul></li>`;
  }

  render() {
    if (!this.now) return html`<p class="unseen">The machines are being asked.</p>`;
    return html`<section class="machine-kinds" aria-label="Machines"><h3>Machines</h3>
      <ul>${this.now.map((kind) => this.#kind(kind))}</ul></section>`;
  }
}

customElements.define("machine-kinds", MachineKinds);
