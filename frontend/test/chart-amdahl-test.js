import { coreMarks, fitInWords, fitOf, lawsInWords, fitPoints } from "../js/charts/chart-amdahl.js";
import { sweepChart, sweepSeries } from "../js/charts/chart-sweep.js";
import { sweepTable } from "../js/charts/chart-tables.js";
import { caseRows } from "../js/answer/results.js";
import { afterEvent, newRun } from "../js/answer/run-state.js";
import { defaultSettings } from "../js/base/settings.js";
import { equal, says, test } from "./harness.js";
import { palette, pooled } from "./samples.js";

const curve = {
  variant: "shared",
  pool: "platform",
  serialShare: { value: 0.12, low: 0.08, high: 0.17 },
  oneWorkerNs: 1000,
  workers: [1, 2, 4],
};
const refused = {
  variant: "shared",
  pool: "virtual",
  serialShare: null,
  oneWorkerNs: null,
  workers: [],
  refusal: "The noise is too large.",
};
const fits = [curve, refused];
const machine = { physicalCores: 2, logicalCores: 4 };
const rows = () =>
  caseRows(pooled, { ...defaultSettings(pooled), workers: [1, 2, 4] }, undefined).map((row) => ({
    ...row,
    time: { median: row.baseline ? 900 : 1000 / row.workers },
    speedup: row.pooled ? { value: row.workers * 0.9, low: row.workers * 0.8, high: row.workers } : null,
  }));

test("a fit says which share seems impossible to share, with its interval", () => {
  says(fitInWords(curve), "12 %", "(8-17 %)");
  says(fitInWords({ ...curve, serialShare: { value: 0.004, low: 0, high: 0.011 } }), "0.4 %", "(0-1 %)");
});

test("why there is no curve is said once, of all that it is true of", () => {
  const series = sweepSeries(rows());
  equal(fitInWords(null), null);
  const one = lawsInWords(series, fits);
  equal(one.length, 2);
  says(one[1].text, refused.refusal);
  const same = fits.map(({ variant, pool }) => ({ ...refused, variant, pool }));
  equal(lawsInWords(series, same).length, 1);
  says(lawsInWords(series, same)[0].text, refused.refusal);
  equal(lawsInWords(series, []), []);
});

test("the curve goes through the fitted one-worker time and bends by the serial share", () => {
  const points = fitPoints(curve, 900);
  equal([points[0].x, points[0].y], [1, 0.9]);
  equal([points.at(-1).x, points.at(-1).y.toFixed(4)], [4, (0.9 / (0.12 + 0.88 / 4)).toFixed(4)]);
});

test("there is no curve without a fit or without the baseline's time", () => {
  equal([fitPoints(refused, 900), fitPoints(null, 900), fitPoints(curve, undefined)], [[], [], []]);
});

test("cores are marked where the axis reaches them, once where there is one thread for each", () => {
  const at = (...args) => coreMarks(...args).map((mark) => [mark.at, mark.label]);
  equal(at(machine, 1, 8), [
    [2, "2 cores"],
    [4, "4 logical"],
  ]);
  equal(at(machine, 1, 2), [[2, "2 cores"]]);
  equal(at({ physicalCores: 4, logicalCores: 4 }, 1, 8), [[4, "4 cores"]]);
  equal(at({ physicalCores: 0, logicalCores: 4 }, 1, 8), [[4, "4 logical"]]);
  equal(at(null, 1, 8), []);
});

test("the sweep draws a thin curve for each fit, and the cores", () => {
  const { data, options } = sweepChart({ rows: rows(), fits, machine }, palette);
  equal(
    data.datasets.map((dataset) => dataset.label),
    ["Label of shared, platform", "Label of shared, virtual", "ideal", "Label of shared, platform, Amdahl's law"],
  );
  equal([data.datasets[3].borderWidth, data.datasets[3].pointRadius, data.datasets[3].borderColor], [1, 0, "hue 2"]);
  equal(
    options.plugins.marks.lines.map((mark) => mark.at),
    [2, 4],
  );
  const high = [{ ...curve, oneWorkerNs: 10 }];
  equal(sweepChart({ rows: rows(), fits: high, machine }, palette).options.scales.y.max >= 900 / 10 / 0.34, true);
});

test("the table of the sweep has the law in words once it is fitted", () => {
  const series = sweepSeries(rows());
  equal(fitOf(series[1], fits), refused);
  const table = sweepTable(series, fits);
  equal(table.columns.at(-1), "Amdahl's law");
  equal(
    table.rows.map((row) => row.at(-1)),
    [fitInWords(curve), fitInWords(refused)],
  );
  equal(sweepTable(series).columns.at(-1), "4 workers");
});

test("a finished run has its fits", () => {
  const run = newRun({ id: "r1", settings: defaultSettings(pooled), rounds: 1 });
  equal(afterEvent(run, { seq: 1, type: "finished", verdict: null, fits }).fits, fits);
});
