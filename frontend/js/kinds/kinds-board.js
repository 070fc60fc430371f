// The runs of one experiment on all kinds of machines, compared as their figures come in; and what was recorded on such
// a machine if the chosen kind is away.
import { isOver } from "../answer/run-state.js";
import { LiveElement } from "../elements/live-element.js";
import { below } from "../base/root.js";
import { addSheet } from "../elements/style-sheets.js";
import { html, nothing } from "../elements/element.js";
import { measurementOfRun } from "../results/measurement.js";
import { resultAddress } from "../results/result-address.js";
import { stageText } from "../run/stage-words.js";
import { cancelAll, putAllAway } from "./all-kinds-actions.js";
import { isAway } from "./kind-words.js";

await addSheet("kinds");

customElements.define("kinds-board", class extends LiveElement {
  static properties = {
    experiment: { attribute: false },
    recorded: { state: true }, // what was recorded on such a machine, or null
  };

  #borrowed = null; // the kind that `recorded` is for

  take({ everywhere, runs, kinds, site }) {
    if (!this.experiment) return null;
    const { id, machine } = this.experiment;
    const all = everywhere[id] ?? null;
    const borrows = site?.readOnly || (site?.mode === "hosted" && site.busy); // the card itself
    const chosen = kinds?.find(({ kind }) => kind === machine);
    const away = !all && !runs[id] && !borrows && chosen && isAway(chosen) ? chosen : null;
    return all || away ? { all, away } : null;
  }

  willUpdate(changed) {
    if (changed.has("experiment")) this.look();
    const away = this.now?.away;
    if (!away || this.#borrowed === away.kind) return;
    this.#borrowed = away.kind;
    this.#borrow(away);
  }

  async #borrow({ machines }) {
    this.recorded = null;
    const { recordedOf } = await import("../card/recorded-run.js");
    this.recorded = await recordedOf(this.experiment.id, machines.find(({ machine }) => machine)?.machine);
  }

  updated() {
    if (!this.now?.all) this.shown = false;
    else if (!this.shown) {
      this.shown = true;
      import("../shared/compare-board.js");
      this.scrollIntoView({ block: "nearest" });
    }
  }

  #line({ label, experiment, run, problem }) {
    const labels = new Map((experiment ?? this.experiment).variants.map((variant) => [variant.id, variant.label]));
    const text = run ? stageText(run, (key) => labels.get(key.split("/")[0]) ?? key) : "Requesting a run";
    return html`<li data-stage=${run?.stage ?? "none"}><b>${label}</b>
      <span>${problem ?? run?.problem?.detail ?? text}</span></li>`;
  }

  #board() {
    const { experiment } = this;
    const { all } = this.now;
    const going = all.some(({ run }) => run && !isOver(run));
    const measured = all.filter(({ run }) => run?.cases.length > 0);
    const finished = all.filter(({ run }) => run?.stage === "finished");
    const refs = finished.map(({ run }) => ({ ref: `run:${run.id}` }));
    const measurements = measured.map((one) => ({
      ...measurementOfRun(one.experiment, one.run),
      ...{ name: one.label, mine: false },
    }));
    return html`
      <section class="kinds-board" aria-label=${`All kinds of machines: ${experiment.title}`}
        ?data-going=${going}>
        <ul class="kinds-runs">${all.map((one) => this.#line(one))}</ul>
        <p class="kinds-actions">
          ${
            going
              ? html`<button type="button" @click=${() => cancelAll(experiment.id)}>Cancel all</button>`
              : html`<button type="button" @click=${() => putAllAway(experiment.id)}>Close</button>`
          }
          ${
            !going && refs.length > 1
              ? html`<a href=${below(resultAddress(refs))}>Open the comparison</a>`
              : nothing
          }</p>
        ${
          measurements.length > 0
            ? html`<compare-board .measurements=${measurements} .experiment=${experiment} .whole=${!going}
                .heading=${"All kinds of machines"} .fixed=${true}></compare-board>`
            : nothing
        }
      </section>`;
  }

  render() {
    if (this.now?.all) return this.#board();
    return this.now?.away && this.recorded ? html`<recorded-run .found=${this.recorded}></recorded-run>` : nothing;
  }
});
