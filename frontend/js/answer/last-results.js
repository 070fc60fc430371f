// What this browser has measured last of each experiment, and how it is told. The first half is pure.
import { count, direction, plural, ratio, sameInWords } from "../base/format.js";
import { keepText, parsed, storedText } from "../base/stored.js";
import { caseRows, claimRows, wrongRows } from "./results.js";

const KEY = "lanes.results";
const VERSION = 1;
const MARKS = { HOLDS: "holds", DOES_NOT_HOLD: "fails", CANNOT_TELL: "unclear" };
const MARK_WORDS = {
  holds: "the claim holds here",
  fails: "the claim does not hold here",
  unclear: "not clear here",
  none: "not run here yet",
};

const bare = (speedup) => (speedup ? { value: speedup.value, low: speedup.low, high: speedup.high } : null);

/** The settings that a figure holds for, where they are not the usual ones: "busy, 2 workers". */
function settingsOf(experiment, run, claim) {
  const own = experiment.params
    .filter(({ name, default: usual }) => run.settings.params[name] !== usual)
    .map(({ name, label, choices }) => {
      const value = run.settings.params[name];
      return choices?.find((choice) => choice.value === value)?.label ?? `${label} ${count(value)}`;
    });
  return [...own, ...(claim?.pooled ? [plural(claim.workers, "worker")] : [])].join(", ");
}

/** What is kept of a finished run: its outcome, the quoted speedup and over what it is, that over an interpreter, and
 * the settings. */
export function resultOf(experiment, run, date) {
  const rows = caseRows(experiment, run.settings, run);
  const { claim, reference, speedup, besides } = claimRows(experiment, rows, run);
  const wrong = wrongRows(rows).find((row) => row.variant === experiment.claim.claimVariant);
  const own = experiment.params.some((param) => run.settings.params[param.name] !== param.default);
  return {
    outcome: run.verdict?.outcome ?? "CANNOT_TELL",
    speedup: bare(speedup),
    over: reference?.label ?? null,
    besides: besides?.reference.baseline ? bare(besides.speedup) : null,
    settings: settingsOf(experiment, run, claim),
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

const timesInWords = (speedup) => {
  const way = direction(speedup);
  return way === "same"
    ? sameInWords(speedup)
    : `${ratio(way === "slower" ? 1 / speedup.value : speedup.value)} times ${way}`;
};

/** A live figure: "1.9 times faster (busy, 4 workers)", "no clear difference", "wrong: lost 3 updates". */
export function figureOf(result) {
  if (!result) return "not run here yet";
  if (result.wrong !== null) return result.wrong ? `wrong: ${result.wrong}` : "wrong result";
  if (!result.speedup) return "not compared";
  if (result.doubtful) return "too uncertain to compare";
  const told = timesInWords(result.speedup);
  const both = result.besides ? ` beside compiled code, and ${timesInWords(result.besides)} than interpreted` : "";
  return `${told}${both}${result.settings ? ` (${result.settings})` : ""}`;
}

/** How sure that figure is, and when it was measured. */
export function figureInFull(result) {
  if (!result) return "";
  const between = result.speedup
    ? `${ratio(result.speedup.low)} to ${ratio(result.speedup.high)} times the speed of ${result.over ?? "the baseline"}; `
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
  const { version, results } = parsed(text) ?? {};
  const known = version === VERSION ? Object.entries(results ?? {}) : [];
  return Object.fromEntries(known.filter(([, result]) => isResult(result)));
}

export const writeResults = (results) => JSON.stringify({ version: VERSION, results });

export const storedResults = () => parseResults(storedText(KEY));

/** The results with one more, also of what other tabs have stored meanwhile. */
export function keepResult(results, id, result) {
  const all = { ...results, ...storedResults(), [id]: result };
  keepText(KEY, writeResults(all));
  return all;
}

/** Tells the listener when another tab has measured something. */
export function onResultsElsewhere(listener) {
  window.addEventListener("storage", ({ key }) => {
    if (key === KEY) listener(storedResults());
  });
}
