import { chartLines, roundFigure, wrapped } from "../js/chart-axes.js";
import { samplesChart, speedupChart, timeChart } from "../js/chart-data.js";
import { sweepChart, sweepSeries } from "../js/chart-sweep.js";
import { speedupTable, sweepTable, timeTable } from "../js/chart-tables.js";
import { caseRows } from "../js/results.js";
import { afterEvent, newRun } from "../js/run-state.js";
import { defaultSettings } from "../js/settings.js";
import { equal, test } from "./harness.js";
import { eventsOfARun, palette, plain, pooled } from "./samples.js";

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
  const bars = (count) => timeChart({ rows: rowsAfter(count), axis: "log" }, palette).data.datasets[0].backgroundColor;
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

test("every sample is drawn, warm-up hollow", () => {
  const [slow] = samplesChart({ rows: rowsAfter(12), axis: "log" }, palette).data.datasets;
  equal(
    slow.data.map((point) => point.x),
    [900, 400],
  );
  equal(slow.pointBackgroundColor, ["transparent", "hue 1"]);
});

test("a long label is wrapped between words", () => {
  equal(wrapped("Vector API, blocked and packed"), ["Vector API, blocked", "and packed"]);
  equal(wrapped("Short"), ["Short"]);
});

test("the tables say what the charts show", () => {
  equal(timeTable(rowsAfter(12)).rows[1], ["Label of fast", "100 ns", "90.0 ns to 110 ns", "–", "–", 10, 1, "noisy", "correct"]);
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
