// How near a measured case comes to what the machine can do: the roofline model. Pure.
//
// An operation with `flops` of useful work that moves at least `bytes` takes at least flops / peak rate, and at least
// bytes / bandwidth of the level of memory that its data fit into: the longer of the two is its limit. Flop per
// nanosecond are GFLOP/s, and bytes per nanosecond GB/s. Williams, Waterman, Patterson: Roofline, CACM 52(4), 2009.
import { plural, ratio, significant } from "../base/format.js";

const PERCENT_DIGITS = 2;
const FASTER =
  "Faster than the measured ceiling: the data stayed closer to the core, or the ceiling was measured too low.";

/** Whether there is something to compare with: also while the ceilings are measured anew. */
export const areKnown = (ceilings) => ceilings?.compute?.length > 0 && ceilings.bandwidth?.length > 0;

/** "one core", "2 cores". */
export const coresInWords = (workers) => (workers === 1 ? "one core" : plural(workers, "core"));

/** "L2 bandwidth", "memory bandwidth", "arithmetic". */
export const boundInWords = ({ level }) => (level ? `${level} bandwidth` : "arithmetic");

const byWorkers = (entries) => entries.toSorted((a, b) => a.workers - b.workers);

/**
 * What so many workers get of a ceiling that was measured with one and with more: each as much as one alone, but no
 * more than all together.
 *
 * @param rate tells the rate `{ median, low, high }` of an entry
 */
function atMost(entries, workers, rate) {
  const [fewest, most] = [byWorkers(entries).at(0), byWorkers(entries).at(-1)];
  const times = workers / fewest.workers;
  const { median, low, high } = rate(fewest);
  const alone = { median: median * times, low: low * times, high: high * times };
  return workers === 1 || alone.median < rate(most).median ? alone : rate(most);
}

const coresOf = (entries, workers) => Math.min(workers, Math.max(...entries.map((entry) => entry.workers)));

/** From this share on a ceiling is what sets the time; below it is only the nearest. The server has it, too. */
const THE_LIMIT = 0.7;

/** The arithmetic ceiling `{ workers, gflops }` of so many workers, or of as many as there are cores. */
export const peakOf = ({ compute }, workers) => ({
  workers: coresOf(compute, workers),
  gflops: atMost(compute, workers, ({ gflops }) => gflops),
});

const reach = ({ upToBytes }) => upToBytes ?? Infinity;

/** The levels `{ level, upToBytes, workers, pattern, gbPerSecond }` from the nearest on, each with the pattern that
 * `moves` names or else, of those that any loop can have, the one that gets the most of it; what fits into them is as
 * measured with the nearest number of workers that is not above. */
export function levelsOf({ bandwidth: all }, workers, moves = null) {
  const bandwidth = all.filter(({ pattern }) => (moves ? pattern === moves : pattern !== "arraycopy"));
  const counts = bandwidth.map((entry) => entry.workers);
  const measured = Math.max(Math.min(...counts), ...counts.filter((count) => count <= workers));
  const best = bandwidth
    .filter((entry) => entry.workers === measured)
    .map(({ level, pattern, upToBytes }) => {
      const own = bandwidth.filter((one) => one.level === level && one.pattern === pattern);
      const gbPerSecond = atMost(own, workers, (one) => one.gbPerSecond);
      return { level, upToBytes, workers: coresOf(own, workers), pattern, gbPerSecond };
    })
    .sort((a, b) => reach(a) - reach(b) || b.gbPerSecond.median - a.gbPerSecond.median);
  return best.filter(({ level }, at) => level !== best[at - 1]?.level);
}

/** The nearest of the levels that the operation's data fit into. */
export const levelOf = ({ footprint }, levels) => levels.find((one) => footprint <= reach(one)) ?? levels.at(-1);

/**
 * The limit of an operation: the least time it can take in ns, from `low` to `high` as the ceilings' intervals allow,
 * for how many workers that was measured, and the level whose bandwidth it is, or null where it is the arithmetic.
 * Null where the work or its ceilings are not known.
 */
export function limitOf(work, ceilings, workers) {
  if (!work || !areKnown(ceilings) || (work.flops === 0 && work.bytes === 0)) return null;
  const peak = peakOf(ceilings, workers);
  const level = levelOf(work, levelsOf(ceilings, workers, work.moves));
  if (!level) return null;
  const reachable = work.peak ?? 1; // of the rate of multiply-adds on floats
  const times = (part) => [work.flops / (peak.gflops[part] * reachable), work.bytes / level.gbPerSecond[part]];
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
function shareOf(limit, { median, low, high }) {
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

/** What limits the operation, or else its nearest ceiling, with the rates reached and possible; or why it is faster. */
function limitInWords({ work, time }, limit, share) {
  if (share.low > 1) return FASTER;
  const { median } = time;
  const rates = limit.level
    ? `${rateInWords(work.bytes / median, work.bytes / limit.ns)} GB/s`
    : `${rateInWords(work.flops / median, work.flops / limit.ns)} GFLOP/s`;
  if (share.value >= THE_LIMIT) return `${limit.level ? "Moving its data" : "The arithmetic"} is the limit: ${rates}.`;
  return `Nearest ceiling: ${boundInWords(limit)}, ${rates}. What sets the time is something else.`;
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
