// A result as text for other programs: comma-separated samples, and a Markdown table. Pure.
import { momentWithZone } from "../base/dates.js";
import { EDIT, editsOf } from "../answer/edited-cases.js";
import { AGAINST_ORIGINAL, speedupTable, timeTable } from "../charts/chart-tables.js";
import { nameOfFile } from "../base/format.js";
import { paramOf, sweepTable, sweptLines } from "../sweep/sweep-lines.js";
import { originInWords, settingsInWords } from "../results/result-run.js";

const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** What a spreadsheet would take for a formula begins with a blank. */
const harmless = (cell) => (/^[=+\-@\t]/.test(cell) && !Number.isFinite(Number(cell)) ? ` ${cell}` : cell);

const line = (cells) => cells.map((cell) => quoted(harmless(String(cell ?? "")))).join(",");

/** RFC 4180: a line per iteration, with what it belongs to and its case's score; of a sweep with the parameter's value,
 * of a run with edits with how an edit compares with its original. Times are ns per operation. */
export function csvOf(rows) {
  const swept = rows.some(({ at }) => at !== undefined);
  const edits = rows.some(({ variant }) => variant.endsWith(EDIT));
  const head = [
    ...["case", "variant", "pool", "workers", "phase", "round", "iteration", "ns_per_op", "cpu_ns_per_op"],
    ...["median_ns", "low_ns", "high_ns", "speedup", "speedup_low", "speedup_high", "allocated_bytes_per_op"],
    ...(swept ? ["swept_value"] : []),
    ...(edits ? ["edited", "speedup_over_original", "over_original_low", "over_original_high"] : []),
  ];
  const lines = rows.flatMap(({ label, variant, pool, workers, samples, time, speedup, allocated, at, overOriginal }) =>
    samples.map(({ phase, round, iteration, nsPerOp, cpuNsPerOp }) => [
      ...[label, variant, pool, workers, phase, round, iteration, nsPerOp, cpuNsPerOp],
      ...[time?.median, time?.low, time?.high, speedup?.value, speedup?.low, speedup?.high, allocated],
      ...(swept ? [at] : []),
      ...(edits ? [variant.endsWith(EDIT), overOriginal?.value, overOriginal?.low, overOriginal?.high] : []),
    ]),
  );
  return `${[head, ...lines].map(line).join("\r\n")}\r\n`;
}

const cell = (text) => String(text).replaceAll("|", "\\|").replace(/\s+/g, " ");

/** A table of GitHub's Markdown. */
export function markdownTable({ columns, rows }) {
  const lines = [columns, columns.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n");
}

const pick = ({ columns, rows }, names) => {
  const places = names.map((name) => columns.indexOf(name));
  return rows.map((row) => places.map((place) => row[place]));
};

/**
 * The answer as one can quote it: with its interval, settings, effort, machine, JVM and date; null where a result of an
 * earlier version has none.
 */
export function quoteOf({ run, experiment, recorded }) {
  if (!run.verdict?.answer) return null;
  const { javaVersion, jvmName } = run.machine;
  const origin = `${originInWords({ run, recorded }, momentWithZone)}, ${jvmName} ${javaVersion}`;
  return `${run.verdict.answer} ${settingsInWords({ run, experiment })}; intervals of 95 %. ${origin}.`;
}

/** What a sweep found: a sentence for each case, and a table over the parameter. */
function sweepOf(experiment, run) {
  if (!run.swept) return [];
  const lines = sweptLines(experiment, run);
  return [...lines.map(({ text }) => text), markdownTable(sweepTable(paramOf(experiment, run.request.sweep), lines))];
}

/** The result in a few lines to paste: question, answer, settings, a row per case, verdict, and the machine. */
export function markdownOf({ run, experiment, recorded }, rows) {
  const names = ["Case", "Time per operation", "95 % interval", "Trust", "Result"];
  const allocations = rows.some(({ allocates }) => allocates) ? ["Allocates per operation"] : [];
  const times = pick(timeTable(rows), [...names, ...allocations]);
  const yardstick = experiment.variants.find(({ id }) => id === experiment.claim.yardstickVariant)?.label;
  const second = yardstick ? [`Against ${yardstick}`] : [];
  const against = speedupTable(rows, yardstick);
  const others = [...second, AGAINST_ORIGINAL].filter((name) => against.columns.includes(name));
  const speedups = pick(against, ["In words", ...others]);
  const table = markdownTable({
    columns: [
      ...["Case", "Time per operation", "95 % interval", "Against the baseline", ...others, "Trust", "Result"],
      ...allocations,
    ],
    rows: times.map(([label, time, interval, ...more], at) => [label, time, interval, ...speedups[at], ...more]),
  });
  const edited = editsOf(run).map(({ file }) => nameOfFile(file));
  return [
    `### ${experiment.question}`,
    quoteOf({ run, experiment, recorded }) ?? `${settingsInWords({ run, experiment })}.`,
    ...sweepOf(experiment, run),
    table,
    run.verdict?.text ?? "",
    ...(run.verdict?.reasons ?? []),
    run.verdict?.editAnswer ?? "",
    edited.length > 0 ? `Edited by its author: ${edited.join(", ")}.` : "",
    `${originInWords({ run, recorded }, momentWithZone)}, ${run.machine.jvmName} ${run.machine.javaVersion}.`,
  ]
    .filter(Boolean)
    .join("\n\n")
    .concat("\n");
}
