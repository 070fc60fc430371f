// One experiment for a projector: its question, its figure as large as it goes, and one chart.
import { caseRows, claimRows } from "../answer/results.js";
import { isOver } from "../answer/run-state.js";
import { outcomeInWords } from "../answer/verdict-words.js";
import { isCovered } from "../base/guessing.js";
import { speedupAsHeadline } from "../base/format.js";
import { store } from "../base/store.js";
import { addSheet } from "../elements/style-sheets.js";
import { barsScene } from "../export/bars-scene.js";
import { elementOf, SHEET_PALETTE } from "../export/scene-svg.js";
import { html, nothing, PageElement } from "../elements/element.js";

await addSheet("lesson");

/** Narrower than the screen, so that its texts grow with it. */
const LEAST_WIDTH = 320;

/** The chart in the shape of its place. */
function chartIn({ clientWidth, clientHeight }, rows) {
  const { height } = barsScene(rows, LEAST_WIDTH, SHEET_PALETTE);
  const width = Math.max(LEAST_WIDTH, Math.round((height * clientWidth) / Math.max(1, clientHeight)));
  return elementOf(barsScene(rows, width, SHEET_PALETTE));
}

customElements.define("projector-page", class extends PageElement {
  static properties = { state: { attribute: false } };

  #rows(experiment) {
    const { settings, runs } = this.state;
    return caseRows(experiment, settings[experiment.id], runs[experiment.id]);
  }

  /** Its chart has the shape of its place. */
  firstUpdated() {
    new ResizeObserver(() => this.requestUpdate()).observe(this.querySelector("figure"));
  }

  updated() {
    const experiment = this.#experiment();
    document.title = `${experiment.title} · Lanes`;
    const rows = this.#rows(experiment).filter((row) => row.time);
    const figure = this.querySelector("figure");
    if (!figure) return;
    if (rows.length === 0) {
      figure.replaceChildren();
      return;
    }
    const picture = chartIn(figure, rows);
    picture.setAttribute("preserveAspectRatio", "xMinYMin meet");
    figure.replaceChildren(picture);
  }

  #experiment() {
    return store.experiment(this.state.at) ?? this.state.experiments[0];
  }

  #figure(experiment, run) {
    if (isCovered(this.state, experiment.id)) return { figure: "?", words: "What do you expect?" };
    const { speedup } = claimRows(experiment, this.#rows(experiment), run);
    if (speedup) return speedupAsHeadline(speedup);
    return { figure: run && !isOver(run) ? "…" : "?", words: run && !isOver(run) ? "measuring" : "not measured yet" };
  }

  render() {
    const experiment = this.#experiment();
    const { id, question } = experiment;
    const run = this.state.runs[id] ?? null;
    const active = run && !isOver(run);
    const { figure, words } = this.#figure(experiment, run);
    return html`
      <article class="projector" aria-labelledby="projector-question" data-stage=${run?.stage ?? "idle"}>
        <h1 id="projector-question">${question}</h1>
        <p class="projector-figure" role="status"><b>${figure}</b> <span>${words}</span>
          ${run?.verdict && !active ? html`<small>${outcomeInWords(run.verdict).words}</small>` : nothing}</p>
        <figure></figure>
        <div class="projector-acts">
          <button class="go" type="button" ?data-active=${active}
            @click=${() => this.say(active ? "cancel-run" : "start-run", id)}>${active ? "Cancel" : "Run"}</button>
          <button type="button" @click=${() => this.say("open-experiment", id)}>Close the projector view</button>
        </div>
      </article>`;
  }
});
