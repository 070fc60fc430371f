// How near a measured case comes to what the machine can do: the roofline model. Pure.
//
// An operation with `flops` of useful work that moves at least `bytes` takes at least flops / peak rate, and at least
// bytes / bandwidth of the level of memory that its data fit into: the longer of the two is its limit. Flop per
// nanosecond are GFLOP/s, and bytes per nanosecond GB/s. Williams, Waterman, Patterson: Roofline, CACM 52(4), 2009.
import { plural, ratio, significant } from "./format.js";

const PERCENT_DIGITS = 2;

/** Whether there is something to compare with: also while the ceilings are measured anew. */
export const areKnown = (ceilings) => ceilings?.compute?.length > 0 && ceilings.bandwidth?.length > 0;

/** "one core", "2 cores". */
export const coresInWords = (workers) => (workers === 1 ? "one core" : plural(workers, "core"));

/** "L2 bandwidth", "memory bandwidth", "arithmetic". */
export const boundInWords = ({ level }) => (level ? `${level} bandwidth` : "arithmetic");

/** The entries of so many workers: of the nearest number that was measured and is not above. */
function ofWorkers(entries, workers) {
  const counts = entries.map((entry) => entry.workers);
  const measured = Math.max(Math.min(...counts), ...counts.filter((count) => count <= workers));
  return entries.filter((entry) => entry.workers === measured);
}

/** The arithmetic ceiling `{ workers, gflops }` of so many workers. */
export const peakOf = (ceilings, workers) => ofWorkers(ceilings.compute, workers)[0];

const reach = ({ upToBytes }) => upToBytes ?? Infinity;

/** The levels `{ level, workers, upToBytes, gbPerSecond }` from the nearest on, each at the best of its patterns. */
export function levelsOf(ceilings, workers) {
  const best = new Map();
  for (const entry of ofWorkers(ceilings.bandwidth, workers)) {
    const known = best.get(entry.level);
    if (!known || entry.gbPerSecond.median > known.gbPerSecond.median) best.set(entry.level, entry);
  }
  return [...best.values()].sort((a, b) => reach(a) - reach(b));
}

/** The nearest of the levels that the operation's data fit into. */
export const levelOf = ({ footprint }, levels) => levels.find((one) => footprint <= reach(one)) ?? levels.at(-1);

/**
 * The limit of an operation: the least time it can take in ns, from `low` to `high` as the ceilings' intervals allow,
 * for how many workers that was measured, and the level whose bandwidth it is, or null where it is the arithmetic.
 * Null where the work or the ceilings are not known.
 */
export function limitOf(work, ceilings, workers) {
  if (!work || !areKnown(ceilings) || (work.flops === 0 && work.bytes === 0)) return null;
  const peak = peakOf(ceilings, workers);
  const level = levelOf(work, levelsOf(ceilings, workers));
  const times = (part) => [work.flops / peak.gflops[part], work.bytes / level.gbPerSecond[part]];
  const [calculating, moving] = times("median");
  const bound = calculating >= moving ? { level: null, workers: peak.workers } : level;
  return {
    ns: Math.max(calculating, moving),
    low: Math.max(...times("high")),
    high: Math.max(...times("low")),
    level: bound.level,
    workers: bound.workers,
  };
}

/** The share of the limit that a time reaches, 1 being all of it; without an interval as long as the time has none. */
export function shareOf(limit, { median, low, high }) {
  const sure = low !== null;
  return { value: limit.ns / median, low: sure ? limit.low / high : null, high: sure ? limit.high / low : null };
}

const percent = (share) => significant(100 * share, PERCENT_DIGITS);

/**
 * "64 % of what one core can do (61-66 %)" or "93 % of L3 bandwidth of one core (90-96 %)"; above all of it "at the
 * limit", or where the interval leaves no doubt "1.3 times" the limit as measured.
 */
export function shareInWords({ value, low, high }, limit) {
  const cores = coresInWords(limit.workers);
  const all = limit.level ? `${boundInWords(limit)} of ${cores}` : `what ${cores} can do`;
  const interval = low === null ? "" : ` (${percent(low)}-${percent(high)} %)`;
  if (value <= 1) return `${percent(value)} % of ${all}${interval}`;
  return low > 1 ? `${ratio(value)} times ${all}${interval}` : `at the limit of ${all}${interval}`;
}

const rateInWords = (rate, limit) => `${significant(rate)} of ${significant(limit)}`;

/** What limits the operation, with the rates reached and possible; or why it is faster than its limit. */
export function limitInWords({ work, workers, time }, limit, share) {
  if (share.low > 1) {
    return workers > limit.workers
      ? `The ceiling was measured with ${coresInWords(limit.workers)} only.`
      : "Faster than the ceiling as measured: the data stayed nearer to the core, or the ceiling was measured too low.";
  }
  const { median } = time;
  return limit.level
    ? `Moving its data is the limit: ${rateInWords(work.bytes / median, work.bytes / limit.ns)} GB/s.`
    : `The arithmetic is the limit: ${rateInWords(work.flops / median, work.flops / limit.ns)} GFLOP/s.`;
}

/** Useful flop per byte moved; infinite where nothing is moved. */
export const intensityOf = ({ flops, bytes }) => flops / bytes;

/** The rows of cases with the `limit` of each, and once there is a time the share of it, in words and why; null where
 * it is not known. */
export function withLimits(rows, ceilings) {
  return rows.map((row) => {
    const limit = limitOf(row.work, ceilings, row.workers);
    if (!limit || !row.time) return { ...row, limit };
    const share = shareOf(limit, row.time);
    return {
      ...row,
      limit: { ...limit, share, words: shareInWords(share, limit), reason: limitInWords(row, limit, share) },
    };
  });
}
