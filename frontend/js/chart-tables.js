// The same figures as each chart, as a table: `{ columns, rows }` of texts. Pure.
import { fitInWords, fitOf } from "./chart-amdahl.js";
import { plural, ratio, speedupInWords, time } from "./format.js";

const interval = (low, high, say) => (low == null ? "–" : `${say(low)} to ${say(high)}`);

export function timeTable(rows) {
  return {
    columns: ["Case", "Time per operation", "95 % interval", "Samples", "Forks", "Trust", "Result"],
    rows: rows.map(({ label, time: known, trust, correct }) => [
      label,
      known ? time(known.median) : "–",
      interval(known?.low, known?.high, time),
      known?.samples ?? "–",
      known?.forks ?? "–",
      trust?.level ?? "–",
      correct === null ? "–" : correct ? "correct" : "wrong",
    ]),
  };
}

export function speedupTable(rows) {
  return {
    columns: ["Case", "Times the baseline's speed", "95 % interval", "In words"],
    rows: rows.map(({ label, speedup, baseline }) => [
      label,
      speedup ? ratio(speedup.value) : "–",
      interval(speedup?.low, speedup?.high, ratio),
      baseline ? "the baseline" : speedup ? speedupInWords(speedup) : "–",
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

export function samplesTable(rows) {
  return {
    columns: ["Case", "Round", "Warm-up", "Measured"],
    rows: rows.flatMap(({ label, samples }) => {
      const rounds = [...Map.groupBy(samples, (sample) => sample.round)];
      return rounds.map(([round, own]) => [
        label,
        round,
        ...["warmup", "measure"].map(
          (phase) =>
            own
              .filter((sample) => sample.phase === phase)
              .map((sample) => time(sample.nsPerOp))
              .join(", ") || "–",
        ),
      ]);
    }),
  };
}
