import { along, apart } from "../js/charts/chart-labels.js";
import { lettersOf, rooflineChart } from "../js/charts/chart-roofline.js";
import { caseRows } from "../js/answer/results.js";
import { withLimits } from "../js/charts/roofline.js";
import { drawable, rooflineSummary, rooflineTable } from "../js/charts/roofs.js";
import { defaultSettings } from "../js/base/settings.js";
import { equal, says, test, truthy } from "./harness.js";
import { ceilings, palette, plain, pooled } from "./samples.js";

const kernel = { flops: 2000, bytes: 100, footprint: 1000 };
const rowsOf = (experiment, work = kernel) =>
  withLimits(
    caseRows(experiment, defaultSettings(experiment), undefined).map((row) => ({
      ...row,
      work,
      time: { median: 40, low: 39, high: 50 },
    })),
    ceilings,
  );
const chart = (rows) => rooflineChart({ rows, ceilings }, palette);

test("every case is a point at its intensity and its rate, in its colour and with its interval", () => {
  const [points] = chart(rowsOf(plain)).data.datasets;
  equal(points.data[0], { x: 20, y: 50 });
  equal(points.intervals[0], { value: 50, low: 40, high: 2000 / 39 });
  equal(points.pointBackgroundColor, ["hue 1", "hue 3", "hue 2"]);
});

test("each level rises to the arithmetic at its ridge, and the arithmetic is flat", () => {
  const [, l1, , memory, flat] = chart(rowsOf(plain)).data.datasets;
  equal([l1.data[1], memory.data[1]], [
    { x: 0.5, y: 100 },
    { x: 5, y: 100 },
  ]);
  equal(l1.data[0].y / l1.data[0].x, 200);
  equal([flat.data[0], flat.data[1].y], [{ x: 0.5, y: 100 }, 100]);
});

test("the roof that limits a case stands out", () => {
  const colours = (rows) => chart(rows).data.datasets.slice(1).map((roof) => roof.borderColor);
  equal(colours(rowsOf(plain)), ["faint", "faint", "faint", "ink"]);
  equal(colours(rowsOf(plain, { flops: 10, bytes: 1000, footprint: 1e9 })), ["faint", "faint", "ink", "faint"]);
});

test("of several cores only the roofs that are needed are drawn, dashed", () => {
  const roofs = chart(rowsOf(pooled)).data.datasets.slice(1);
  equal(roofs.map(({ borderDash }) => borderDash.length > 0), [false, false, false, false, true, true]);
  const { along } = chart(rowsOf(pooled)).options.plugins.labels;
  equal(along.map(({ text }) => text), [
    ...["L1 200 GB/s", "L2 80.0 GB/s", "memory 20.0 GB/s", "100 GFLOP/s"],
    ...["L1 390 GB/s, 2 cores", "190 GFLOP/s, 2 cores"],
  ]);
});

test("the axes hold every case, the ridges and the arithmetic", () => {
  const { x, y } = chart(rowsOf(plain)).options.scales;
  equal([x.type, x.min, x.max, y.type, y.min, y.max], ["logarithmic", 0.1, 100, "logarithmic", 0.5, 200]);
});

test("a variant is named once, at its fastest case", () => {
  const quick = { time: { median: 20, low: 19, high: 21 } };
  const rows = rowsOf(pooled).map((row) => (row.workers === 2 ? { ...row, ...quick } : row));
  equal(
    chart(rows).options.plugins.labels.names.map(({ text, y }) => [text, y]),
    [
      ["Label of shared, platform 2", 100],
      ["Label of alone", 50],
    ],
  );
});

test("a narrow chart has letters from the highest point on, a list of them, and roofs without rates", () => {
  const quick = { time: { median: 20, low: 19, high: 21 } };
  const rows = rowsOf(pooled).map((row) => (row.workers === 2 ? { ...row, ...quick } : row));
  const { labels } = rooflineChart({ rows, ceilings, narrow: true }, palette).options.plugins;
  equal(labels.names.map(({ text, y }) => [text, y]), [
    ["A", 100],
    ["B", 50],
  ]);
  equal(lettersOf(rows).map(({ label, text }) => `${label}: ${text.split(" GFLOP")[0]}`), [
    "A: Label of shared, platform 2: 100",
    "B: Label of alone: 50.0",
  ]);
  equal(labels.along.map(({ text }) => text), ["L1", "L2", "memory", "arithmetic", "L1", "arithmetic"]);
});

test("what calculates or moves nothing has no place in it", () => {
  equal(drawable(rowsOf(plain, { flops: 0, bytes: 8, footprint: 8 })), []);
  equal(drawable(rowsOf(plain, { flops: 8, bytes: 0, footprint: 0 })), []);
  equal(drawable(rowsOf(plain, null)), []);
});

test("the table has every case and every ceiling drawn", () => {
  const { columns, rows } = rooflineTable(rowsOf(plain), ceilings);
  equal(rows.every((row) => row.length === columns.length), true);
  equal(rows[0].slice(0, 4), ["Label of slow", "50.0 GFLOP/s", "40.0 to 51.3 GFLOP/s", "20.0"]);
  says(rows[0][4], "100 GFLOP/s", "arithmetic");
  says(rows[0][5], "50 %", "one core", "(36-57 %)");
  equal(rows.slice(3).map(([name, rate]) => [name.replace(/.*: /, ""), rate]), [
    ["arithmetic", "100 GFLOP/s"],
    ["L1 (load)", "200 GB/s"],
    ["L2 (load)", "80.0 GB/s"],
    ["memory (copy)", "20.0 GB/s"],
  ]);
  truthy(rows.slice(3).every(([name]) => name.includes("one core")), "whose ceilings they are");
});

test("who does not see the chart is told its points", () => {
  says(rooflineSummary(rowsOf(plain).slice(0, 1)), "Label of slow", "50.0 GFLOP/s", "50 %", "(36-57 %)");
  truthy(rooflineSummary([]), "nothing is told of nothing");
});

test("names that are too near are moved apart around their middle, in their order", () => {
  equal(apart([10, 100], 15), [10, 100]);
  equal(apart([10, 12], 15), [3.5, 18.5]);
  equal(apart([10, 20, 26], 15).map((place) => Math.round(place * 10) / 10), [3.7, 18.7, 33.7]);
});

test("texts along lines that lie near each other follow one another, and one without room is left out", () => {
  const line = (height, endX, atEnd = false) => ({ beginX: 0, endX, heightAt: () => height, wide: 50, atEnd });
  equal(along([line(100, 300), line(140, 300)]), [10, 10]);
  equal(along([line(100, 300), line(108, 300), line(112, 300)]), [10, 72, 134]);
  equal(along([line(100, 300), line(108, 100)]), [10, null]);
  equal(along([line(100, 300, true), line(108, 300, true)]), [245, 183]);
});
