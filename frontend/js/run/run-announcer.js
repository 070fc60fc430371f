// Tells screen readers that a run has begun or ended, and when the connection is lost; nothing in between.
import { isOver } from "../answer/run-state.js";
import { announcement } from "./stage-words.js";
import { html, PageElement } from "../elements/element.js";

customElements.define("run-announcer", class extends PageElement {
  static properties = { state: { attribute: false } };

  #known = new Map(); // what there was to tell of each experiment's run, by its id
  #told = "";

  /** What is told is of the run that has changed last, wherever it stands in the guide. */
  willUpdate() {
    for (const experiment of this.state.experiments) {
      const text = this.#textOf(experiment);
      if (text === (this.#known.get(experiment.id) ?? "")) continue;
      this.#known.set(experiment.id, text);
      this.#told = text;
    }
  }

  #textOf(experiment) {
    const { runs } = this.state;
    const run = runs[experiment.id];
    if (run?.connection === "lost" && !isOver(run)) return `Connection lost: ${experiment.title}. Trying again.`;
    return announcement(run, experiment) ?? "";
  }

  render() {
    return html`<div class="unseen" role="status" aria-live="polite">${this.#told}</div>`;
  }
});
