import { comparedLines, comparedTimeChart } from "../js/shared/chart-compare.js";
import { comparedCases, comparisonTable, differences, sharedCases } from "../js/results/compare.js";
import { parseJmh, readJmh, slimJmh } from "../js/results/jmh-json.js";
import { differentSettings, measurementOfFile } from "../js/results/measurement.js";
import { openFile } from "../js/shared/result-entries.js";
import { equal, test, truthy } from "./harness.js";
import { palette } from "./samples.js";
import { measured, resultOf } from "./shared-samples.js";

const text = async (name) => (await fetch(`jmh/${name}.json`)).text();
const read = async (name) => readJmh(slimJmh(parseJmh(await text(name))));
const measurement = async (name) => measurementOfFile(await read(name), `${name}.json`);
const distinct = (values) => new Set(values).size === values.length;
const labelsOf = (...measurements) => comparedCases(measurements).map(({ label }) => label);

async function refusal(opening) {
  try {
    await opening();
    return null;
  } catch ({ message }) {
    return message;
  }
}

test("the same method of three classes is three cases, told apart by its class", async () => {
  const labels = labelsOf(await measurement("same-method-in-three-classes"));
  equal(labels, ["SmallMap.get", "BigMap.get", "TreeMap.get", "BigMap.put"]);
});

test("three modes of one method are three cases, and throughput is no time", async () => {
  const one = await measurement("three-modes-of-one-method");
  truthy(distinct(labelsOf(one)), `${labelsOf(one)}`);
  equal(one.rows.map(({ time, rate }) => [time?.median ?? null, rate?.median ?? null]), [
    [null, 41_600],
    [760_000, null],
    [750_000, null],
  ]);
  equal(comparedTimeChart({ measurements: [one], axis: "log" }, palette).lines, 2);
  const { columns, rows } = comparisonTable([one]);
  equal(rows.map((row) => row[columns.indexOf("Throughput")]), ["41,600 ops/s", "–", "–"]);
  truthy(one.when.includes("32 threads"), one.when);
});

test("a score that is no number leaves out its benchmark and says so", async () => {
  const { rows, left } = await read("one-score-is-NaN");
  equal([rows.length, left.length], [2, 1]);
  truthy(left[0].includes("window"), left[0]);
  const bare = (await text("one-score-is-NaN")).replaceAll('"NaN"', "NaN");
  equal(readJmh(parseJmh(bare)).rows.length, 2);
});

test("parameters called pool and workers of other people's benchmarks are theirs", async () => {
  const one = await measurement("a-parameter-named-pool");
  equal(labelsOf(one), ["cycle, pool alpha", "cycle, pool beta", "cycle, pool gamma"]);
  equal(one.rows.map(({ pool, workers }) => [pool, workers]), Array(3).fill(["sequential", 1]));
  equal(one.settings.params, { threads: 1, workers: "8", maxPoolSize: "32" });
  const named = parseJmh(await text("a-parameter-named-pool")).map((entry, at) => ({
    ...entry,
    params: { pool: ["PLATFORM", "VIRTUAL", "x"][at], workers: "8" },
  }));
  equal(readJmh(named).rows.map(({ pool }) => pool), Array(3).fill("sequential"));
});

test("cases of two files are matched by all their parameters", async () => {
  const [all, some] = [await measurement("two-params"), await measurement("two-params-only-50000")];
  const shared = sharedCases(comparedCases([all, some]));
  equal(shared.map(({ label }) => label), ["report, people 100, sales 50000", "report, people 500, sales 50000"]);
  equal(differences([all, some])[0].sentences.length, 2);
  equal(differentSettings(all, some, null), []);
});

test("files of different parameters are not compared, and the parameter is named", async () => {
  const [many, few] = [await measurement("two-params-only-50000"), await measurement("two-params-only-10000")];
  equal(differences([many, few])[0].sentences, []);
  equal(differentSettings(many, few, null), ["sales 50000 and 10000"]);
  truthy(distinct(labelsOf(many, few)), `${labelsOf(many, few)}`);
});

test("a file that names no JVM is read without one", async () => {
  const one = await measurement("old-version-without-jvm");
  equal([one.rows.length, one.rows[0].time.median], [1, 12_000]);
  truthy(!/undefined|null|NaN/.test(one.when + JSON.stringify(comparisonTable([one]))), one.when);
});

test("a score of zero and one without an error have no interval, and break no axis", async () => {
  const one = await measurement("zero-and-no-fork");
  equal(one.rows.map(({ time }) => [time.median, time.low, time.high]), [
    [0, null, null],
    [240, null, null],
  ]);
  const { min, max } = comparedTimeChart({ measurements: [one], axis: "log" }, palette).options.scales.x;
  truthy(min > 0 && Number.isFinite(max), `${min} to ${max}`);
  const [{ sentences }] = differences([one, one]);
  truthy(sentences.every((sentence) => !/Infinity|NaN|–/.test(sentence)), `${sentences}`);
});

test("bytes are not times", async () => {
  const told = await refusal(() => read("alloc-only-unit"));
  truthy(told?.includes("make (B/op)"), told);
});

test("an interval is called what it is", async () => {
  const file = await measurement("two-params");
  const interval = ({ columns }) => columns.find((column) => /interval/i.test(column));
  equal(interval(comparisonTable([file])), "99.9 % interval");
  const own = measurementOfFile({ ...(await read("two-params")), left: [] }, "own");
  own.rows = own.rows.map((row) => ({ ...row, time: { ...row.time, confidence: 0.95 } }));
  const { columns, rows } = comparisonTable([own, file]);
  const cells = rows.map((row) => row[columns.indexOf("Interval")]);
  equal(cells.slice(0, 2).map((cell) => cell.match(/\d+(\.\d+)? %/)[0]), ["95 %", "99.9 %"]);
});

test("a throughput is compared as one", async () => {
  const one = await measurement("three-modes-of-one-method");
  const half = { ...one, name: "half", rows: one.rows.filter(({ rate }) => rate) };
  half.rows = half.rows.map((row) => ({ ...row, rate: { ...row.rate, median: 20_800, low: 20_000, high: 21_000 } }));
  const [{ sentences }] = differences([half, one]);
  equal(sentences.length, 1);
  truthy(/0\.50 times the throughput/.test(sentences[0]) && !/as long/.test(sentences[0]), sentences[0]);
});

test("an interval without an end is in doubt", async () => {
  const one = await measurement("two-params");
  const wide = { ...one, name: "wide", rows: one.rows.map((row) => ({ ...row, time: { ...row.time, low: 0 } })) };
  const [{ sentences }] = differences([wide, one]);
  truthy(sentences.every((sentence) => !/Infinity|NaN|–/.test(sentence)), sentences[0]);
});

test("files are read in the encodings that shells write", async () => {
  const json = JSON.stringify([{ benchmark: "a.B.größe", primaryMetric: { score: 1, scoreUnit: "ns/op" } }]);
  const wide = (little) => Uint8Array.from([...json].flatMap((letter) => {
    const bytes = [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8];
    return little ? bytes : bytes.reverse();
  }));
  const files = [
    [json],
    [Uint8Array.of(0xef, 0xbb, 0xbf), json],
    [Uint8Array.of(0xff, 0xfe), wide(true)],
    [Uint8Array.of(0xfe, 0xff), wide(false)],
    [wide(true)],
    [wide(false)],
  ];
  for (const parts of files) {
    const { measurement: one } = await openFile(new File(parts, "a.json"));
    equal(one.rows[0].label, "größe");
  }
});

test("many rows are drawn page by page, each with a name of its own", async () => {
  const sizes = Array.from({ length: 196 }, (_, at) => at);
  const entries = sizes.map((at) => ({
    benchmark: "org.example.Rpc.aMethodWithALongName",
    mode: "avgt",
    params: { concurrency: `${at % 14}`, payloadSizeInBytes: `${at >> 4}0000`, transport: at % 2 ? "netty" : "jetty", at: `${at}` },
    primaryMetric: { score: at + 1, scoreUnit: "us/op" },
  }));
  const one = measurementOfFile(readJmh(entries), "many.json");
  for (const measurements of [[one], [one, { ...one, name: "other.json" }]]) {
    const { pages } = comparedLines(measurements, (row) => row.time);
    const lines = Array.from({ length: pages }, (_, page) => comparedLines(measurements, (row) => row.time, page).lines);
    truthy(lines.every((own) => own.length <= 120), "few enough to be drawn");
    equal(comparedLines(measurements, (row) => row.time, 99).page, pages - 1);
    const names = lines.flat().filter(({ heading }) => heading || measurements.length === 1).map((line) => (line.heading ? line.label : line.shortLabel));
    equal([names.length, new Set(names).size], [196, 196]);
    truthy(names.every((name) => name.length <= 26), "short enough for a phone");
  }
});

test("settings are compared as far as both have them", () => {
  const [own, other] = [{ size: 16, seed: 1 }, { size: "64", kind: "a" }].map((params) => ({ settings: { params } }));
  equal(differentSettings(own, other, measured), ["Size 16 and 64"]);
});

test("a file of another experiment does not stand at an open result's cases", async () => {
  const result = resultOf(100);
  const file = (type) =>
    new File([JSON.stringify([{ benchmark: `${type}.slow`, params: { size: "16" }, primaryMetric: { score: 1, scoreUnit: "ns/op" } }])], "a.json");
  const keys = await Promise.all(
    ["dev.lanes.experiment.sample.Plain", "dev.lanes.experiment.sample.Other"].map(async (type) => (await openFile(file(type), result)).measurement.rows[0].key),
  );
  equal([keys[0], keys[1] === "slow"], ["slow", false]);
});
