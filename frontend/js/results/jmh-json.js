// JMH's own result format (`-rf json`), read from a file and written from a result. Pure.
import { plural } from "../base/format.js";
import { keyOf, toldApart } from "./jmh-cases.js";
import { toolOf } from "./other-tools.js";
import { quantile9995 } from "./student.js";

const NANOS = { ns: 1, us: 1e3, ms: 1e6, s: 1e9, min: 60e9, hr: 3600e9, day: 86400e9 };
const PERCENTILES = ["0.0", "50.0", "90.0", "95.0", "99.0", "99.9", "99.99", "99.999", "99.9999", "100.0"];
const ALLOCATION = "gc.alloc.rate.norm"; // of JMH's gc profiler
const SINGLE_SHOT = "ss";
const POOLS = ["platform", "virtual"];

const kebab = (name) => name.replace(/(?<=.)(?=\p{Lu})/gu, "-").toLowerCase();
const camel = (id) => id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** Experiments of Lanes are in this package; parameters of other benchmarks mean what their authors want. */
const OWN = "dev.lanes.experiment.";

/** The interval of JMH's files: of the mean, with this confidence. */
const CONFIDENCE = 0.999;

const isEntry = (one) => typeof one?.benchmark === "string" && typeof one.primaryMetric === "object" && one.primaryMetric;

/** Early versions of JMH wrote what JSON has no number for without quotes. */
const quoteNaNs = (text) => text.replace(/([[:,]\s*)(NaN|[+-]?Infinity)(?=\s*[,\]}])/g, '$1"NaN"');

function parse(text) {
  for (const attempt of [text, quoteNaNs(text)]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next one, or none.
    }
  }
  return undefined;
}

/**
 * The entries of a file.
 *
 * @throws Error with words for the visitor
 */
export function parseJmh(text) {
  const entries = parse(text);
  if (Array.isArray(entries) && entries.length > 0 && entries.every(isEntry)) return entries;
  const tool = toolOf(text);
  if (tool) throw new Error(`This is a result of ${tool}. Only results of JMH are read: it writes them with -rf json.`);
  throw new Error(
    entries === undefined
      ? "This file is not JSON. JMH writes such a file with -rf json."
      : "This file is JSON, but not a result of JMH: that is a list of benchmarks with a primaryMetric.",
  );
}

/** What a case is told by, see `jmh-cases.js`. */
function tellsOf({ benchmark, mode, threads = 1, params: all, primaryMetric: { scoreUnit } }) {
  const usual = scoreUnit?.startsWith("ops/") ? "thrpt" : "avgt";
  const named = { benchmark, mode: mode ?? usual, threads, where: null, copy: 1 };
  const params = all ?? {};
  const pool = benchmark.startsWith(OWN) && POOLS.find((one) => one === String(params.pool).toLowerCase());
  if (!pool || !params.workers) return { ...named, params };
  const { pool: _, workers, ...others } = params;
  return { ...named, pool, workers, where: `${pool} ${workers}`, params: others };
}

/** A metric as `{ time }` in ns per operation, as `{ rate }` in operations per second, or why it is neither. */
function figureOf({ score, scoreError, scoreConfidence, scoreUnit, rawData }) {
  const [above, below] = (scoreUnit ?? "").split("/");
  const time = below === "op" && NANOS[above];
  const rate = above === "ops" && NANOS[below] && 1e9 / NANOS[below];
  if (!time && !rate) return { because: /^[KMG]?B\//.test(scoreUnit) ? BYTES : UNIT, unit: scoreUnit };
  if (!Number.isFinite(score) || score < 0) return { because: SCORE };
  const ends = [scoreConfidence ?? []].flat();
  const known = ends.length === 2 && [...ends, scoreError ?? 0].every(Number.isFinite);
  const [low, high] = known ? ends.map((end) => Math.max(0, end * (time || rate))).sort((a, b) => a - b) : [null, null];
  const forks = [rawData ?? []].flat();
  const figure = { median: score * (time || rate), low, high, confidence: CONFIDENCE, samples: forks.flat().length };
  return { [time ? "time" : "rate"]: { ...figure, forks: forks.length, provisional: false } };
}

const SCORE = "have no score";
const BYTES = "count bytes, and bytes are not times";
const UNIT = "have a unit that is neither a time per operation nor operations per time";

/** "2 benchmarks have no score: join, window." */
function leftOutInWords(left) {
  return [...new Set(left.map(({ because }) => because))].map((because) => {
    const own = left.filter((one) => one.because === because);
    const [verb, ...rest] = because.split(" ");
    const says = [own.length === 1 ? { have: "has", count: "counts" }[verb] : verb, ...rest].join(" ");
    const names = own.slice(0, 3).map(({ label, unit }) => (unit ? `${label} (${unit})` : label));
    const others = own.length > 3 ? ` and ${own.length - 3} more` : "";
    return `${plural(own.length, "benchmark")} ${says}: ${names.join(", ")}${others}.`;
  });
}

/** The key and label that Lanes gives to a case of the result that is open; null if the case is none of it. */
function knownCase({ benchmark, threads, pool, workers, params }, known) {
  const at = benchmark.lastIndexOf(".");
  const variant = kebab(benchmark.slice(at + 1));
  const named = known?.labels[variant];
  const same = Object.entries(known?.params ?? {}).every(([name, value]) => String(params[name]) === String(value));
  if (!named || known.type !== benchmark.slice(0, at) || threads !== 1 || !same) return null;
  const label = pool ? `${named.label}, ${pool} ${workers}` : named.label;
  return { key: pool ? `${variant}/${pool}/${workers}` : variant, label, hue: named.hue, tells: null };
}

/** Entries that are alike in all are numbered, so that each stays. */
function numbered(found) {
  const seen = new Map();
  return found.map((tells) => {
    const copy = (seen.get(keyOf(tells)) ?? 0) + 1;
    seen.set(keyOf(tells), copy);
    return { ...tells, copy };
  });
}

/**
 * The cases of a file as rows for charts, `{ key, label, tells, pool, workers, time, rate, ... }`, what its cases share
 * as `settings`, and in `left` a sentence for each kind of benchmark that has no row. The interval is JMH's own.
 *
 * @param known the result whose cases the file's own may stand beside:
 *     `{ type: its class, params, labels: { variant id: { label, hue } } }`
 * @throws Error with words for the visitor if there is no row at all
 */
export function readJmh(entries, known = null) {
  const found = numbered(entries.map(tellsOf));
  const told = toldApart(found);
  const figures = entries.map(({ primaryMetric }) => figureOf(primaryMetric));
  const left = leftOutInWords(figures.flatMap((one, at) => (one.because ? { ...one, label: told[at].label } : [])));
  const rows = found.flatMap((tells, at) =>
    figures[at].because
      ? []
      : {
          ...{ key: keyOf(tells), label: told[at].label, tells, hue: (at % 6) + 1, time: null, rate: null },
          ...(tells.copy === 1 ? knownCase(tells, known) : null),
          ...figures[at],
          ...{ pool: tells.pool ?? "sequential", workers: Number(tells.workers ?? 1) },
          ...{ speedup: null, samples: [], trust: null, allocates: allocationOf(entries[at]) },
        },
  );
  if (rows.length === 0) throw new Error(`Nothing of this file can be shown. ${left.join(" ")}`);
  const jvm = [entries[0].vmName, entries[0].jdkVersion].filter(Boolean).join(" ");
  return { rows, settings: sharedBy(found), left, jvm };
}

const allocationOf = ({ secondaryMetrics }) =>
  [ALLOCATION, `·${ALLOCATION}`].map((name) => secondaryMetrics?.[name]?.score).find(Number.isFinite) ?? null;

/** The settings that are the same in all cases. */
function sharedBy(found) {
  const all = found.map(({ threads, params }) => ({ threads, ...params }));
  return Object.fromEntries(Object.entries(all[0]).filter(([name, value]) => all.every((one) => one[name] === value)));
}

/** What `readJmh` reads of a file's entries, without the samples. */
export const slimJmh = (entries) =>
  entries.map(({ benchmark, mode, threads, params, jdkVersion, vmName, primaryMetric, secondaryMetrics }) => {
    const { score, scoreError, scoreConfidence, scoreUnit } = primaryMetric;
    const bytes = allocationOf({ secondaryMetrics });
    return {
      ...{ benchmark, mode, threads, params, jdkVersion, vmName },
      primaryMetric: { score, scoreError, scoreConfidence, scoreUnit },
      ...(bytes === null ? {} : { secondaryMetrics: { [ALLOCATION]: { score: bytes } } }),
    };
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

/** The name of an experiment's class, of which JMH makes a benchmark's; null if the code is not known. */
export function typeOf({ variants }) {
  const file = variants.flatMap(({ code = [] }) => code).find(({ role }) => role === "variant")?.file;
  return file?.replace(/\.java$/, "").replaceAll("/", ".") ?? null;
}

/**
 * A result in JMH's format, with the fields that JMH itself writes: what a server with the run gives as `jmh.json`, but
 * that a result holds no paths. Older results do not hold all of them; what is not known is left out.
 */
export function writeJmh({ run, experiment }) {
  const type = typeOf(experiment) ?? experiment.id;
  const values = Object.entries(run.request.params).map(([name, value]) => [name, String(value)]);
  return run.cases
    .map((one) => ({ ...one, forks: forksOf(one) }))
    .filter(({ forks }) => forks.flat().length > 0)
    .map((one) => {
      const { variant, pool, workers, forks } = one;
      const pooled = pool === "sequential" ? [] : Object.entries({ pool: pool.toUpperCase(), workers: `${workers}` });
      const { execution, callsBefore = 0 } = experiment.variants.find(({ id }) => id === variant);
      const callByCall = Boolean(execution) && execution !== "compiled";
      // In older results the calls before a cold one were a warm-up iteration; now they are its set-up.
      const asWarmUp = warmUpsOf(one) > 0;
      const before = asWarmUp || callsBefore === 0 ? [] : [["callsBefore", `${callsBefore}`]];
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
        warmupBatchSize: asWarmUp ? Math.max(1, callsBefore) : 1,
        measurementIterations: forks[0].length,
        measurementTime: time,
        measurementBatchSize: 1,
        params: Object.fromEntries([...values, ...before, ...pooled]),
        primaryMetric: metricOf(forks, "ns/op"),
        secondaryMetrics:
          one.allocatedBytesPerOp == null ? {} : { [ALLOCATION]: metricOf([[one.allocatedBytesPerOp]], "B/op") },
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
