// The live answer: the claim's speedup as a figure, how far to trust it, and a bar for each variant.
import { direction, speedupAsHeadline, time } from "../base/format.js";
import { hues } from "../elements/palette.js";
import { claimRows, raceRows, trustInBoth, wrongRows } from "./results.js";
import { isAnswering, isOver } from "./run-state.js";
import { outcomeInWords, trustInWords } from "./verdict-words.js";
import { given, html, nothing, PageElement } from "../elements/element.js";
import "./answer-bars.js";

customElements.define("answer-panel", class extends PageElement {
  static properties = {
    ...given("experiment", "run", "rows"),
    axis: { attribute: false }, // "linear" or "log"
    kept: { type: Boolean }, // whether it shows a result that was measured before
    readOnly: { type: Boolean }, // whether this server measures nothing
    recorded: { type: Boolean }, // whether it stands below the same card's own answer
  };

  #headline({ claim, reference, speedup }) {
    const { run, experiment } = this;
    if (wrongRows(this.rows).some((row) => row.variant === claim?.variant)) {
      const fast = speedup && direction(speedup) !== "same" ? speedupAsHeadline(speedup) : null;
      return {
        figure: "Wrong",
        tone: "bad",
        words: fast ? `and ${fast.figure} ${fast.words}` : "and no clear difference in speed",
      };
    }
    if (speedup) return speedupAsHeadline(speedup);
    const { againstCores, againstVariant, baselineVariant, claimVariant } = experiment.claim;
    const missing = [!reference && !againstCores && (againstVariant ?? baselineVariant), !claim && claimVariant].filter(Boolean);
    if (missing.length > 0) {
      const labels = missing.map((id) => experiment.variants.find((variant) => variant.id === id).label);
      return { figure: "–", tone: "idle", words: `nothing to compare without ${labels.join(" and ")}` };
    }
    if (claim.time) return { figure: time(claim.time.median), words: `so far, ${claim.label}` };
    if (run && !isOver(run)) return { figure: "…", tone: "idle", words: "waiting for the first figures" };
    const next = this.readOnly ? "Nothing is measured here at the moment" : "times faster? Run to measure it here";
    return { figure: "?", tone: "idle", words: next };
  }

  #compared(claim, reference) {
    if (!claim || !reference || claim === reference) return nothing;
    return html`<span data-hue=${claim.hue}>${claim.label}</span> against
      <span data-hue=${reference.hue}>${reference.label}</span>`;
  }

  /** What can be told of the measurement, the results and the claim in a word or two each; why is in a view. */
  #lights(claim, reference) {
    const { run } = this;
    const trust = trustInWords(trustInBoth(claim, reference), run && isAnswering(run));
    const checked = this.rows.filter((row) => row.correct !== null);
    const wrong = wrongRows(this.rows).length > 0;
    const verdict = run?.verdict ? outcomeInWords(run.verdict) : null;
    return [
      ["trust", trust.light, trust.words],
      ["check", checked.length === 0 ? "none" : wrong ? "bad" : "good",
        checked.length === 0 ? "Results" : wrong ? "Wrong results" : "Results agree"],
      ["verdict", verdict?.light ?? "none", verdict?.words ?? "The guide’s claim"],
    ];
  }

  render() {
    const { experiment, rows, run } = this;
    const told = claimRows(experiment, rows, run);
    const { claim, reference } = told;
    const { figure, words, tone } = this.#headline(told);
    const hue = hues(experiment)[experiment.claim.claimVariant];
    const shown = raceRows(rows, [claim, reference]);
    return html`
      <section class="verdict" aria-label=${`${this.recorded ? "Recorded answer" : "Answer"}: ${experiment.title}`}>
        <div class="told">
          <p class="big" data-hue=${hue} data-tone=${tone ?? nothing}>${figure}<small>${words}</small></p>
          <p class="compared">${this.#compared(claim, reference)}</p>
          <ul class="lights">${this.#lights(claim, reference).map(
            ([of, light, text]) => html`<li data-of=${of} data-light=${light}>${text}</li>`,
          )}</ul>
        </div>
        <div class="measured">
          ${
            this.kept || this.recorded ? nothing : html`<lanes-guess experiment=${experiment.id}></lanes-guess>`
          }
          <answer-bars .experiment=${experiment.id} .rows=${shown} .told=${[claim, reference]} .axis=${this.axis}
            ?still=${!rows.some((row) => row.time)}></answer-bars>
        </div>
      </section>`;
  }
});
