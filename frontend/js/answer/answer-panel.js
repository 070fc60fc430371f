// The answer in words: the claim's speedup, how far to trust it, whether the results agree, and the verdict.
import {
  allocationInWords,
  direction,
  figureInWords,
  plural,
  speedupAsHeadline,
  speedupInWords,
  time,
} from "../base/format.js";
import { hues } from "../base/palette.js";
import { claimRows, largestError, trustInBoth, wrongRows } from "./results.js";
import { isOver } from "./run-state.js";
import { outcomeInWords, whyInWords } from "./verdict-words.js";
import { html, nothing, PageElement } from "../base/element.js";

const TRUST = { good: "Good measurement", noisy: "Noisy measurement", doubtful: "Doubtful measurement" };

class AnswerPanel extends PageElement {
  static properties = {
    experiment: { attribute: false },
    run: { attribute: false },
    rows: { attribute: false },
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
    const next = this.readOnly ? "Nothing is measured here at the moment" : "Run to measure it here";
    return { figure: "?", tone: "idle", words: `times faster, or slower? ${next}` };
  }

  #compared(claim, reference) {
    if (!claim || !reference || claim === reference) return nothing;
    return html`<p class="compared"><span data-hue=${claim.hue}>${claim.label}</span> against
      <span data-hue=${reference.hue}>${reference.label}</span></p>`;
  }

  /** The fastest correct case, where it is not the claim's. */
  #best(best) {
    if (!best) return nothing;
    return html`<p class="compared" data-best>Best here: <span data-hue=${best.row.hue}>${best.row.label}</span>,
      ${speedupInWords(best.speedup)}</p>`;
  }

  /** The other ratio, such as that to an interpreter, which holds all that a compiler does. */
  #besides(besides) {
    if (!besides) return nothing;
    const { reference, speedup } = besides;
    return html`<p class="compared">${speedupInWords(speedup)}, against
      <span data-hue=${reference.hue}>${reference.label}</span></p>`;
  }

  #trust(claim, reference) {
    const trust = trustInBoth(claim, reference);
    if (!trust) return this.#pending("Trust", "how steady the measurement is");
    const [gravest, ...others] = trust.reasons.map(({ of, text, nextStep }) => `${of[0]}: ${text} ${nextStep}`);
    return html`<div data-part="trust" data-light=${trust.level}><dt>${TRUST[trust.level]}</dt>
      <dd>${gravest ?? "Nothing disturbed it."}</dd>
      ${
        others.length > 0
          ? html`<dd class="more"><details><summary>${plural(others.length, "more note")}</summary>
            <ul>${others.map((text) => html`<li>${text}</li>`)}</ul></details></dd>`
          : nothing
      }</div>`;
  }

  /** What the claim's case tells of itself besides its time. */
  #figures(claim) {
    const told = (claim?.figures ?? []).map(figureInWords);
    if (claim?.allocates) told.push(`${claim.label} ${allocationInWords(claim.allocates)}`);
    return told.map((text) => html`<dd>${text}</dd>`);
  }

  #check(claim) {
    const checked = this.rows.filter((row) => row.correct !== null);
    if (checked.length === 0) return this.#pending("Check", "whether all results agree");
    const wrong = wrongRows(this.rows);
    if (wrong.length === 0) {
      const worst = largestError(checked) ?? checked.findLast((row) => !row.baseline) ?? checked[0];
      const text = worst.check?.text;
      return html`<div data-part="check" data-light="good"><dt>Results agree</dt>
        <dd>${plural(checked.length, "case")} checked: ${text}</dd>${this.#figures(claim)}</div>`;
    }
    const others = wrong.length > 1 ? `; ${wrong.length} of ${plural(checked.length, "case")} are wrong` : "";
    return html`<div data-part="check" data-light="bad"><dt>Wrong results</dt>
      <dd>${wrong[0].label}: ${wrong[0].check?.text}${others}</dd>${this.#figures(claim)}</div>`;
  }

  /** How near the claim's case comes to what the machine can do; nothing where its work is not counted. */
  #limit(claim) {
    const { run, experiment } = this;
    const begun = run?.cases.length > 0;
    if (!experiment.countsWork || (begun && !claim?.work)) return nothing;
    if (!begun) return this.#pending("Limit", "how near it comes to what the machine can do");
    if (!claim.limit) return this.#pending("Limit", "The machine’s ceilings are measured when it is idle.");
    if (!claim.limit.words) return this.#pending("Limit", "waiting for the first figures");
    const { words, reason } = claim.limit;
    return html`<div data-part="limit" data-light="limit"><dt>${words}</dt><dd>${claim.label}. ${reason}</dd></div>`;
  }

  #verdict() {
    const { run } = this;
    if (!run?.verdict) return this.#pending("Verdict", "whether the guide’s claim holds here");
    const { light, words } = outcomeInWords(run.verdict);
    return html`<div data-part="verdict" data-light=${light}><dt>${words}</dt><dd>${run.verdict.text}</dd>
      ${whyInWords(run.verdict).map((reason) => html`<dd class="because">${reason}</dd>`)}
      <dd><measure-on .experiment=${this.experiment} .run=${run}></measure-on></dd></div>`;
  }

  #pending(term, text) {
    return html`<div data-part=${term.toLowerCase()} data-light="none"><dt>${term}</dt><dd>${text}</dd></div>`;
  }

  render() {
    const { experiment, rows } = this;
    const told = claimRows(experiment, rows, this.run);
    const { claim, reference, besides, best } = told;
    const { figure, words, tone } = this.#headline(told);
    const hue = hues(experiment)[experiment.claim.claimVariant];
    return html`
      <section class="verdict" aria-label=${`${this.recorded ? "Recorded answer" : "Answer"}: ${experiment.title}`}>
        <p class="big" data-hue=${hue} data-tone=${tone ?? nothing}>${figure}<small>${words}</small></p>
        ${this.#compared(claim, reference)}${this.#best(best)}${this.#besides(besides)}
        <dl class="says">${this.#trust(claim, reference)}${this.#check(claim)}${this.#verdict()}${this.#limit(claim)}</dl>
      </section>`;
  }
}

customElements.define("answer-panel", AnswerPanel);
