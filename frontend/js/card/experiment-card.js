// One experiment: its question, its controls, its codes side by side, and once it is run the answer as it comes in.
import { uncover } from "../base/guessing.js";
import { whenNear } from "../base/reveal.js";
import { plainSpeedup } from "../base/format.js";
import { hues } from "../base/palette.js";
import { caseRows, claimRows, raceRows } from "../answer/results.js";
import { html, nothing, PageElement } from "../base/element.js";
import "../answer/answer-panel.js";
import "../code/code-compare.js";
import "../run/run-controls.js";
import "../run/run-status.js";
import "../export/share-button.js";

class ExperimentCard extends PageElement {
  static properties = {
    experiment: { attribute: false },
    code: { attribute: false }, // the experiment with code, { problem }, or undefined while it is fetched
    settings: { attribute: false },
    view: { attribute: false },
    faults: { attribute: false },
    run: { attribute: false },
    kept: { attribute: false }, // whether it shows a result that was measured before, and has no controls
    site: { attribute: false }, // what this server allows
    busy: { attribute: false }, // whether the machine measures for some card of this page
    fewCores: { attribute: false }, // whether the machine has too few to show what threads do
    covered: { attribute: false }, // whether its answer waits for the visitor's guess
    ceilings: { attribute: false }, // the machine's, or null; a run that knew its own keeps those
    roofline: { state: true }, // the module, fetched with the first run whose work is counted
    recorded: { state: true }, // what another machine measured, or null
  };

  #begun = false; // whether a run was ever under way: until then there is no room for charts and race

  /** The guess is fetched when the card comes near the window; if it does not come, nothing may stay covered. */
  firstUpdated() {
    if (this.kept) return;
    whenNear(this, () => import("../guess/lanes-guess.js").catch(() => uncover(this.experiment.id)));
  }

  willUpdate() {
    if (this.run && this.run.stage !== "asking" && !this.#begun) this.#begin();
    if (this.recorded === undefined && !this.#begun && this.#borrows()) this.#borrow();
    if (this.roofline || !this.run || !this.experiment.countsWork) return;
    import("../charts/roofline.js").then((roofline) => {
      this.roofline = roofline;
    });
  }

  /** Whether a recorded result has to do, as this server measures nothing, or not now, or not with enough cores. */
  #borrows() {
    const { site, kept, fewCores } = this;
    return !kept && (fewCores || site?.readOnly || (site?.mode === "hosted" && site.busy));
  }

  #borrow() {
    this.recorded = null;
    Promise.all([import("./recorded-actions.js"), import("./recorded-run.js")])
      .then(([{ recordedOf }]) => recordedOf(this.experiment.id))
      .then((found) => {
        this.recorded = found;
      });
  }

  /** Makes room for charts and race, and fetches them: now, and not while something is timed. */
  #begin() {
    this.#begun = true;
    import("../charts/chart-wall.js");
    import("../export/answer-line.js");
    import("../charts/race-track.js");
  }

  #claim() {
    const { guideFigure, guideSpeedup, guideMeasured } = this.experiment.claim;
    const does = !guideSpeedup || guideMeasured === undefined ? "" : guideMeasured ? " measured" : " reckons";
    return html`<p class="claim" data-gives-away><span>the guide${does}</span>
      ${guideSpeedup ? html`<b>${plainSpeedup(guideSpeedup)}</b>` : nothing}<span>${guideFigure}</span></p>`;
  }

  render() {
    const { experiment, code, settings, view, faults, run, busy } = this;
    const { id, question, title, explanation, claim } = experiment;
    const ceilings = run?.ceilings ?? this.ceilings;
    const cases = caseRows(experiment, settings, run);
    const rows = this.roofline?.withLimits(cases, ceilings) ?? cases;
    const { claim: told, reference } = claimRows(experiment, rows, run);
    const racing = raceRows(rows, run?.verdict ? [told, reference] : []);
    return html`
      <article class="lab" id=${`lab-${id}`} ?data-covered=${this.covered} tabindex="-1" aria-labelledby=${`${id}-question`}>
        <header>
          <div><p class="lab-title">${title}</p><h2 id=${`${id}-question`}>${question}</h2>
            <p data-gives-away>The guide says: ${claim.text}</p></div>
          ${this.#claim()}
        </header>
        ${
          this.kept
            ? nothing
            : html`<run-controls .experiment=${experiment} .settings=${settings} .faults=${faults} .run=${run}
                .site=${this.site}></run-controls>
              <run-status .experiment=${experiment} .run=${run} .settings=${settings} .fault=${faults.run}
                .busy=${busy}></run-status>`
        }
        <code-compare .id=${id} .code=${code} .colours=${this.#colours(experiment)}
          .left=${view.left} .right=${view.right}
          .times=${racing}></code-compare>
        ${
          run?.verdict?.answer
            ? html`<answer-line .experiment=${experiment} .run=${run}></answer-line>`
            : nothing
        }
        <div class="answer" ?data-idle=${!this.#begun}>
          <answer-panel .experiment=${experiment} .run=${run} .rows=${rows}
            .readOnly=${Boolean(this.site?.readOnly)}></answer-panel>
          ${this.kept ? nothing : html`<lanes-guess experiment=${id}></lanes-guess>`}
          ${
            this.#begun
              ? html`<chart-wall .experiment=${experiment} .rows=${rows} .run=${run} .axis=${view.axis}
                .timeline=${view.timeline} .ceilings=${ceilings}></chart-wall>`
              : nothing
          }
        </div>
        ${this.recorded && !this.#begun ? html`<recorded-run .found=${this.recorded}></recorded-run>` : nothing}
        ${this.#begun ? html`<race-track .experiment=${experiment} .rows=${racing} .run=${run}
              .busy=${busy}></race-track>` : nothing}
        <footer class="why">
          <div data-gives-away><h3>What happens, and why</h3>${explanation.split(/\n\n+/).map((text) => html`<p>${text}</p>`)}</div>
          ${this.kept ? nothing : html`<share-button .experiment=${experiment} .run=${run}></share-button>`}
        </footer>
      </article>`;
  }

  /** The same object as long as the experiment is the same, so that codes are not drawn anew with every sample. */
  #colours(experiment) {
    if (this.coloured !== experiment) {
      this.coloured = experiment;
      this.colours = hues(experiment);
    }
    return this.colours;
  }
}

customElements.define("experiment-card", ExperimentCard);
