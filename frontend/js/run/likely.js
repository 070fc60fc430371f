// How long a run is likely to take: its budget, by the pace at which this browser's last runs really went. Pure.
import { estimateSeconds } from "../base/settings.js";

/** The share of its budget that a run takes: quick ones as in docs/results/quick.md, standard ones as
 * src/tools/likely.mjs tells; of thorough ones it is a guess. */
const USUAL_PACE = { quick: 0.95, standard: 0.98, thorough: 0.98 };
const FEWEST_RUNS = 2;

/** The pace of the last runs of that effort, or the usual one while there are few. */
export function paceOf(results, effort) {
  const paces = Object.values(results)
    .filter(({ took }) => took?.effort === effort && took.seconds > 0 && took.budget > 0)
    .map(({ took }) => took.seconds / took.budget)
    .sort((a, b) => a - b);
  return paces.length < FEWEST_RUNS ? (USUAL_PACE[effort] ?? 1) : paces[paces.length >> 1];
}

export const likelySeconds = (experiment, settings, results) =>
  estimateSeconds(experiment, settings) * paceOf(results, settings.effort);

/** What a finished run took, and what its budget was. */
export function tookOf(experiment, run) {
  const seconds = (Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000;
  return { effort: run.settings.effort, seconds, budget: estimateSeconds(experiment, run.settings) };
}
