// One experiment in one view: its question, its controls, the live answer, two codes side by side, and the views.
import { uncover } from "../base/guessing.js";
import { whenIdle, whenNear } from "../base/reveal.js";
import { plainSpeedup } from "../base/format.js";
import { hues } from "../elements/palette.js";
import { caseRows, claimRows, raceRows } from "../answer/results.js";
import { given, html, nothing, PageElement } from "../elements/element.js";
import "../answer/answer-panel.js";
import "../code/code-compare.js";
import "../run/run-controls.js";
import "../run/run-status.js";
import { addSheet } from "../elements/style-sheets.js";
import "./card-views.js";

await Promise.all(["card", "controls", "status", "answer", "code"].map(addSheet));

/** A card is drawn as soon as it is so near to the window. */
const NEAR = "900px";

customElements.define("experiment-card", class extends PageElement {
  static properties = {
    ...given("experiment", "settings", "view", "faults", "run", "machine"),
    code: { attribute: false }, // the experiment with code, { problem }, or undefined while it is fetched
    results: { attribute: false }, // what this browser has measured last, by experiment
    kept: { attribute: false }, // whether it shows a result that was measured before, and has no controls
    site: { attribute: false }, // what this server allows
    busy: { attribute: false }, // whether the machine measures for some card of this page
    covered: { attribute: false }, // whether its answer waits for the visitor's guess
    ceilings: { attribute: false }, // the machine's, or null; a run that knew its own keeps those
    roofline: { state: true }, // the module, fetched with the first run whose work is counted
    recorded: { state: true }, // what another machine measured, or null
    drawn: { state: true }, // whether more of it is on the page than its head
    extend: { attribute: false }, // adds what was edited to what is shown, see edited-card.js
  };

  #draw = () => {
    if (this.isConnected) this.drawn = true;
  };

  attached(signal) {
    window.addEventListener("beforeprint", this.#draw, { signal });
  }

  /** Cards are most of what a page holds, so those that are far from the window wait. The guess is fetched when the
   * card comes near; if it does not come, nothing may stay covered. */
  firstUpdated() {
    if (!this.drawn) {
      whenNear(this, this.#draw, { margin: NEAR });
      whenIdle(this.#draw);
    }
    if (this.kept) return;
    whenNear(this, () => import("../guess/lanes-guess.js").catch(() => uncover(this.experiment.id)));
  }

  willUpdate() {
    if (this.kept || this.run) this.drawn = true;
    if (this.recorded === undefined && !this.run && this.#borrows()) this.#borrow();
    if (this.roofline || !this.run || !this.experiment.countsWork) return;
    import("../charts/roofline.js").then((roofline) => {
      this.roofline = roofline;
    });
  }

  async #sweep(param) {
    const { sweepOf } = await import("../sweep/sweep-lines.js");
    const { experiment, settings, run, machine } = this;
    const sweep = sweepOf(experiment, settings, run, param, machine);
    this.say("change-settings", { id: experiment.id, part: { sweep } });
    this.say("change-view", { id: experiment.id, part: { open: "sweep" } });
  }

  /** Bars, figures and lines of code need as much room as there are variants: as much before a run as after it. */
  updated() {
    this.style.setProperty("--variants", (this.extend?.(this) ?? this).experiment.variants.length);
  }

  /** Whether a recorded result has to do, as this server measures nothing, or not now, or not with enough cores. */
  #borrows() {
    const { site, kept, machine } = this;
    return !kept && (machine?.usableCpus === 1 || site?.readOnly || (site?.mode === "hosted" && site.busy));
  }

  #borrow() {
    this.recorded = null;
    import("./recorded-run.js")
      .then(({ recordedOf }) => recordedOf(this.experiment.id))
      .then((found) => {
        this.recorded = found;
      });
  }

  #claim() {
    const { guideFigure, guideSpeedup, guideMeasured, text } = this.experiment.claim;
    const does = !guideSpeedup || guideMeasured === undefined ? "" : guideMeasured ? " measured" : " calculates";
    return html`<p class="claim" data-gives-away>${
      this.covered ? html`<span class="not-yet">What the guide says is shown after your guess.</span>` : nothing
    }The guide says: ${text} <span class="guide-figure">The guide${does}
      ${guideSpeedup ? html`<b>${plainSpeedup(guideSpeedup)}</b>: ` : nothing}${guideFigure}.</span></p>`;
  }

  /** Shows the whole of it while it is measured, if it is not on the screen anyway. */
  #come() {
    const { top } = this.getBoundingClientRect();
    const { bottom } = this.querySelector(".views").getBoundingClientRect();
    if (top >= 0 && bottom <= window.innerHeight) return;
    const block = bottom - top > window.innerHeight || top < 0 ? "start" : "end";
    const target = block === "start" ? this : this.querySelector(".views");
    target.scrollIntoView({ block });
  }

  #controls(shown) {
    const { experiment, settings, faults, run, site, busy, results } = this;
    return html`
      <run-controls .experiment=${experiment} .settings=${settings} .faults=${faults} .run=${run} .site=${site}
        .results=${results}></run-controls>
      <run-status .experiment=${shown.experiment} .run=${shown.run} .settings=${settings} .fault=${faults.run} .busy=${busy}
        .last=${results?.[experiment.id]}></run-status>`;
  }

  render() {
    const shown = this.extend?.(this) ?? this;
    const { id, question, title } = shown.experiment;
    return html`
      <article class="lab" id=${`lab-${id}`} ?data-covered=${this.covered} ?data-far=${!this.drawn} tabindex="-1"
        aria-labelledby=${`${id}-question`} @start-run=${() => this.#come()}
        @sweep=${({ detail }) => this.#sweep(detail)}>
        <header>
          <h2 id=${`${id}-question`}>${question}</h2><p class="lab-title">${title}</p>${this.#claim()}
        </header>
        ${this.drawn ? this.#body(shown) : nothing}
      </article>`;
  }

  #body(shown) {
    const { experiment, code, view, run } = shown;
    const { id } = experiment;
    const { settings, busy, machine } = this;
    const ceilings = run?.ceilings ?? this.ceilings;
    const cases = caseRows(experiment, settings, run);
    const rows = this.roofline?.withLimits(cases, ceilings) ?? cases;
    const { claim: told, reference } = claimRows(experiment, rows, run);
    const racing = raceRows(rows, run?.verdict ? [told, reference] : []);
    const { axis, timeline } = view;
    return html`${this.kept ? nothing : this.#controls(shown)}
        <answer-panel .experiment=${experiment} .run=${run} .rows=${rows} .axis=${axis}
          .kept=${Boolean(this.kept)} .readOnly=${Boolean(this.site?.readOnly)}></answer-panel>
        <code-compare .id=${id} .code=${code} .colours=${hues(experiment)}
          .left=${view.left} .right=${view.right} .times=${racing}></code-compare>
        <card-views .of=${{ experiment, rows, racing, run, settings, axis, timeline, ceilings, machine, busy, kept: this.kept }}
          .chosen=${view.open} .kept=${this.kept}></card-views>
        ${this.site?.kinds ? html`<kinds-board .experiment=${experiment}></kinds-board>` : nothing}
        ${this.recorded && !run ? html`<recorded-run .found=${this.recorded}></recorded-run>` : nothing}`;
  }
});
