// Why the answer is as it is: the sentence to quote, the verdict with its reasons, what disturbs the measurement and what
// to do about it, the nearest limit, and what the author of the experiment says.
import { allocationInWords, figureInWords, plural, speedupInWords } from "../base/format.js";
import { claimRows, largestError, trustInBoth, wrongRows } from "../answer/results.js";
import { isAnswering, isOver } from "../answer/run-state.js";
import { outcomeInWords, trustInWords, whyInWords } from "../answer/verdict-words.js";
import { html, nothing, PageElement } from "../elements/element.js";
import { known, lookInto } from "../look/look-actions.js";
import { loopReason } from "../look/turn-words.js";
import "../export/answer-line.js";
import "../run/measure-on.js";

customElements.define("why-view", class extends PageElement {
  static properties = { of: { attribute: false } }; // { experiment, rows, run }

  #pending(term, text) {
    return html`<div data-part=${term.toLowerCase()} data-light="none"><dt>${term}</dt><dd>${text}</dd></div>`;
  }

  #verdict(run, { claim, reference, speedup, best, besides }) {
    if (!run.verdict) return this.#pending("Verdict", "whether the guide’s claim holds here");
    const { light, words } = outcomeInWords(run.verdict);
    return html`<div data-part="verdict" data-light=${light}><dt>${words}</dt><dd>${run.verdict.text}</dd>
      ${whyInWords(run.verdict).map((reason) => html`<dd class="because">${reason}</dd>`)}
      ${this.#inTheLoop(claim, reference, speedup)}
      ${claim && reference && claim !== reference ? this.#besides(besides) : nothing}${this.#best(best)}
      <dd><measure-on .experiment=${this.of.experiment} .run=${run}></measure-on></dd></div>`;
  }

  /** What the machine code of the two says, if somebody has looked at it and it explains the ratio. */
  #inTheLoop(claim, reference, speedup) {
    const { experiment, run } = this.of;
    if (!claim || !reference) return nothing;
    const looked = (row) => {
      const own = run.cases.find(({ key }) => key === row.key)?.machineCode;
      const code = own ?? known(lookInto(experiment, run.settings ?? run.request, row)).machineCode;
      return { label: row.label, turn: code?.loop?.turn, nsPerOp: code?.nsPerOp };
    };
    const reason = loopReason(looked(claim), looked(reference), speedup);
    return reason ? html`<dd class="because" data-loop>Machine code: ${reason}</dd>` : nothing;
  }

  /** The other ratio, such as that to an interpreter, which holds all that a compiler does. */
  #besides(besides) {
    if (!besides) return nothing;
    const { reference, speedup } = besides;
    return html`<dd class="compared because">${speedupInWords(speedup)}, against
      <span data-hue=${reference.hue}>${reference.label}</span></dd>`;
  }

  /** The fastest correct case, if it is not the claim's. */
  #best(best) {
    if (!best) return nothing;
    return html`<dd class="compared because" data-best>Best here: <span data-hue=${best.row.hue}>${best.row.label}</span>,
      ${speedupInWords(best.speedup)}</dd>`;
  }

  #trust(claim, reference, run) {
    const trust = trustInBoth(claim, reference);
    if (!trust) return this.#pending("Trust", "how steady the measurement is");
    const { light, words } = trustInWords(trust, isAnswering(run));
    const advice = (nextStep) => (light === "none" ? "" : ` ${nextStep}`);
    const [gravest, ...others] = trust.reasons.map(({ of, text, nextStep }) => `${of[0]}: ${text}${advice(nextStep)}`);
    return html`<div data-part="trust" data-light=${light}><dt>${words}</dt>
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

  #check(rows, claim) {
    const checked = rows.filter((row) => row.correct !== null);
    if (checked.length === 0) return this.#pending("Check", "whether all results agree");
    const wrong = wrongRows(rows);
    if (wrong.length === 0) {
      const worst = largestError(checked) ?? checked.findLast((row) => !row.baseline) ?? checked[0];
      return html`<div data-part="check" data-light="good"><dt>Results agree</dt>
        <dd>${plural(checked.length, "case")} checked: ${worst.check?.text}</dd>${this.#figures(claim)}</div>`;
    }
    const others = wrong.length > 1 ? `; ${wrong.length} of ${plural(checked.length, "case")} are wrong` : "";
    return html`<div data-part="check" data-light="bad"><dt>Wrong results</dt>
      <dd>${wrong[0].label}: ${wrong[0].check?.text}${others}</dd>${this.#figures(claim)}</div>`;
  }

  /** How near the claim's case comes to what the machine can do; nothing if its work is not counted. */
  #limit({ run, experiment }, claim) {
    const begun = run.cases.length > 0;
    if (!experiment.countsWork || (begun && !claim?.work)) return nothing;
    if (!begun) return this.#pending("Limit", "how close it comes to the machine’s peak");
    if (!claim.limit) return this.#pending("Limit", "The machine’s peak is measured when it is idle.");
    if (!claim.limit.words) return this.#pending("Limit", "waiting for the first figures");
    const { words, reason } = claim.limit;
    return html`<div data-part="limit" data-light="limit"><dt>${words}</dt><dd>${claim.label}. ${reason}</dd></div>`;
  }

  #measured() {
    const { experiment, rows, run } = this.of;
    const told = claimRows(experiment, rows, run);
    const { claim, reference } = told;
    return html`<div>
      ${
        run.verdict?.answer || !isOver(run)
          ? html`<answer-line .experiment=${experiment} .run=${run}></answer-line>`
          : nothing
      }
      <dl class="says">${this.#verdict(run, told)}${this.#limit(this.of, claim)}${this.#trust(claim, reference, run)}${
        this.#check(rows, claim)
      }</dl></div>`;
  }

  render() {
    const { experiment, run } = this.of;
    return html`<section class="why" aria-label=${`Why: ${experiment.title}`} ?data-alone=${!run}>
      ${run ? this.#measured() : nothing}
      <div class="explained" data-gives-away><h3>What happens, and why</h3>
        ${experiment.explanation.split(/\n\n+/).map((text) => html`<p>${text}</p>`)}</div>
    </section>`;
  }
});

export const view = (of) => html`<why-view .of=${of}></why-view>`;
