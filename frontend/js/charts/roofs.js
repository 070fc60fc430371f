// The cases under the roofs of the machine's ceilings: what the roofline draws, and the same as a table. Pure.
import { significant } from "../base/format.js";
import { boundInWords, coresInWords, intensityOf, levelOf, levelsOf, peakOf } from "./roofline.js";

/** The cases that have a place in the chart: those that calculate and move something. */
export const drawable = (rows) => rows.filter(({ work, limit }) => limit && work.flops > 0 && work.bytes > 0);

/** GFLOP/s of a case, with its interval; null while it has no time. */
export function rateOf({ work, time }) {
  if (!time) return null;
  const sure = time.low !== null;
  return {
    value: work.flops / time.median,
    low: sure ? work.flops / time.high : null,
    high: sure ? work.flops / time.low : null,
  };
}

/**
 * The roofs `{ workers, peak, levels }` over these cases: of the fewest workers all levels, of more only those in
 * which some case has its data.
 */
export function roofsOf(rows, ceilings) {
  const counts = [...new Set(rows.map(({ limit }) => limit.workers))].sort((a, b) => a - b);
  return counts.map((workers) => {
    const peak = peakOf(ceilings, workers);
    const levels = levelsOf(ceilings, workers);
    const homes = rows.filter(({ limit }) => limit.workers === workers).map(({ work }) => levelOf(work, levels));
    return { workers, peak, levels: counts[0] === workers ? levels : levels.filter((level) => homes.includes(level)) };
  });
}

/** A case as it is told at its point. */
export const pointInWords = (row) => `${row.label}: ${significant(rateOf(row).value)} GFLOP/s, ${row.limit.words}`;

const between = (rate, unit) =>
  rate?.low == null ? "–" : `${significant(rate.low)} to ${significant(rate.high)}${unit}`;

const roofRow = (label, { median, low, high }, unit) => [
  ...[label, `${significant(median)} ${unit}`, between({ low, high }, ` ${unit}`), "–", "–", "–"],
];

/** The cases, and under them the roofs. */
export function rooflineTable(rows, ceilings) {
  const cases = drawable(rows);
  return {
    columns: ["Case or ceiling", "Rate", "95 % interval", "Flop per byte", "Limit", "Of the limit"],
    rows: [
      ...cases.map((row) => [
        row.label,
        row.time ? `${significant(rateOf(row).value)} GFLOP/s` : "–",
        between(rateOf(row), " GFLOP/s"),
        significant(intensityOf(row.work)),
        `${significant(row.work.flops / row.limit.ns)} GFLOP/s by ${boundInWords(row.limit)}`,
        row.limit.words ?? "–",
      ]),
      ...roofsOf(cases, ceilings).flatMap(({ workers, peak, levels }) => [
        roofRow(`Ceiling of ${coresInWords(workers)}: arithmetic`, peak.gflops, "GFLOP/s"),
        ...levels.map((level) =>
          roofRow(`Ceiling of ${coresInWords(workers)}: ${level.level} (${level.pattern})`, level.gbPerSecond, "GB/s"),
        ),
      ]),
    ],
  };
}

/** The chart in a sentence or two, for those who do not see it. */
export function rooflineSummary(rows) {
  const measured = drawable(rows).filter((row) => row.time);
  if (measured.length === 0) return "Nothing measured yet.";
  return measured.map((row) => `${pointInWords(row)}.`).join(" ");
}
