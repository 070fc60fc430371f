// What another machine measured, as long as nothing was measured here: its answer and its views, named as recorded.
import * as api from "../base/api.js";
import { resultAddress } from "../results/result-address.js";
import { originInWords, pastRun } from "../results/result-run.js";
import { caseRows, raceRows } from "../answer/results.js";
import { withLimits } from "../charts/roofline.js";
import { below } from "../base/root.js";
import { defaultView } from "../base/settings.js";
import { html, nothing, PageElement } from "../elements/element.js";
import "../answer/answer-panel.js";
import "./card-views.js";

let machines = null;

const same = (one, other) => one?.architecture === other?.architecture && one?.usableCpus === other?.usableCpus;

/**
 * The recorded result of an experiment, from the first machine that has one: `{ ref, result }`; null where none has.
 *
 * @param like a machine; one with as many processors of its architecture comes before all others
 */
export async function recordedOf(id, like) {
  machines ??= api.recorded();
  const all = await machines.catch(() => {
    machines = null; // asked again by the next card
    return [];
  });
  const having = all.filter(({ experiments }) => experiments.some((one) => one.id === id));
  const machine = having.find((one) => same(one.machine, like)) ?? having[0];
  const result = machine ? await api.recordedResult(machine.id, id).catch(() => null) : null;
  return result && { ref: `recorded:${machine.id}/${id}`, result };
}

customElements.define("recorded-run", class extends PageElement {
  static properties = { found: { attribute: false }, view: { state: true } };

  willUpdate(changed) {
    if (!changed.has("found") || !this.found) return;
    const { experiment, run } = this.found.result;
    this.view = { ...defaultView(experiment), open: "cases" };
    this.past = pastRun(experiment, run);
    this.rows = withLimits(caseRows(experiment, this.past.settings, this.past), this.past.ceilings);
  }

  render() {
    if (!this.found) return nothing;
    const { ref, result } = this.found;
    const { experiment, codeChanged } = result;
    const { rows, past, view } = this;
    const { axis, timeline } = view;
    const named = { ...experiment, id: `${experiment.id}-recorded` };
    return html`
      <section class="recorded-run" aria-label=${`Recorded result: ${experiment.title}`}
        @change-view=${(event) => {
          event.stopPropagation();
          this.view = { ...view, ...event.detail.part };
        }}>
        <p class="recorded-from"><span><strong>${originInWords(result)}</strong>, not on this machine.
          ${codeChanged ? "The code has changed since." : nothing}</span>
          <a href=${below(resultAddress([{ ref }]))}>Open the recorded result</a></p>
        <answer-panel .experiment=${experiment} .run=${past} .rows=${rows} .axis=${axis} recorded></answer-panel>
        <card-views .kept=${true} .chosen=${view.open} .of=${{
          experiment: named,
          ...{ rows, racing: raceRows(rows), run: past, settings: past.settings, axis, timeline },
          ...{ ceilings: past.ceilings, machine: past.machine, busy: false },
        }}></card-views>
      </section>`;
  }
});
