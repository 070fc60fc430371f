import { comparedLines, comparedSpeedupChart, comparedTimeChart } from "../js/shared/chart-compare.js";
import { comparedCases, comparisonTable, differences, pace } from "../js/results/compare.js";
import { differentSettings, distinctlyNamed, measurementOfResult } from "../js/results/measurement.js";
import { equal, says, test, truthy } from "./harness.js";
import { palette } from "./samples.js";
import { measured, resultOf } from "./shared-samples.js";

const of = (ns, name, more = {}) => ({ ...measurementOfResult(resultOf(ns), "ref"), name, ...more });
const row = (median, spread, level = "good") => ({
  time: { median, low: median * (1 - spread), high: median * (1 + spread) },
  trust: { level },
});

test("a pace has the widest interval that both allow, and holds 1 where theirs overlap", () => {
  const twice = pace(row(100, 0.1), row(200, 0.1));
  equal([twice.value, twice.low.toFixed(3), twice.high.toFixed(3), twice.doubtful], [2, "1.636", "2.444", false]);
  const { low, high } = pace(row(100, 0.1), row(115, 0.1));
  truthy(low < 1 && high > 1, "they overlap");
  equal(pace({ time: { median: 1, low: null, high: null } }, row(1, 0.1)), null);
});

test("mine is told as mine, with its interval", () => {
  const [{ sentences }] = differences([of(100, "This machine", { mine: true }), of(200, "Xeon")]);
  says(sentences[0], "Your “Label of slow”", "2.0 times", "fast", "(1.6 to 2.4)", "Xeon");
  const [slower] = differences([of(200, "This machine", { mine: true }), of(100, "Xeon")]);
  says(slower.sentences[1], "Your “Label of fast”", "2.0 times", "long", "(1.6 to 2.4)", "Xeon");
});

test("overlapping intervals are no clear difference, and doubt is said", () => {
  const [same] = differences([of(100, "EPYC"), of(105, "Xeon")]);
  says(same.sentences[1], "“Label of fast”", "EPYC", "Xeon", "0.86 to 1.3 times");
  const doubtful = of(300, "Xeon");
  doubtful.rows[1].trust = { level: "doubtful" };
  const [unsure] = differences([of(100, "EPYC"), doubtful]);
  says(unsure.sentences[1], "uncertain", "EPYC", "Xeon");
});

test("cases are matched by their keys, whoever has them", () => {
  const one = of(100, "EPYC");
  const other = { ...of(200, "Xeon"), rows: of(200, "Xeon").rows.slice(1) };
  equal(comparedCases([one, other]).map(({ key, rows }) => [key, rows.map((each) => each?.time.median ?? null)]), [
    ["slow", [400, null]],
    ["fast", [100, 200]],
  ]);
  equal(differences([one, other])[0].sentences.length, 1);
  equal(comparisonTable([one, other]).rows.map(([label, name]) => [label, name]), [
    ["Label of slow", "EPYC"],
    ["Label of fast", "EPYC"],
    ["Label of fast", "Xeon"],
  ]);
});

test("the first is drawn solid and the others as outlines, a line each below their case", () => {
  const input = { measurements: [of(100, "EPYC"), of(200, "Xeon")], axis: "linear" };
  const { data, lines } = comparedTimeChart(input, palette);
  equal(lines, 6);
  equal(data.datasets[0].backgroundColor, [
    ...["transparent", "fill 1", "transparent", "transparent", "fill 2", "transparent"],
  ]);
  equal(data.datasets[0].borderColor.slice(3), ["transparent", "hue 2", "hue 2"]);
  equal(data.datasets[0].data.map(({ x }) => x), [null, 400, 800, null, 100, 200]);
  const speedups = comparedSpeedupChart(input, palette).data.datasets[0];
  equal(speedups.pointBackgroundColor, ["transparent", "hue 2", "raised"]);
});

test("on a log axis there are points instead of bars", () => {
  const { type, data } = comparedTimeChart({ measurements: [of(100, "EPYC"), of(200, "Xeon")], axis: "log" }, palette);
  equal(type, "scatter");
  equal(data.datasets[0].data.map(({ x }) => x), [NaN, 400, 800, NaN, 100, 200]);
  equal(data.datasets[0].pointBackgroundColor.slice(1, 3), ["hue 1", "raised"]);
  truthy(data.datasets[0].intervals[1].low < 400, "its interval");
});

test("names that are the same are told apart by processors, moments or numbers, whichever is enough", () => {
  const one = { name: "Xeon", moment: "1 May, 10:00:00", machine: { usableCpus: 8 } };
  const small = { ...one, machine: { usableCpus: 2 } };
  const later = { ...one, moment: "2 May, 10:00:00" };
  const names = (...all) => distinctlyNamed(all).map(({ name }) => name);
  equal(names(one, { ...one, name: "EPYC" }), ["Xeon", "EPYC"]);
  equal(names(one, small), ["Xeon, 8 processors", "Xeon, 2 processors"]);
  equal(names(one, later), ["1 May, 10:00:00", "2 May, 10:00:00"]);
  equal(names(one, { ...one }, later), ["Xeon (1)", "Xeon (2)", "Xeon (3)"]);
  equal(names({ name: "a.json" }, one, { name: "a.json" }), ["a.json (1)", "Xeon", "a.json (2)"]);
});

test("a chart leaves out the middle of a long name, not what tells it apart", () => {
  const names = ["an uncommonly long name (1)", "an uncommonly long name (2)"];
  const { lines } = comparedLines(names.map((name) => of(100, name)), (row) => row.time);
  equal(lines.slice(1, 3).map(({ shortLabel }) => shortLabel), ["an uncomm…long name (1)", "an uncomm…long name (2)"]);
});

test("settings that differ are named", () => {
  const [one, other] = [of(1, "a"), of(1, "b", { settings: { params: { size: "64" } } })];
  equal(differentSettings(one, other, measured), ["Size 16 and 64"]);
  equal(differentSettings(one, one, measured), []);
});
