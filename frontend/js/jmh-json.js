// JMH's own result format (`-rf json`), read from a file and written from a result. Pure.
import { quantile9995 } from "./student.js";

const NANOS = { ns: 1, us: 1e3, ms: 1e6, s: 1e9, min: 60e9, hr: 3600e9, day: 86400e9 };
const PERCENTILES = ["0.0", "50.0", "90.0", "95.0", "99.0", "99.9", "99.99", "99.999", "99.9999", "100.0"];
const ALLOCATION = "gc.alloc.rate.norm"; // of JMH's gc profiler
const SINGLE_SHOT = "ss";
const POOLS = ["platform", "virtual"];

const kebab = (name) => name.replace(/(?<=.)(?=\p{Lu})/gu, "-").toLowerCase();
const camel = (id) => id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** A score of JMH in ns per operation: from a time per operation, or from operations per time. */
function inNanos(unit) {
  const [above, below] = (unit ?? "").split("/");
  if (below === "op" && NANOS[above]) return (value) => value * NANOS[above];
  if (above === "ops" && NANOS[below]) return (value) => NANOS[below] / value;
  return null;
}

const isEntry = (one) => typeof one?.benchmark === "string" && one.primaryMetric;

/** "vectorApi", "platform 4", "size 512": what tells a case of a file from the others. */
function caseOf({ benchmark, params }) {
  const { pool: named, workers, ...others } = params ?? {};
  const pool = String(named).toLowerCase();
  const method = benchmark.slice(benchmark.lastIndexOf(".") + 1);
  const pooled = POOLS.includes(pool) && workers;
  const where = pooled ? `${pool}/${workers}` : null;
  return { method, variant: kebab(method), pool: pooled ? pool : "sequential", workers, where, others };
}

function timeOf({ score, scoreConfidence = [], scoreUnit, rawData = [] }) {
  const nanos = inNanos(scoreUnit);
  if (!nanos) throw new Error(`its unit ${scoreUnit} is no time per operation and no operations per time`);
  if (!Number.isFinite(score) || score <= 0) throw new Error("it has no score");
  const ends = scoreConfidence.map(nanos).sort((a, b) => a - b);
  const known = ends.length === 2 && ends.every((end) => Number.isFinite(end) && end > 0);
  return {
    median: nanos(score),
    low: known ? ends[0] : null,
    high: known ? ends[1] : null,
    samples: rawData.flat(2).length,
    forks: rawData.length,
    provisional: false,
  };
}

/**
 * The cases of a file as rows for charts: `{ key, label, pool, workers, time, ... }`. A case has the key that Lanes
 * would give it, so that it stands beside the same case of a result. The interval is JMH's own, 99.9 % of the mean.
 *
 * @param labels what Lanes calls a variant, and its hue: `{ variant id: { label, hue } }`
 * @throws Error with words for the visitor
 */
export function readJmh(text, labels = {}) {
  let entries;
  try {
    entries = JSON.parse(text);
  } catch {
    throw new Error("This file is not JSON. JMH writes such a file with -rf json.");
  }
  if (!Array.isArray(entries) || entries.length === 0 || !entries.every(isEntry))
    throw new Error("This file is JSON, but not a result of JMH: that is a list of benchmarks with a primaryMetric.");
  const found = entries.map((entry) => ({ entry, ...caseOf(entry) }));
  const vary = Object.keys(found[0].others).filter(
    (name) => new Set(found.map(({ others }) => others[name])).size > 1,
  );
  const rows = found.map(({ entry, method, variant, pool, workers, where, others }, at) => {
    const named = vary.map((name) => `${name} ${others[name]}`);
    const known = labels[variant];
    try {
      const time = timeOf(entry.primaryMetric);
      return {
        key: [variant, where, ...named].filter(Boolean).join("/"),
        variant,
        label: [known?.label ?? method, where?.replace("/", " "), ...named].filter(Boolean).join(", "),
        hue: known?.hue ?? (at % 6) + 1,
        pool,
        workers: Number(workers ?? 1),
        time,
        speedup: null,
        samples: [],
        trust: null,
      };
    } catch (problem) {
      throw new Error(`The benchmark ${method} of this file cannot be shown: ${problem.message}.`, { cause: problem });
    }
  });
  const params = Object.fromEntries(Object.entries(found[0].others).filter(([name]) => !vary.includes(name)));
  return { rows, params, jvm: [entries[0].vmName, entries[0].jdkVersion].filter(Boolean).join(" ") };
}

/** What `readJmh` reads of a file's entries, without the samples. */
export const slimJmh = (entries) =>
  entries.map(({ benchmark, params, jdkVersion, vmName, primaryMetric }) => {
    const { score, scoreConfidence, scoreUnit } = primaryMetric;
    return { benchmark, params, jdkVersion, vmName, primaryMetric: { score, scoreConfidence, scoreUnit } };
  });

/** The value below which a share of the sorted values lies, as JMH's statistics estimate it. */
function percentile(sorted, percent) {
  const place = (percent / 100) * (sorted.length + 1);
  if (place < 1) return sorted[0];
  if (place >= sorted.length) return sorted.at(-1);
  const below = Math.floor(place);
  return sorted[below - 1] + (place - below) * (sorted[below] - sorted[below - 1]);
}

/** What JSON has no number for, JMH writes as text. */
const spelled = (value) => (Number.isFinite(value) ? value : "NaN");

function metricOf(forks, scoreUnit) {
  const times = forks.flat().sort((a, b) => a - b);
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const variance = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / (times.length - 1);
  const error = quantile9995(times.length - 1) * Math.sqrt(variance / times.length);
  return {
    score: mean,
    scoreError: spelled(error),
    scoreConfidence: [mean - error, mean + error].map(spelled),
    scorePercentiles: Object.fromEntries(PERCENTILES.map((name) => [name, percentile(times, Number(name))])),
    scoreUnit,
    rawData: forks,
  };
}

/**
 * A result in JMH's format, with the fields that JMH itself writes: what a server with the run gives as `jmh.json`, but
 * that a result holds no paths. Older results do not hold all of them; what is not known is left out.
 */
export function writeJmh({ run, experiment }) {
  const file = experiment.variants.flatMap(({ code = [] }) => code).find(({ role }) => role === "variant")?.file;
  const type = file?.replace(/\.java$/, "").replaceAll("/", ".") ?? experiment.id;
  const values = Object.entries(run.request.params).map(([name, value]) => [name, String(value)]);
  return run.cases
    .map((one) => ({ ...one, forks: forksOf(one) }))
    .filter(({ forks }) => forks.flat().length > 0)
    .map((one) => {
      const { variant, pool, workers, forks } = one;
      const pooled = pool === "sequential" ? [] : Object.entries({ pool: pool.toUpperCase(), workers: `${workers}` });
      const { execution, callsBefore = 0 } = experiment.variants.find(({ id }) => id === variant);
      const callByCall = Boolean(execution) && execution !== "compiled";
      const { jvm, jvmArgs, vmVersion, ...own } = run.jvms?.find(({ key }) => key === one.key) ?? {};
      const time = one.iterationMillis === undefined ? undefined : callByCall ? "single-shot" : `${one.iterationMillis} ms`;
      return {
        jmhVersion: run.jmhVersion,
        benchmark: `${type}.${camel(variant)}`,
        mode: callByCall ? SINGLE_SHOT : "avgt",
        threads: 1,
        forks: forks.length,
        jvm,
        jvmArgs,
        jdkVersion: own.jdkVersion ?? run.machine.javaVersion,
        vmName: own.vmName ?? run.machine.jvmName,
        vmVersion,
        warmupIterations: warmUpsOf(one),
        warmupTime: time,
        warmupBatchSize: Math.max(1, callsBefore),
        measurementIterations: forks[0].length,
        measurementTime: time,
        measurementBatchSize: 1,
        params: Object.fromEntries([...values, ...pooled]),
        primaryMetric: metricOf(forks, "ns/op"),
        secondaryMetrics: one.allocatedBytesPerOp == null ? {} : { [ALLOCATION]: metricOf([[one.allocatedBytesPerOp]], "B/op") },
      };
    });
}

/** The measured times of each fork; those of a case that tells no iterations as of one. */
function forksOf({ iterations = [], samples = [] }) {
  const measured = Map.groupBy(
    iterations.filter(({ phase }) => phase === "measure"),
    ({ round }) => round,
  );
  return measured.size > 0 ? [...measured.values()].map((own) => own.map(({ nsPerOp }) => nsPerOp)) : [samples];
}

/** How many iterations of a fork were for warming up; undefined where the case does not tell. */
function warmUpsOf({ iterations }) {
  const first = iterations?.[0]?.round;
  return iterations?.filter(({ phase, round }) => phase === "warmup" && round === first).length;
}
