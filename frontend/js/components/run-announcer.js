// Tells screen readers that a run has begun or ended, and when the connection is lost; nothing in between.
import { caseRows, claimRows } from "../results.js";
import { isOver } from "../run-state.js";
import { announcement } from "../stage-words.js";
import { html, PageElement } from "./element.js";

class RunAnnouncer extends PageElement {
  static properties = { state: { attribute: false } };

  #text() {
    const { experiments, runs, settings } = this.state;
    return (
      experiments
        .map((experiment) => {
          const run = runs[experiment.id];
          if (!run) return null;
          if (run.connection === "lost" && !isOver(run)) return `Connection lost: ${experiment.title}. Trying again.`;
          const rows = run.stage === "finished" ? caseRows(experiment, settings[experiment.id], run) : [];
          return announcement(run, experiment, claimRows(experiment, rows).claim);
        })
        .filter(Boolean)
        .at(-1) ?? ""
    );
  }

  render() {
    return html`<div class="unseen" role="status" aria-live="polite">${this.#text()}</div>`;
  }
}

customElements.define("run-announcer", RunAnnouncer);
