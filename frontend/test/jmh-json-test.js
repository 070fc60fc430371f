import { parseJmh, readJmh, slimJmh, typeOf, writeJmh } from "../js/results/jmh-json.js";
import { quantile9995 } from "../js/results/student.js";
import { equal, test, truthy } from "./harness.js";
import { resultOf } from "./shared-samples.js";

const entry = (method, metric, params) => ({
  benchmark: `org.example.Sums.${method}`,
  mode: "avgt",
  jdkVersion: "25",
  vmName: "OpenJDK",
  params,
  primaryMetric: { score: 2, scoreConfidence: [1, 3], scoreUnit: "us/op", rawData: [[2, 2], [2]], ...metric },
});
const read = (...entries) => readJmh(entries);

function refusal(text) {
  try {
    readJmh(parseJmh(text));
    return null;
  } catch ({ message }) {
    return message;
  }
}

test("times of any unit come as ns per operation, throughput as operations per second, with JMH's own interval", () => {
  const perTime = { scoreUnit: "ops/ms", scoreConfidence: [1, 4] };
  const { rows, jvm } = read(entry("plainLoop", {}), entry("vectorApi", perTime));
  const figures = ({ median, low, high, confidence }) => [median, low, high, confidence];
  equal(rows.map(({ label, time, rate }) => [label, time && figures(time), rate && figures(rate)]), [
    ["plainLoop", [2000, 1000, 3000, 0.999], null],
    ["vectorApi", null, [2000, 1000, 4000, 0.999]],
  ]);
  equal([rows[0].label, rows[0].time.samples, rows[0].time.forks, jvm], ["plainLoop", 3, 2, "OpenJDK 25"]);
});

test("an interval that JMH does not know is none, and one that reaches below zero begins there", () => {
  const [row] = read(entry("plainLoop", { scoreConfidence: ["NaN", "NaN"] })).rows;
  equal([row.time.low, row.time.high], [null, null]);
  const [wide] = read(entry("plainLoop", { scoreConfidence: [-1, 5] })).rows;
  equal([wide.time.low, wide.time.high], [0, 5000]);
});

test("an experiment's case has the key and label of the result that is open, if all its parameters are the same", () => {
  const own = (method, params) => ({ ...entry(method, {}, params), benchmark: `dev.lanes.experiment.Sums.${method}` });
  const labels = { "one-per-worker": { label: "One per worker", hue: 5 } };
  const known = { type: "dev.lanes.experiment.Sums", params: { size: 64 }, labels };
  const pooled = { size: "64", pool: "VIRTUAL", workers: "4" };
  const [row] = readJmh([own("onePerWorker", pooled)], known).rows;
  equal([row.key, row.label, row.hue], ["one-per-worker/virtual/4", "One per worker, virtual 4", 5]);
  const others = [
    readJmh([own("onePerWorker", { ...pooled, size: "128" })], known),
    readJmh([own("onePerWorker", pooled)], { ...known, type: "dev.lanes.experiment.Products" }),
    readJmh([{ ...own("onePerWorker", pooled), threads: 8 }], known),
    readJmh([entry("onePerWorker", {}, pooled)], known),
  ];
  equal(others.filter(({ rows }) => rows[0].key === row.key).length, 0);
});

test("cases that differ by a parameter are told apart by it", () => {
  const entries = ["8", "16"].map((size) => entry("sum", {}, { size, kind: "a" }));
  const { rows, settings } = read(...entries);
  equal(rows.map(({ label }) => label), ["sum, size 8", "sum, size 16"]);
  equal(settings, { threads: 1, kind: "a" });
});

test("entries that are alike in all stay, each with its number", () => {
  const { rows } = read(entry("sum", {}), entry("sum", { score: 3 }));
  equal(new Set(rows.map(({ key }) => key)).size, 2);
  equal(rows.map(({ time }) => time.median), [2000, 3000]);
});

test("a file that is none of JMH's is refused in words", () => {
  truthy(refusal("{").includes("JSON"), "no JSON");
  truthy(refusal("{}").includes("JMH"), "no list");
  truthy(refusal('[{"benchmark":1,"primaryMetric":{}}]').includes("JMH"), "no name");
  truthy(refusal("[]").includes("JMH"), "empty");
  truthy(refusal(JSON.stringify([entry("sum", { scoreUnit: "#" })])).includes("sum (#)"), "a unit that is no time");
  truthy(refusal(JSON.stringify([entry("sum", { score: "NaN" })])).includes("no score"), "no score");
});

test("a result is written in JMH's format, and read back stands at its own cases", () => {
  const written = writeJmh(resultOf(100));
  equal(written.map(({ benchmark, mode, forks, params }) => [benchmark, mode, forks, params]), [
    ["dev.lanes.experiment.sample.Plain.slow", "avgt", 2, { size: "16" }],
    ["dev.lanes.experiment.sample.Plain.fast", "avgt", 2, { size: "16" }],
  ]);
  const { score, scoreConfidence, rawData, scorePercentiles } = written[1].primaryMetric;
  equal([score, rawData, scorePercentiles["50.0"]], [101.5, [[101], [102]], 101.5]);
  equal(scoreConfidence.map((end) => Number(end.toFixed(3))), [101.5 - 318.31, 101.5 + 318.31]);
  const { run, experiment } = resultOf(100);
  const known = { type: typeOf(experiment), params: run.request.params, labels: { slow: { label: "S" }, fast: { label: "F" } } };
  equal(readJmh(written, known).rows.map(({ key, time }) => [key, time.median]), [
    ["slow", 401.5],
    ["fast", 101.5],
  ]);
});

test("what an operation allocates is written as JMH's own profiler has it", () => {
  const result = resultOf(100);
  result.run.cases[0].allocatedBytesPerOp = null;
  const [unknown, known] = writeJmh(result).map(({ secondaryMetrics }) => secondaryMetrics["gc.alloc.rate.norm"]);
  equal([unknown, known.score, known.scoreUnit, known.rawData], [undefined, 1000, "B/op", [[1000]]]);
});

test("what JMH says of the JVM is in the file, as far as the result knows it", () => {
  const jvm = { jvm: "java", jvmArgs: ["-Xmx1g"], jdkVersion: "25.0.1", vmName: "OpenJDK", vmVersion: "25.0.1+8" };
  const result = resultOf(100);
  const [unknown] = writeJmh(result);
  equal(
    ["jmhVersion", "jvm", "jvmArgs", "vmVersion", "warmupTime", "measurementTime"].filter((name) => unknown[name]),
    [],
  );
  result.run.jmhVersion = "1.37";
  result.run.jvms = [{ key: "fast", ...jvm }];
  result.run.cases[1].iterationMillis = 200;
  const known = JSON.parse(JSON.stringify(writeJmh(result)[1]));
  equal(Object.fromEntries(Object.keys(jvm).map((name) => [name, known[name]])), jvm);
  equal(
    [known.jmhVersion, known.warmupIterations, known.warmupTime, known.measurementTime, known.warmupBatchSize],
    ["1.37", 1, "200 ms", "200 ms", 1],
  );
});

test("calls before a cold one are a parameter if they are no warm-up of the result", () => {
  const result = structuredClone(resultOf(100));
  Object.assign(
    result.experiment.variants.find(({ id }) => id === "fast"),
    { execution: "from-cold", callsBefore: 1000 },
  );
  const batch = () => (({ warmupBatchSize, params }) => [warmupBatchSize, params.callsBefore])(writeJmh(result)[1]);
  equal(batch(), [1000, undefined]);
  result.run.cases[1].iterations = result.run.cases[1].iterations.filter(({ phase }) => phase === "measure");
  equal(batch(), [1, "1000"]);
});

test("a file without its samples still has its times", () => {
  const whole = [entry("plain", {}, { pool: "VIRTUAL", workers: "2" })];
  const [before] = readJmh(whole).rows;
  const [after] = readJmh(JSON.parse(JSON.stringify(slimJmh(whole)))).rows;
  equal([after.key, after.time.median, after.time.low], [before.key, before.time.median, before.time.low]);
  truthy(!JSON.stringify(slimJmh(whole)).includes("rawData"), "no samples");
});

test("Student's quantiles are those of the tables", () => {
  const rounded = (freedom) => quantile9995(freedom).toFixed(3);
  equal([1, 2, 4, 9, 30].map(rounded), ["636.619", "31.599", "8.610", "4.781", "3.646"]);
  truthy(Number.isNaN(quantile9995(0)), "one sample has no interval");
});
