// What is known of each case of an experiment, as rows for charts, tables and the race. Pure.
import { claimKey, referenceKey } from "./claim.js";
import { wayInWords } from "../base/format.js";
import { hues } from "../elements/palette.js";
import { timeOf } from "./run-state.js";
import { chosenCases } from "../base/settings.js";

/** Bytes: an operation that allocates no more than a line of the cache is said to allocate nothing. */
const WORTH_A_MARK = 64;
const LEVELS = ["good", "noisy", "doubtful"];

/** The label, which says of an interpreted variant that it is one. */
const named = ({ label, execution }) =>
  execution === "interpreted" && !/interpret/i.test(label) ? `${label} (interpreted)` : label;

/** The speedup, marked where its own case or the baseline is in doubt: then nothing says that one side wins. */
export function cautious(speedup, ...trusts) {
  return speedup && trusts.some((trust) => trust?.level === "doubtful") ? { ...speedup, doubtful: true } : speedup;
}

/** One row per case: those of the run, of a sweep at the parameter's own value; or before there is one those that the
 * settings would measure. */
export function caseRows(experiment, settings, run) {
  const colours = hues(experiment);
  const { sweep, params } = run?.request ?? {};
  const own = run?.cases.filter(({ at, edited }) => !edited && (!sweep || at === params[sweep.param]));
  const measured = new Map(own?.map((one) => [one.key, one]));
  const cases = measured.size > 0 ? [...measured.values()] : chosenCases(experiment, run?.settings ?? settings);
  const baseline = cases.find(({ variant }) => variant === experiment.claim.baselineVariant);
  const trustInBaseline = measured.get(baseline?.key)?.trust;
  const trustInYardstick = measured.get(experiment.claim.yardstickVariant)?.trust;
  return cases.map(({ key, variant: id, pool, workers }) => {
    const variant = experiment.variants.find((one) => one.id === id);
    const result = measured.get(key);
    const original = measured.get(key.replace("@edit", "")); // of an edit
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
      overOriginal: cautious(result?.speedupOverOriginal, result?.trust, original?.trust) ?? null,
      overYardstick: cautious(result?.speedupOverYardstick, result?.trust, trustInYardstick) ?? null,
      samples: result?.iterations ?? [],
      outliers: result?.outliers ?? [],
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

/**
 * What a run is told by: `claim`, the row of the case that was judged; `reference`, what it is quoted against; the
 * `speedup` over that; `besides: { reference, speedup }`, such as over an interpreter; and `best: { row, speedup }`
 * if another case is the best. As the verdict has it, or as known so far; null if not measured.
 */
export function claimRows(experiment, rows, run) {
  const row = (key) => rows.find((one) => one.key === key) ?? null;
  const verdict = run?.verdict;
  const { yardstickVariant, againstCores, againstVariant } = experiment.claim;
  const claim = row(verdict?.claimKey ?? claimKey(experiment, rows));
  const compared = row(verdict?.referenceKey ?? referenceKey(experiment, rows, run?.machine ?? null));
  const yardstick = rows.find((one) => one.variant === yardstickVariant);
  const reference = row(verdict?.quoted?.referenceKey) ?? (compared?.baseline ? yardstick : null) ?? compared;
  const soFar = againstCores || againstVariant ? null : claim?.speedup;
  const over = (speedup, other) => cautious(speedup, claim?.trust, other?.trust) ?? null;
  const ratio = over(verdict?.measuredSpeedup ?? soFar, compared);
  const quoted = reference === compared ? ratio : over(verdict?.quoted?.speedup ?? claim?.overYardstick, reference);
  const other = reference === compared ? [yardstick, claim?.overYardstick] : [compared, ratio];
  const best = verdict?.best && verdict.best.key !== claim?.key ? row(verdict.best.key) : null;
  return {
    claim,
    reference,
    speedup: quoted,
    besides: other[0] && other[1] ? { reference: other[0], speedup: other[1] } : null,
    best: best && { row: best, speedup: over(verdict.best.speedup, best) },
  };
}

/** The row whose error is the largest among those that numbers were compared of; null where none was. */
export function largestError(rows) {
  const error = (row) => row.check?.maxRelativeError ?? -1;
  return rows.reduce((worst, row) => (error(row) > (worst ? error(worst) : -1) ? row : worst), null);
}

/** The trust in a comparison: the lower of its two lights, and each reason once, as the lower one gives it, with the
 * labels of those that have it. */
export function trustInBoth(...rows) {
  const known = [...new Set(rows)].filter((row) => row?.trust);
  if (known.length === 0) return null;
  const lowestFirst = known.sort((a, b) => LEVELS.indexOf(b.trust.level) - LEVELS.indexOf(a.trust.level));
  const byCode = Map.groupBy(
    lowestFirst.flatMap(({ trust, label }) => trust.reasons.map((reason) => ({ reason, label }))),
    ({ reason }) => reason.code,
  );
  return {
    level: lowestFirst[0].trust.level,
    reasons: [...byCode.values()].map((own) => ({ ...own[0].reason, of: own.map(({ label }) => label) })),
  };
}

/** The rows whose output is wrong, worst first where losses were counted. */
export function wrongRows(rows) {
  const lost = (row) => row.check?.lost ?? 0;
  return rows.filter((row) => row.correct === false).sort((a, b) => lost(b) - lost(a));
}

/** The rows that race: of each variant one that is `told` in words, or else its fastest case. */
export function raceRows(rows, told = []) {
  const one = new Map();
  for (const row of rows) {
    const best = one.get(row.variant);
    const faster = row.time && (!best?.time || row.time.median < best.time.median);
    if (!best || told.includes(row) || (faster && !told.includes(best))) one.set(row.variant, row);
  }
  return [...one.values()];
}
