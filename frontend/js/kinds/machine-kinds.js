// The kinds of machines, and what each machine does now.
import { plural } from "../base/format.js";
import { html, nothing } from "../elements/element.js";
import { kindState, stateInWords } from "./kind-words.js";
import { KindsElement } from "./kinds-element.js";

customElements.define("machine-kinds", class extends KindsElement {
  take({ kinds }) {
    return kinds;
  }

  #kind(kind) {
    const { label, machines, waiting } = kind;
    return html`<li data-state=${kindState(kind)}><b>${label}</b>${
      waiting > 0 ? html` <span>${plural(waiting, "run")} waiting</span>` : nothing
    }
      <ul>${
        machines.length > 0
          ? machines.map(({ name, state }) => html`<li data-state=${state}>${name}: ${stateInWords(state)}</li>`)
          : html`<li data-state="away">no machine yet</li>`
      }</ul></li>`;
  }

  render() {
    if (!this.now) return html`<p class="unseen">Asking the machines</p>`;
    return html`<section class="machine-kinds" aria-label="Machines"><h3>Machines</h3>
      <ul>${this.now.map((kind) => this.#kind(kind))}</ul></section>`;
  }
});
