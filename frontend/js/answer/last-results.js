// What this browser has measured last of each experiment, and how it is told. The first half is pure.
import { direction, ratio } from "../base/format.js";
import { caseRows, claimRows, wrongRows } from "./results.js";
import { cautious } from "./trust.js";

const KEY = "lanes.results";
const VERSION = 1;
const MARKS = { HOLDS: "holds", DOES_NOT_HOLD: "fails", CANNOT_TELL: "unclear" };
const MARK_WORDS = {
  holds: "the claim holds here",
  fails: "the claim does not hold here",
  unclear: "it cannot be told here",
  none: "not run here yet",
};

/**
 * What is kept of a finished run: the verdict's outcome, the claim's speedup with its interval, whether it is in doubt,
 * what went wrong with the claim's result, and whether it was measured with parameters of the visitor's own.
 */
export function resultOf(experiment, run, date) {
  const rows = caseRows(experiment, run.settings, run);
  const { claim, reference } = claimRows(experiment, rows, run.machine);
  const speedup = cautious(run.verdict?.measuredSpeedup ?? claim?.speedup, claim?.trust, reference?.trust);
  const wrong = wrongRows(rows).find((row) => row.variant === experiment.claim.claimVariant);
  const own = experiment.params.some((param) => run.settings.params[param.name] !== param.default);
  return {
    outcome: run.verdict?.outcome ?? "CANNOT_TELL",
    speedup: speedup ? { value: speedup.value, low: speedup.low, high: speedup.high } : null,
    doubtful: Boolean(speedup?.doubtful),
    wrong: wrong ? (wrong.check?.text ?? "") : null,
    own,
    date,
    run: run.id,
  };
}

/** "holds", "fails", "unclear" or "none". */
export const markOf = (result) => MARKS[result?.outcome] ?? "none";
export const markInWords = (result) => MARK_WORDS[markOf(result)];

/** A live figure: "212 times faster", "no clear difference", "too uncertain to compare", "wrong: lost 3 updates". */
export function figureOf(result) {
  if (!result) return "not run here yet";
  if (result.wrong !== null) return result.wrong ? `wrong: ${result.wrong}` : "wrong result";
  if (!result.speedup) return "not compared";
  if (result.doubtful) return "too uncertain to compare";
  const way = direction(result.speedup);
  if (way === "same") return "no clear difference";
  const { value } = result.speedup;
  return `${ratio(way === "slower" ? 1 / value : value)} times ${way}`;
}

/** How sure that figure is, and when it was measured. */
export function figureInFull(result) {
  if (!result) return "";
  const between = result.speedup
    ? `${ratio(result.speedup.low)} to ${ratio(result.speedup.high)} times the baseline's speed; `
    : "";
  const own = result.own ? "with settings of your own, " : "";
  const day = new Date(result.date).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return `${between}${own}measured on ${day}; ${markInWords(result)}`;
}

const isResult = (one) =>
  Boolean(one) &&
  one.outcome in MARKS &&
  !Number.isNaN(Date.parse(one.date)) &&
  (one.speedup === null || ["value", "low", "high"].every((part) => Number.isFinite(one.speedup?.[part])));

/** Results by id from their stored text; what another version wrote, or nobody understands, is left out. */
export function parseResults(text) {
  try {
    const { version, results } = JSON.parse(text ?? "{}");
    if (version !== VERSION) return {};
    return Object.fromEntries(Object.entries(results).filter(([, result]) => isResult(result)));
  } catch {
    return {};
  }
}

export const writeResults = (results) => JSON.stringify({ version: VERSION, results });

export function storedResults() {
  try {
    return parseResults(localStorage.getItem(KEY));
  } catch {
    return {};
  }
}

/** The results with one more, also of what other tabs have stored meanwhile. */
export function keepResult(results, id, result) {
  const all = { ...results, ...storedResults(), [id]: result };
  try {
    localStorage.setItem(KEY, writeResults(all));
  } catch {
    // Without storage the results last until the page is closed.
  }
  return all;
}

/** Tells the listener when another tab has measured something. */
export function onResultsElsewhere(listener) {
  window.addEventListener("storage", ({ key }) => {
    if (key === KEY) listener(storedResults());
  });
}
