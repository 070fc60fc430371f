import { limitLegend, limitMarks } from "../js/charts/chart-limits.js";
import { speedupChart, timeChart } from "../js/charts/chart-data.js";
import { timeTable } from "../js/charts/chart-tables.js";
import { caseRows } from "../js/answer/results.js";
import { afterEvent, newRun } from "../js/answer/run-state.js";
import { defaultSettings } from "../js/base/settings.js";
import { intensityOf, levelOf, levelsOf, limitOf, peakOf, shareInWords, withLimits } from "../js/charts/roofline.js";
import { equal, says, test, truthy } from "./harness.js";
import { ceilings, palette, plain, pooled } from "./samples.js";

const kernel = { flops: 2000, bytes: 100, footprint: 1000 };
const copying = { flops: 0, bytes: 8000, footprint: 1e9 };
const timed = (median, low = median, high = median) => ({ median, low, high });
const row = (more) => ({ label: "Case", variant: "fast", workers: 1, work: kernel, time: timed(40), ...more });
const limited = (more) => withLimits([row(more)], ceilings)[0].limit;

test("the data's level is the nearest that they fit into, and memory where there is none", () => {
  const level = (footprint) => levelOf({ footprint }, levelsOf(ceilings, 1)).level;
  equal([1, 16_384, 16_385, 500_000, 4e6, 4e9].map(level), ["L1", "L1", "L2", "L2", "memory", "memory"]);
});

test("a level counts with the best of its patterns", () => {
  equal(
    levelsOf(ceilings, 1).map(({ level, pattern, gbPerSecond }) => [level, pattern, gbPerSecond.median]),
    [
      ["L1", "load", 200],
      ["L2", "load", 80],
      ["memory", "copy", 20],
    ],
  );
});

test("workers have as much as each alone, but no more than all together", () => {
  const peaks = (own, counts) => counts.map((count) => [peakOf(own, count).workers, peakOf(own, count).gflops.median]);
  equal(peaks(ceilings, [1, 2, 64]), [
    [1, 100],
    [2, 190],
    [2, 190],
  ]);
  const wide = { compute: [ceilings.compute[0], { workers: 8, gflops: { median: 500, low: 490, high: 510 } }] };
  equal(peaks(wide, [3, 6, 8]), [
    [3, 300],
    [6, 500],
    [8, 500],
  ]);
  const bandwidths = (count) => levelsOf(ceilings, count).map(({ gbPerSecond }) => gbPerSecond.median);
  equal([bandwidths(2), bandwidths(16)], [
    [390, 150, 25],
    [390, 150, 25],
  ]);
});

test("the limit is the one that the server knows, which LimitsTest holds to the same file", async () => {
  const known = await (await fetch("limits.json")).json();
  equal(known.cases.length, 21);
  for (const { work, workers, limit } of known.cases) {
    const { ns, level } = limitOf(work, known.ceilings, workers);
    equal({ ns, level }, limit);
  }
});

test("the limit is the longer of calculating and moving", () => {
  const { ns, low, high, level, workers } = limitOf(kernel, ceilings, 1);
  equal([ns, Math.round(100 * low), Math.round(100 * high), level, workers], [20, 1818, 2222, null, 1]);
  const moving = limitOf({ ...kernel, bytes: 1e6, footprint: 1e6 }, ceilings, 1);
  equal([moving.ns, moving.level], [50_000, "memory"]);
  equal([limitOf(copying, ceilings, 2).ns, limitOf(copying, ceilings, 2).workers], [320, 2]);
});

test("there is no limit without work or without ceilings", () => {
  equal(limitOf(null, ceilings, 1), null);
  equal(limitOf({ flops: 0, bytes: 0, footprint: 0 }, ceilings, 1), null);
  equal(limitOf(kernel, null, 1), null);
  equal(limitOf(kernel, { state: "NONE", compute: [], bandwidth: [] }, 1), null);
  equal(limitOf(kernel, { ...ceilings, state: "MEASURING" }, 1).ns, 20);
});

test("the share is told with its interval and whose limit it is", () => {
  says(limited({ time: timed(31.25, 30, 32) }).words, "64 %", "one core", "(57-74 %)");
  const soFar = limited({ time: { median: 25, low: null, high: null } }).words;
  says(soFar, "80 %", "one core");
  truthy(!soFar.includes("("), soFar);
  const copied = limited({ work: copying, time: timed(430, 426, 434) });
  says(copied.words, "93 %", "memory", "one core", "(84-104 %)");
  says(limited({ workers: 4, time: timed(100) }).words, "11 %", "2 cores", "(9.6-12 %)");
  says(limited({ time: timed(5000, 5000, 5000) }).words, "0.40 %", "one core", "(0.36-0.44 %)");
});

test("nothing is called more than the limit unless it is sure, and then it is told why", () => {
  const sure = limited({ time: timed(19, 18, 20) }).words;
  says(sure, "limit", "one core", "(91-123 %)");
  truthy(!/\d % of|times/.test(sure), sure);
  const soFar = shareInWords({ value: 1.02, low: null, high: null }, { level: null, workers: 1 });
  says(soFar, "limit", "one core");
  truthy(!/\d/.test(soFar), soFar);
  const above = limited({ time: timed(10, 9.9, 10.1) });
  says(above.words, "2.0 times", "one core", "(180-224 %)");
  says(above.reason, "ceiling");
});

test("what limits a case is told with both rates", () => {
  says(limited({ time: timed(25) }).reason, "arithmetic is the limit", "80.0 of 100 GFLOP/s");
  says(limited({ work: copying, time: timed(500) }).reason, "data is the limit", "16.0 of 20.0 GB/s");
});

test("far below it a ceiling is the nearest, and no limit", () => {
  const far = limited({ time: timed(40) }).reason;
  says(far, "arithmetic", "50.0 of 100 GFLOP/s");
  truthy(!/the limit/.test(far), far);
  truthy(/the limit/.test(limited({ time: timed(28.5) }).reason), "70 %");
});

test("what moves in its own way is held against that way, and against nothing if that was not measured", () => {
  const rate = (pattern, median) => ({ ...ceilings.bandwidth[0], pattern, gbPerSecond: { median, low: median, high: median } });
  const more = { ...ceilings, bandwidth: [...ceilings.bandwidth, rate("load", 10), rate("arraycopy", 40)] };
  const ns = (moves) => limitOf({ ...copying, moves }, more, 1).ns;
  equal(["load", "arraycopy", undefined].map(ns), [800, 200, 400]);
  equal(limitOf({ ...copying, moves: "arraycopy" }, ceilings, 1), null);
});

test("operations that reach less than multiply-adds on floats have a lower ceiling", () => {
  equal(limitOf({ ...kernel, peak: 0.5 }, ceilings, 1).ns, 40);
});

test("a library's own threads are held against as many cores", () => {
  const own = { ...runOf(plain, { slow: kernel, fast: kernel }) };
  own.cases = own.cases.map((one) => (one.key === "fast" ? { ...one, workers: 2 } : one));
  const [slow, fast] = withLimits(caseRows(plain, defaultSettings(plain), own), ceilings);
  equal([slow.limit.workers, fast.limit.workers], [1, 2]);
});

test("intensity is flop per byte", () => {
  equal([intensityOf(kernel), intensityOf(copying)], [20, 0]);
});

const asked = (experiment) => newRun({ id: "r1", settings: defaultSettings(experiment), rounds: 1 });
const runOf = (experiment, works) =>
  afterEvent(asked(experiment), {
    ...{ seq: 1, type: "started", cases: Object.keys(works) },
    run: {
      cases: Object.entries(works).map(([key, work]) => {
        const [variant, pool = "sequential", workers = "1"] = key.split("/");
        return { key, variant, pool, workers: Number(workers), samples: [], iterations: [], work };
      }),
    },
  });

test("a run has the work of its cases from the start, and the ceilings from its end", () => {
  const run = runOf(plain, { slow: kernel, middle: null, fast: null });
  equal(afterEvent(run, { seq: 2, type: "finished", verdict: null, ceilings }).ceilings, ceilings);
  equal(
    caseRows(plain, defaultSettings(plain), run).map((one) => one.work),
    [kernel, null, null],
  );
});

test("cases with the same limit share a mark, with the heading above them", () => {
  const shared = ["platform/1", "platform/2", "virtual/1", "virtual/2"].map((pool) => `shared/${pool}`);
  const works = Object.fromEntries(["alone", ...shared].map((key) => [key, kernel]));
  const rows = withLimits(caseRows(pooled, defaultSettings(pooled), runOf(pooled, works)), ceilings).map((one) => ({
    ...one,
    time: timed(100),
  }));
  const { options } = timeChart({ rows, axis: "log" }, palette);
  equal(
    options.plugins.marks.lines.map(({ at, from, to, limit }) => [at.toFixed(1), from, to, limit]),
    [
      ["20.0", -0.5, 2.5, true],
      ["10.5", 2.5, 3.5, true],
      ["20.0", 3.5, 4.5, true],
      ["10.5", 4.5, 5.5, true],
    ],
  );
  equal(options.scales.x.min <= 10, true);
  const [[several], [alone]] = [limitLegend(rows), limitLegend(rows.slice(0, 2))];
  equal([several.mark, alone.mark], ["limit", "limit"]);
  says(several.label, "cores");
  says(alone.label, "one core");
});

test("in the speedup chart the limit is how much faster it could be", () => {
  const run = runOf(plain, { slow: kernel, middle: null, fast: kernel });
  const rows = withLimits(caseRows(plain, defaultSettings(plain), run), ceilings);
  const marks = (own) => speedupChart({ rows: own, guideSpeedup: null }, palette).options.plugins.marks.lines;
  equal(marks(rows).length, 1);
  const measured = rows.map((one) => ({ ...one, time: timed(1000) }));
  equal(
    marks(measured).map(({ at, from, to }) => [at, from, to]),
    [[1, undefined, undefined], [50, -0.5, 0.5], [50, 1.5, 2.5]],
  );
});

test("the table of times has the share where there is one", () => {
  const cases = caseRows(plain, defaultSettings(plain), runOf(plain, { slow: null, middle: null, fast: kernel }));
  const rows = withLimits(cases, ceilings).map((one) =>
    one.limit ? { ...one, limit: { ...one.limit, words: "64 % of what one core can do" } } : one,
  );
  const { columns, rows: cells } = timeTable(rows);
  equal(columns.at(-1), "Of the limit");
  equal(cells.map((cell) => cell.at(-1)), ["–", "–", "64 % of what one core can do"]);
  equal(timeTable(rows.slice(0, 2)).columns.includes("Of the limit"), false);
});

test("a chart without limits has no marks for them", () => {
  equal(limitMarks([{ limit: null }, {}], (ns) => ns), []);
  equal(limitLegend([{ limit: null }]), []);
});
