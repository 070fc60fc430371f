// What is known of each case of an experiment, as rows for charts, tables and the race. Pure.
import { claimKey, referenceKey } from "./claim.js";
import { wayInWords } from "../base/format.js";
import { hues } from "../base/palette.js";
import { timeOf } from "./run-state.js";
import { chosenCases } from "../base/settings.js";
import { cautious } from "./trust.js";

/** Bytes: an operation that allocates no more than a line of the cache is said to allocate nothing. */
const WORTH_A_MARK = 64;
const LEVELS = ["good", "noisy", "doubtful"];

/** The label, which says of an interpreted variant that it is one. */
const named = ({ label, execution }) =>
  execution === "interpreted" && !/interpret/i.test(label) ? `${label} (interpreted)` : label;

/** One row per case: those of the run, or before there is one those that the settings would measure. */
export function caseRows(experiment, settings, run) {
  const colours = hues(experiment);
  const measured = new Map(run?.cases.map((one) => [one.key, one]));
  const cases = measured.size > 0 ? [...measured.values()] : chosenCases(experiment, run?.settings ?? settings);
  const baseline = cases.find(({ variant }) => variant === experiment.claim.baselineVariant);
  const trustInBaseline = measured.get(baseline?.key)?.trust;
  const trustInYardstick = measured.get(experiment.claim.yardstickVariant)?.trust;
  return cases.map(({ key, variant: id, pool, workers }) => {
    const variant = experiment.variants.find((one) => one.id === id);
    const result = measured.get(key);
    const label = named(variant);
    return {
      ...{ key, variant: id, pool, workers },
      variantLabel: label,
      pooled: variant.pooled,
      baseline: variant.baseline,
      label: variant.pooled ? `${label}, ${pool} ${workers}` : label,
      shortLabel: variant.pooled ? `${pool} ${workers}` : label,
      hue: colours[id],
      time: timeOf(result),
      way: wayInWords(variant),
      cold: variant.execution === "from-cold",
      callsBefore: variant.callsBefore ?? 0,
      speedup: cautious(result?.speedup, result?.trust, trustInBaseline) ?? null,
      overYardstick: cautious(result?.speedupOverYardstick, result?.trust, trustInYardstick) ?? null,
      samples: result?.iterations ?? [],
      correct: result?.correct ?? null,
      check: result?.check ?? null,
      figures: result?.figures ?? [],
      trust: result?.trust ?? null,
      timeline: result?.timeline ?? null,
      allocated: result?.allocatedBytesPerOp ?? null,
      allocates: result?.allocatedBytesPerOp >= WORTH_A_MARK ? result.allocatedBytesPerOp : null,
      work: result?.work ?? null,
    };
  });
}

/** The row of the case that the claim is about, and of what it is compared with; null where not measured. */
export function claimRows(experiment, rows, machine = null) {
  const row = (key) => rows.find((one) => one.key === key) ?? null;
  return {
    claim: row(claimKey(experiment, rows)),
    reference: row(referenceKey(experiment, rows, machine)),
  };
}

/** The row whose error is the largest among those that numbers were compared of; null where none was. */
export function largestError(rows) {
  const error = (row) => row.check?.maxRelativeError ?? -1;
  return rows.reduce((worst, row) => (error(row) > (worst ? error(worst) : -1) ? row : worst), null);
}

/** The trust in a comparison: the lower of its two lights, and each reason once, as the lower one gives it. */
export function trustInBoth(...rows) {
  const known = rows.map((row) => row?.trust).filter(Boolean);
  if (known.length === 0) return null;
  const lowestFirst = known.sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level));
  const byCode = Map.groupBy(
    lowestFirst.flatMap((trust) => trust.reasons),
    (reason) => reason.code,
  );
  return { level: lowestFirst[0].level, reasons: [...byCode.values()].map(([first]) => first) };
}

/** The rows whose output is wrong, worst first where losses were counted. */
export function wrongRows(rows) {
  const lost = (row) => row.check?.lost ?? 0;
  return rows.filter((row) => row.correct === false).sort((a, b) => lost(b) - lost(a));
}

/** The rows that race: each variant's fastest case. */
export function raceRows(rows) {
  const fastest = new Map();
  for (const row of rows) {
    const best = fastest.get(row.variant);
    if (!best || (row.time && (!best.time || row.time.median < best.time.median))) fastest.set(row.variant, row);
  }
  return [...fastest.values()];
}
