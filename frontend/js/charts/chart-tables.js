// The same figures as each chart, as a table: `{ columns, rows }` of texts. Pure.
import { fitInWords, fitOf } from "./chart-amdahl.js";
import { bytes, count, figureInWords, plural, ratio, speedupInWords, time } from "../base/format.js";
import { cpuInWords, cpuTime } from "./processor-time.js";

const interval = (low, high, say) => (low == null ? "–" : `${say(low)} to ${say(high)}`);

export function timeTable(rows) {
  const ways = rows.some((row) => row.way);
  const figures = rows.some((row) => row.figures.length > 0);
  const allocations = rows.some((row) => row.allocates);
  const limits = rows.some((row) => row.limit);
  return {
    columns: [
      ...["Case", "Time per operation", "95 % interval", "CPU time", "In words", "Samples", "Forks", "Trust"],
      ...["Result", "Check"],
      ...(limits ? ["Of the limit"] : []),
      ...(ways ? ["Runs"] : []),
      ...(figures ? ["Reports"] : []),
      ...(allocations ? ["Allocates per operation"] : []),
    ],
    rows: rows.map(({ label, time: known, trust, correct, check, samples, way, figures: told, limit, allocates }) => [
      label,
      known ? time(known.median) : "–",
      interval(known?.low, known?.high, time),
      time(cpuTime(samples) ?? NaN),
      cpuInWords(samples) ?? "–",
      known?.samples ?? "–",
      known?.forks ?? "–",
      trust?.level ?? "–",
      correct === null ? "–" : correct ? "correct" : "wrong",
      check?.text ?? "–",
      ...(limits ? [limit?.words ?? "–"] : []),
      ...(ways ? [way || "compiled"] : []),
      ...(figures ? [told.map(figureInWords).join("; ") || "–"] : []),
      ...(allocations ? [allocates ? bytes(allocates) : "–"] : []),
    ]),
  };
}

/** Of an edit: how it compares with the code as it was. */
export const AGAINST_ORIGINAL = "Against the original";

/** @param yardstick the label of what all are compared with besides the baseline; null where there is none */
export function speedupTable(rows, yardstick = null) {
  const edits = rows.some((row) => row.overOriginal);
  return {
    columns: [
      ...["Case", "Times the baseline's speed", "95 % interval", "In words"],
      ...(yardstick ? [`Against ${yardstick}`] : []),
      ...(edits ? [AGAINST_ORIGINAL] : []),
    ],
    rows: rows.map(({ label, speedup, baseline, overYardstick, overOriginal }) => [
      label,
      speedup ? ratio(speedup.value) : "–",
      interval(speedup?.low, speedup?.high, ratio),
      baseline ? "the baseline" : speedup ? speedupInWords(speedup) : "–",
      ...(yardstick ? [overYardstick ? speedupInWords(overYardstick) : "–"] : []),
      ...(edits ? [overOriginal ? speedupInWords(overOriginal) : "–"] : []),
    ]),
  };
}

export function coldTable(rows) {
  return {
    columns: ["Case", "Calls before", "Time of a call", "95 % interval"],
    rows: rows.map(({ label, callsBefore, time: known }) => [
      label,
      count(callsBefore),
      known ? time(known.median) : "–",
      interval(known?.low, known?.high, time),
    ]),
  };
}

export function sweepTable(series, fits = []) {
  const fitted = fits.length > 0;
  const workers = [...new Set(series.flatMap(({ cases }) => cases.map((row) => row.workers)))].sort((a, b) => a - b);
  return {
    columns: ["Speedup", ...workers.map((count) => plural(count, "worker")), ...(fitted ? ["Amdahl's law"] : [])],
    rows: series.map((line) => [
      line.label,
      ...workers.map((count) => {
        const speedup = line.cases.find((row) => row.workers === count)?.speedup;
        return speedup ? `${ratio(speedup.value)} (${ratio(speedup.low)}-${ratio(speedup.high)})` : "–";
      }),
      ...(fitted ? [fitInWords(fitOf(line, fits)) ?? "–"] : []),
    ]),
  };
}

const listed = (samples, wanted) =>
  samples
    .filter(({ phase }) => phase === wanted)
    .map(({ nsPerOp }) => time(nsPerOp))
    .join(", ") || "–";

/** The processor time as a mean: the system counts it in ticks of 10 ms, which tell nothing of one short sample. */
export function samplesTable(rows) {
  return {
    columns: ["Case", "Round", "Warm-up", "Measured", "CPU time, mean of these"],
    rows: rows.flatMap(({ label, samples }) => {
      const rounds = [...Map.groupBy(samples, (sample) => sample.round)];
      return rounds.map(([round, own]) => [
        label,
        round,
        listed(own, "warmup"),
        listed(own, "measure"),
        time(cpuTime(own) ?? NaN),
      ]);
    }),
  };
}
