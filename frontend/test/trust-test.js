import { samplesChart } from "../js/charts/chart-data.js";
import { samplesTable, speedupTable, timeTable } from "../js/charts/chart-tables.js";
import { speedupAsHeadline, speedupInWords } from "../js/base/format.js";
import { caseRows, cautious } from "../js/answer/results.js";
import { afterEvent, newRun } from "../js/answer/run-state.js";
import { defaultSettings } from "../js/base/settings.js";
import { cpuInWords, cpuTime } from "../js/charts/processor-time.js";
import { equal, says, test, truthy } from "./harness.js";
import { eventsOfARun, palette, plain } from "./samples.js";

const measured = (...times) => times.map((nsPerOp) => ({ phase: "measure", round: 1, iteration: 1, nsPerOp }));
const busy = (nsPerOp, cpuNsPerOp) => [{ phase: "measure", round: 1, iteration: 1, nsPerOp, cpuNsPerOp }];

/** The rows of a run in which the trust in `key` is doubtful. */
function doubtfulRows(key) {
  const events = eventsOfARun().map((event) =>
    event.type === "scored" && event.key === key
      ? { ...event, trust: { level: "doubtful", reasons: [] } }
      : event.type === "sample"
        ? { ...event, cpuNsPerOp: event.nsPerOp * 1.5 }
        : event,
  );
  const run = events.reduce(afterEvent, newRun({ id: "r1", settings: defaultSettings(plain), rounds: 1 }));
  return caseRows(plain, defaultSettings(plain), run);
}

test("a doubtful result never carries the words faster or slower", () => {
  for (const key of ["fast", "slow"]) {
    const { speedup } = doubtfulRows(key).find((row) => row.key === "fast");
    const words = [speedupInWords(speedup), JSON.stringify(speedupAsHeadline(speedup))].join(" ");
    truthy(!/faster|slower/.test(words), words);
    const cell = speedupTable(doubtfulRows(key)).rows[1].at(-1);
    says(cell, "(3.3-4.9)");
    truthy(!/faster|slower/.test(cell), cell);
  }
});

test("what is not in doubt keeps its words", () => {
  const speedup = { value: 4, low: 3.3, high: 4.9 };
  equal(cautious(speedup, { level: "noisy" }, undefined), speedup);
  equal(cautious(null, { level: "doubtful" }), null);
});

test("an outlier is marked in the chart and named in its tooltip", () => {
  const samples = [{ ...measured(90)[0], phase: "warmup" }, ...measured(10, 10.1, 9.9, 30, 10.1)];
  const row = { ...doubtfulRows("fast")[0], samples, outliers: [3] };
  const { data, options } = samplesChart({ rows: [row], axis: "log" }, palette);
  const [dataset] = data.datasets;
  equal(dataset.pointBorderColor[4], "ink");
  equal(dataset.pointBorderColor.filter((colour) => colour === "ink").length, 1);
  truthy(options.plugins.tooltip.callbacks.label({ dataset, dataIndex: 4 }).includes("outlier"), "it is not named");
});

test("processor time stands beside the time on the clock", () => {
  const [onProcessors, words] = timeTable(doubtfulRows("fast")).rows[1].slice(3, 5);
  equal(onProcessors, "150 ns");
  says(words, "1.5 processors");
  equal(samplesTable(doubtfulRows("fast")).rows[0].at(-1), "600 ns");
  equal(cpuTime([]), null);
});

test("processor time far from the time on the clock is put into words", () => {
  says(cpuInWords(busy(100, 180)), "1.8 processors");
  says(cpuInWords(busy(100, 60)), "off", "40 %");
  says(cpuInWords(busy(100, 97)), "one processor");
  equal(cpuInWords(measured(100)), null);
});
