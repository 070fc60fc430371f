import { csvOf, markdownOf } from "../js/export/export-text.js";
import { caseRows } from "../js/answer/results.js";
import { defaultSettings, runRequest, sameSettings, settingsOf } from "../js/base/settings.js";
import { overParamChart } from "../js/sweep/chart-over-param.js";
import {
  allRows,
  nameOfValue,
  plannedLines,
  sweepOf,
  sweepTable,
  sweptLines,
  valuesIn,
} from "../js/sweep/sweep-lines.js";
import { faultOf } from "../js/results/result-shape.js";
import { settingsInWords } from "../js/results/result-run.js";
import { equal, says, test } from "./harness.js";
import { palette, plain, pooled, wordy } from "./samples.js";

const values = [8, 16, 64];
const ratioAt = { 8: 0.5, 16: 0.9, 64: 2 };
const speedup = (value) => ({ value, low: value * 0.9, high: value * 1.1 });
const caseAt = (variant, at, over) => ({
  ...{ key: `${variant}@${at}`, variant, pool: "sequential", workers: 1, at },
  score: { median: 100 / (over ?? 1), low: 99 / (over ?? 1), high: 101 / (over ?? 1), forks: 3, samples: 30 },
  speedup: over ? speedup(over) : null,
  iterations: [{ phase: "measure", round: 1, iteration: 1, nsPerOp: 100 }],
  check: null,
  correct: null,
});
const settings = { ...defaultSettings(plain), params: { size: 16 }, sweep: { param: "size", values } };
const request = {
  ...{ experiment: "plain", params: { size: 16 }, variants: ["slow", "fast"], effort: "quick" },
  sweep: settings.sweep,
};
const run = {
  ...{ settings, request, stage: "finished" },
  machine: { cpuModel: "CPU", architecture: "x", javaVersion: "25", jvmName: "VM", usableCpus: 2 },
  endedAt: "2026-11-29T12:00:00Z",
  cases: values.flatMap((at) => [caseAt("slow", at), caseAt("fast", at, ratioAt[at])]),
};
const line = {
  ...{ key: "fast", name: "Label of fast", referenceKey: "slow", text: "It pays from 30 rows on." },
  points: values.map((at) => ({ at, speedup: speedup(ratioAt[at]) })),
  breakEvens: [{ at: 30, low: 20, high: 40, then: "FASTER" }],
};
const finished = { ...run, swept: { param: "size", lines: [line] } };

test("a card shows the cases at the parameter's own value", () => {
  equal(caseRows(plain, settings, run).map(({ key }) => key), ["slow@16", "fast@16"]);
});

test("the rows of all values say which", () => {
  const rows = allRows(plain, settings, run);
  equal(rows.length, 6);
  equal(rows.map(({ at }) => at), [8, 8, 16, 16, 64, 64]);
  says(rows[1].label, "8 rows");
  equal(allRows(plain, settings, undefined).some(({ at }) => at), false);
});

test("a sweep takes up the best case of the last run, if it is still chosen, and a second press ends it", () => {
  const param = { name: "size", sweep: values };
  const best = { verdict: { best: { key: "middle" } } };
  equal(sweepOf(plain, defaultSettings(plain), null, param), { param: "size", values });
  equal(sweepOf(plain, defaultSettings(plain), best, param).also, ["middle"]);
  equal(sweepOf(plain, { ...settings, sweep: undefined, variants: ["slow", "fast"] }, best, param).also, undefined);
  equal(sweepOf(plain, settings, best, param), undefined);
});

test("without a last run a sweep takes up the claim's variant with a worker for each core", () => {
  const all = { ...defaultSettings(pooled), workers: [1, 2, 4] };
  const param = { name: "size", sweep: values };
  equal(sweepOf(pooled, all, null, param, { usableCpus: 2, physicalCores: 0 }).also, ["shared/platform/2"]);
  equal(sweepOf(pooled, all, null, param, { usableCpus: 4, physicalCores: 0 }).also, undefined);
  equal(sweepOf(pooled, all, null, param, null).also, undefined);
});

test("values are typed as numbers, or as the names they stand for", () => {
  equal(valuesIn("64, 8;16 8", plain.params[0]), [8, 16, 64]);
  equal(valuesIn("busy, Waiting", wordy.params[0]), [0, 1]);
  equal(Number.isNaN(valuesIn("many", wordy.params[0])[0]), true);
  equal([0, 1].map((value) => nameOfValue(wordy.params[0], value)), ["waiting", "busy"]);
  equal(nameOfValue(plain.params[0], 1024), "1024");
});

test("the claim's pair and a further case are planned at every value, an interpreted one at its own alone", () => {
  const both = plannedLines(plain, settings, null);
  equal(both.lines.map(({ key }) => key), ["slow", "fast"]);
  equal(both.seconds, 2 * 3 * 2);
  equal(plannedLines(plain, { ...settings, sweep: { ...settings.sweep, also: ["middle"] } }, null).lines.length, 3);
  const interpreted = plannedLines(wordy, { ...defaultSettings(wordy), sweep: { param: "kind", values } }, null);
  equal(interpreted.lines.some(({ variant }) => variant === "slow"), true);
  equal(interpreted.seconds, 7 + 3 * 2 + 3 * 4);
  equal(plannedLines(pooled, { ...defaultSettings(pooled), sweep: { param: "size", values } }, null).lines.length, 2);
});

test("before it has ended a sweep tells the ratios so far", () => {
  equal(sweptLines(plain, run).map(({ key, text }) => [key, text]), [["fast", null]]);
  equal(sweptLines(plain, run)[0].points.map(({ at }) => at), values);
  equal(sweptLines(plain, finished)[0].text, line.text);
});

test("its chart has a point for each value, and marks the break-even", () => {
  const param = plain.params[0];
  const lines = sweptLines(plain, finished).map((one) => ({ ...one, hue: 1 }));
  const { data, options } = overParamChart({ param, values, lines }, palette);
  equal(data.datasets[0].data.map(({ x }) => x), values);
  equal(data.datasets[0].intervals.length, 3);
  equal(options.scales.x.type, "logarithmic");
  equal(options.plugins.marks.lines.map(({ at }) => at), [30]);
});

test("its table has a row for each value", () => {
  const { columns, rows } = sweepTable(plain.params[0], sweptLines(plain, finished));
  equal(columns.length, 2);
  equal(rows.length, 3);
  says(rows[2][1], "2.0", "1.8", "2.2");
});

test("a sweep goes into the request and comes back from it", () => {
  equal(runRequest(plain, settings).sweep, settings.sweep);
  equal("sweep" in runRequest(plain, defaultSettings(plain)), false);
  equal(settingsOf(plain, request).sweep, settings.sweep);
  equal(sameSettings(settings, { ...settings, sweep: undefined }), false);
  says(settingsInWords({ run, experiment: plain }), "8, 16, 64 rows");
});

test("exports have every value", () => {
  const csv = csvOf(allRows(plain, settings, run)).split("\r\n");
  equal(csv[0].endsWith(",swept_value"), true);
  equal(csv[1].endsWith(",8"), true);
  const markdown = markdownOf({ run: finished, experiment: plain }, allRows(plain, settings, run));
  says(markdown, line.text, "64 rows", "Label of fast, 8 rows");
});

test("a sweep inside a link is looked at before it is shown", async () => {
  const result = JSON.parse(await (await fetch("earlier/recorded-normalise.json")).text());
  const { run, experiment } = result;
  const swept = (request, found, key = (one) => `${one.key}@1000`) => ({
    ...result,
    run: {
      ...run,
      request: { ...run.request, sweep: request },
      swept: found,
      cases: run.cases.map((one) => ({ ...one, key: key(one), at: 1000 })),
    },
  });
  const [{ name: param }] = experiment.params;
  const asked = { param, values: [1000] };
  const found = { param, lines: [{ ...line, key: run.cases[0].key }] };
  equal(faultOf(swept(asked, found)), null);
  for (const wrong of [
    swept({ param: "colour", values: [1] }, found),
    swept({ param, values: "all" }, found),
    swept(undefined, found),
    swept(asked, { param, lines: [{ ...line, key: "nothing" }] }),
    swept(asked, { param, lines: [{ ...line, key: run.cases[0].key, points: [{ at: 1 }] }] }),
    swept(asked, found, () => "nothing@1000"),
  ]) {
    equal(typeof faultOf(wrong), "string");
  }
});
