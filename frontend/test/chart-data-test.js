import { roundFigure } from "../js/base/axis.js";
import { chartLines, wrapped } from "../js/charts/chart-axes.js";
import { coldChart, coldRows } from "../js/charts/chart-cold.js";
import { samplesChart, speedupChart, timeChart, unseenSamples } from "../js/charts/chart-data.js";
import { sweepChart, sweepSeries } from "../js/charts/chart-sweep.js";
import { coldTable, samplesTable, speedupTable, sweepTable, timeTable } from "../js/charts/chart-tables.js";
import { caseRows } from "../js/answer/results.js";
import { afterEvent, newRun } from "../js/answer/run-state.js";
import { defaultSettings } from "../js/base/settings.js";
import { equal, test } from "./harness.js";
import { eventsOfARun, palette, plain, pooled, wordy } from "./samples.js";

const rowsAfter = (count) =>
  caseRows(
    plain,
    defaultSettings(plain),
    eventsOfARun()
      .slice(0, count)
      .reduce(afterEvent, newRun({ id: "r1", settings: defaultSettings(plain), rounds: 1 })),
  );
const sweepRows = () =>
  caseRows(pooled, defaultSettings(pooled), undefined).map((row) =>
    row.pooled ? { ...row, speedup: { value: row.workers * 0.9, low: row.workers * 0.8, high: row.workers } } : row,
  );

test("each variant is drawn in its own colour, faint until it has a score", () => {
  const bars = (count) => timeChart({ rows: rowsAfter(count), axis: "linear" }, palette).data.datasets[0].backgroundColor;
  equal(bars(5), ["fill 1 faint", "transparent"]);
  equal(bars(12), ["fill 1", "fill 2"]);
});

test("a bar has its interval as soon as it has a score", () => {
  const intervals = (count) =>
    timeChart({ rows: rowsAfter(count), axis: "log" }, palette).data.datasets[0].intervals.map(
      (interval) => interval && [interval.low, Math.round(interval.high)],
    );
  equal(intervals(5), [null, null]);
  equal(intervals(6), [[360, 440], null]);
});

test("a log axis begins and ends at round figures around everything it shows", () => {
  const { min, max, type } = timeChart({ rows: rowsAfter(12), axis: "log" }, palette).options.scales.x;
  equal([type, min, max], ["logarithmic", 50, 500]);
  equal(timeChart({ rows: rowsAfter(12), axis: "linear" }, palette).options.scales.x.min, 0);
  equal(
    [roundFigure(0.37, "below"), roundFigure(0.37, "above"), roundFigure(20, "below"), roundFigure(51, "above")],
    [0.2, 0.5, 20, 100],
  );
});

test("the guide's figure is a mark inside the axis", () => {
  const { options } = speedupChart({ rows: rowsAfter(12), guideSpeedup: 100 }, palette);
  equal(
    options.plugins.marks.lines.map((mark) => mark.at),
    [1, 100],
  );
  equal(options.scales.x.max >= 100 && options.scales.x.min <= 1, true);
  equal(speedupChart({ rows: rowsAfter(12), guideSpeedup: null }, palette).options.plugins.marks.lines.length, 1);
});

test("pooled cases stand under a heading with their variant's name", () => {
  const lines = chartLines(sweepRows());
  equal(
    lines.map((line) => (line.heading ? line.label : line.shortLabel)),
    ["Label of alone", "Label of shared", "platform 1", "platform 2", "virtual 1", "virtual 2"],
  );
});

test("the sweep has a line per variant and pool, and the ideal", () => {
  const { datasets } = sweepChart({ rows: sweepRows() }, palette).data;
  equal(
    datasets.map((dataset) => dataset.label),
    ["Label of shared, platform", "Label of shared, virtual", "ideal"],
  );
  equal(datasets[2].data, [
    { x: 1, y: 1 },
    { x: 2, y: 2 },
  ]);
  equal(datasets[0].borderDash.length === 0 && datasets[1].borderDash.length > 0, true);
  equal(datasets[0].pointStyle === datasets[1].pointStyle, false);
});

test("on a log axis cases are points, as the length of a bar would say nothing", () => {
  const { type, data } = timeChart({ rows: rowsAfter(12), axis: "log" }, palette);
  equal([type, data.datasets[0].data.map(({ x }) => x)], ["scatter", [400, 100]]);
  equal(data.datasets[0].pointBackgroundColor, ["hue 1", "hue 2"]);
  equal(timeChart({ rows: rowsAfter(5), axis: "log" }, palette).data.datasets[0].pointBackgroundColor[0], "transparent");
  equal(timeChart({ rows: rowsAfter(12), axis: "linear" }, palette).type, "bar");
});

test("the axis of the samples is of those that count; what lies beyond is counted", () => {
  const sample = (phase, nsPerOp) => ({ phase, round: 1, iteration: 1, nsPerOp });
  const [row] = rowsAfter(12);
  const rows = [{ ...row, samples: [sample("warmup", 9000), sample("warmup", 110), sample("measure", 100)] }];
  equal(unseenSamples(rows), 1);
  equal(samplesChart({ rows, axis: "linear" }, palette).options.scales.x.max < 200, true);
  equal(samplesChart({ rows, axis: "log" }, palette).options.scales.x.max <= 200, true);
});

test("every sample is drawn, warm-up hollow", () => {
  const [slow] = samplesChart({ rows: rowsAfter(12), axis: "log" }, palette).data.datasets;
  equal(
    slow.data.map((point) => point.x),
    [900, 400],
  );
  equal(slow.pointBackgroundColor, ["transparent", "hue 1"]);
});

test("what runs from cold is a curve by the number of the call, the first at 1", () => {
  const [fast] = caseRows(wordy, { ...defaultSettings(wordy), variants: ["fast"] }, undefined);
  const known = (callsBefore, median) => ({ ...fast, callsBefore, time: { median, low: median, high: median } });
  const rows = [known(100, 5), known(0, 900), { ...fast, cold: false }, { ...fast, callsBefore: 10, time: null }];
  const { data, options } = coldChart({ rows, axis: "log" }, palette);
  equal(data.datasets[0].data, [
    { x: 1, y: 900 },
    { x: 101, y: 5 },
  ]);
  equal([options.scales.x.type, options.scales.x.min < 1, options.scales.x.max > 101], ["logarithmic", true, true]);
  equal(
    coldTable(coldRows(rows)).rows.map((row) => row.slice(1, 3)),
    [
      ["0", "900 ns"],
      ["10", "–"],
      ["100", "5.00 ns"],
    ],
  );
});

test("the tables name the ways, the second ratio and the figures where there are any", () => {
  const rows = caseRows(wordy, defaultSettings(wordy), undefined).map((row) => ({
    ...row,
    overYardstick: row.variant === "fast" ? { value: 35, low: 30, high: 40 } : null,
    figures: row.variant === "fast" ? [{ label: "Waited", value: 12.5, unit: "%" }] : [],
  }));
  equal(
    timeTable(rows).rows.map((row) => row.slice(-2)),
    [
      ["interpreted", "–"],
      ["compiled", "–"],
      ["after 1,000 calls", "Waited: 12.5 %"],
    ],
  );
  equal(
    speedupTable(rows, "Loop").rows.map((row) => row.at(-1)),
    ["–", "–", "35 times faster (30-40)"],
  );
});

test("the times' table has a column for allocation where a case allocates", () => {
  const [slow, fast] = rowsAfter(12);
  const { columns, rows } = timeTable([{ ...slow, allocates: 1200 }, fast]);
  equal(columns.length, timeTable([slow, fast]).columns.length + 1);
  equal(
    rows.map((row) => row.at(-1)),
    ["1.2 KB", "–"],
  );
});

test("a long label is wrapped between words", () => {
  equal(wrapped("Vector API, blocked and packed"), ["Vector API, blocked", "and packed"]);
  equal(wrapped("Short"), ["Short"]);
});

test("the tables say what the charts show", () => {
  equal(timeTable(rowsAfter(12)).rows[1], [
    ...["Label of fast", "100 ns", "90.0 ns to 110 ns", "–", "–", 10, 1, "noisy"],
    ...["correct", "agrees"],
  ]);
  equal(
    speedupTable(rowsAfter(12)).rows.map((row) => row.at(-1)),
    ["the baseline", "4.0 times faster (3.3-4.9)"],
  );
  equal(sweepTable(sweepSeries(sweepRows())), {
    columns: ["Speedup", "1 worker", "2 workers"],
    rows: [
      ["Label of shared, platform", "0.90 (0.80-1.00)", "1.8 (1.6-2.0)"],
      ["Label of shared, virtual", "0.90 (0.80-1.00)", "1.8 (1.6-2.0)"],
    ],
  });
});

test("the table of times calls a wrong result wrong, and one that was not checked neither", () => {
  const [row] = rowsAfter(12);
  const result = (correct) => timeTable([{ ...row, correct }]).rows[0][8];
  equal([true, false, null].map(result), ["correct", "wrong", "–"]);
});

test("the table of samples keeps warm-up and measured ones apart, round by round", () => {
  equal(samplesTable(rowsAfter(12)).rows, [
    ["Label of slow", 1, "900 ns", "400 ns", "–"],
    ["Label of fast", 1, "–", "100 ns", "–"],
  ]);
});
