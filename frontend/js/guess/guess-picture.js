// A visitor's guesses against what was measured, for that visitor alone.
import { ratio } from "../base/format.js";
import { dataTable } from "../elements/data-table.js";
import { ends, END, inWords, placeOf, rangesOf } from "./guess-logic.js";
import { store } from "../base/store.js";
import { html, nothing, PageElement, svg } from "../elements/element.js";

const SIZE = 240;
const EDGE = 8;
const RANGE = ends("both", END);
const at = (value) => EDGE + placeOf(value, RANGE) * (SIZE - 2 * EDGE);
const up = (value) => SIZE - at(value);

const mean = (values) => Math.round(values.reduce((sum, one) => sum + one, 0) / values.length);

customElements.define("guess-picture", class extends PageElement {
  static properties = { guesses: { attribute: false } };

  #table() {
    const title = (id) => store.experiment(id)?.title ?? id;
    return dataTable("Your guesses", {
      columns: ["Experiment", "Your guess", "Measured", "Score"],
      rows: this.guesses.map(({ experiment, value, measured, score }) => [
        title(experiment),
        inWords(value),
        `${ratio(measured.value)} (${ratio(measured.low)} to ${ratio(measured.high)})`,
        score ?? "–",
      ]),
    });
  }

  render() {
    const { guesses } = this;
    if (!guesses) return nothing;
    const { given, held } = rangesOf(guesses);
    const scored = guesses.map(({ score }) => score).filter((score) => score != null);
    const ranges = given > 0 ? ` ${held} of your ${given} ranges held the answer.` : "";
    const scores = scored.length === 0 ? "" : ` Mean score: ${mean(scored)} of 100.`;
    const words = `Your ${guesses.length} guesses against what was measured.${ranges}${scores}`;
    return html`<details class="guess-picture"><summary>Your ${guesses.length} guesses</summary>
      <p>${words} On the line, a guess was right; above it, too fast. Nobody but this browser knows them.</p>
      <svg viewBox=${`0 0 ${SIZE} ${SIZE}`} role="img" aria-label=${words}>
        <rect class="frame" x=${EDGE} y=${EDGE} width=${SIZE - 2 * EDGE} height=${SIZE - 2 * EDGE}></rect>
        <line class="same" x1=${at(1)} x2=${at(1)} y1=${EDGE} y2=${SIZE - EDGE}></line>
        <line class="same" y1=${up(1)} y2=${up(1)} x1=${EDGE} x2=${SIZE - EDGE}></line>
        <line class="equal" x1=${EDGE} y1=${SIZE - EDGE} x2=${SIZE - EDGE} y2=${EDGE}></line>
        ${guesses.map(
          ({ value, range, measured }) => svg`
          ${
            range
              ? svg`<line class="sure" x1=${at(measured.value)} x2=${at(measured.value)} y1=${up(value / range)}
                  y2=${up(value * range)}></line>`
              : nothing
          }
          <circle cx=${at(measured.value)} cy=${up(value)} r="4"></circle>`,
        )}
        <text x=${SIZE - EDGE - 4} y=${SIZE - EDGE - 6} text-anchor="end">measured →</text>
        <text x=${EDGE + 4} y=${EDGE + 14}>↑ guess</text>
      </svg>
      ${this.#table()}</details>`;
  }
});
