// The card of an experiment with all that the state knows of it.
import { keyed } from "lit/directives/keyed.js";
import { isAnyMeasuring } from "../answer/run-state.js";
import { isCovered } from "../base/guessing.js";
import { html } from "../elements/element.js";

/** The card itself, which comes while the text is read. */
export const cards = import("../card/experiment-card.js");

export function cardOf(state, experiment) {
  const { codes, settings, views, faults, runs, results, ceilings, machine, site } = state;
  const { id } = experiment;
  return keyed(
    id,
    html`<experiment-card .experiment=${experiment} .code=${codes[id]} .settings=${settings[id]}
      .view=${views[id]} .faults=${faults[id]} .run=${runs[id]} .busy=${isAnyMeasuring(runs)}
      .covered=${isCovered(state, id)} .results=${results} .ceilings=${ceilings} .site=${site} .machine=${machine}></experiment-card>`,
  );
}
