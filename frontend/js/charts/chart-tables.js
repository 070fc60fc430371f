// The same figures as each chart, as a table: `{ columns, rows }` of texts. Pure.
import { fitInWords, fitOf } from "./chart-amdahl.js";
import { tableBy } from "../elements/columns.js";
import { bytes, count, figureInWords, plural, ratio, ratioInWords, speedupInWords, time } from "../base/format.js";
import { cpuInWords, cpuTime } from "./processor-time.js";

const interval = (figure, say) => (figure?.low == null ? "–" : `${say(figure.low)} to ${say(figure.high)}`);
const compared = (speedup) => (speedup ? speedupInWords(speedup) : "–");

const CASE = ["Case", ({ label }) => label];
const TIME_INTERVAL = ["95 % interval", (row) => interval(row.time, time)];

export const timeTable = (rows) =>
  tableBy(rows, [
    CASE,
    ["Time per operation", (row) => time(row.time?.median)],
    TIME_INTERVAL,
    ["CPU time", ({ samples }) => time(cpuTime(samples))],
    ["In words", ({ samples }) => cpuInWords(samples) ?? "–"],
    ["Samples", (row) => row.time?.samples ?? "–"],
    ["Forks", (row) => row.time?.forks ?? "–"],
    ["Trust", ({ trust }) => trust?.level ?? "–"],
    ["Result", ({ correct }) => (correct === null ? "–" : correct ? "correct" : "wrong")],
    ["Check", ({ check }) => check?.text ?? "–"],
    rows.some((row) => row.limit) && ["Of the limit", ({ limit }) => limit?.words ?? "–"],
    rows.some((row) => row.way) && ["Runs", ({ way }) => way || "compiled"],
    rows.some((row) => row.figures.length > 0) && [
      "Reports",
      ({ figures }) => figures.map(figureInWords).join("; ") || "–",
    ],
    rows.some((row) => row.allocates) && [
      "Allocates per operation",
      ({ allocates }) => (allocates ? bytes(allocates) : "–"),
    ],
  ]);

/** Of an edit: how it compares with the code as it was. */
export const AGAINST_ORIGINAL = "Against the original";

/** @param yardstick the label of what all are compared with besides the baseline; null where there is none */
export const speedupTable = (rows, yardstick = null) =>
  tableBy(rows, [
    CASE,
    ["Times the baseline's speed", ({ speedup }) => ratio(speedup?.value)],
    ["95 % interval", ({ speedup }) => interval(speedup, ratio)],
    ["In words", ({ baseline, speedup }) => (baseline ? "the baseline" : compared(speedup))],
    yardstick && [`Against ${yardstick}`, ({ overYardstick }) => compared(overYardstick)],
    rows.some((row) => row.overOriginal) && [AGAINST_ORIGINAL, ({ overOriginal }) => compared(overOriginal)],
  ]);

export const coldTable = (rows) =>
  tableBy(rows, [
    CASE,
    ["Calls before", ({ callsBefore }) => count(callsBefore)],
    ["Time of a call", (row) => time(row.time?.median)],
    TIME_INTERVAL,
  ]);

export function sweepTable(series, fits = []) {
  const workers = [...new Set(series.flatMap(({ cases }) => cases.map((row) => row.workers)))].sort((a, b) => a - b);
  const speedupOf = (cases, workers) => cases.find((row) => row.workers === workers)?.speedup;
  return tableBy(series, [
    ["Speedup", ({ label }) => label],
    ...workers.map((count) => [plural(count, "worker"), ({ cases }) => ratioInWords(speedupOf(cases, count))]),
    fits.length > 0 && ["Amdahl's law", (line) => fitInWords(fitOf(line, fits)) ?? "–"],
  ]);
}

const listed = (samples, wanted) =>
  samples
    .filter(({ phase }) => phase === wanted)
    .map(({ nsPerOp }) => time(nsPerOp))
    .join(", ") || "–";

/** The processor time as a mean: the system counts it in ticks of 10 ms, which tell nothing of one short sample. */
export function samplesTable(rows) {
  const rounds = rows.flatMap(({ label, samples }) =>
    [...Map.groupBy(samples, (sample) => sample.round)].map(([round, own]) => ({ label, round, own })),
  );
  return tableBy(rounds, [
    CASE,
    ["Round", ({ round }) => round],
    ["Warm-up", ({ own }) => listed(own, "warmup")],
    ["Measured", ({ own }) => listed(own, "measure")],
    ["CPU time, mean of these", ({ own }) => time(cpuTime(own))],
  ]);
}
