// The protocol's Run as its events make it: the same document as the server's. Pure.

const STATES = {
  queued: "QUEUED",
  restarted: "QUEUED",
  finished: "FINISHED",
  failed: "FAILED",
  cancelled: "CANCELLED",
  interrupted: "INTERRUPTED",
};
const ENDS = ["finished", "failed", "cancelled", "interrupted"];

/** A case of which nothing is known yet. */
export const newCase = () => ({
  samples: [],
  iterations: [],
  score: null,
  speedup: null,
  speedupOverYardstick: null,
  trust: null,
  correct: null,
  check: null,
  figures: [],
  timeline: null,
  allocatedBytesPerOp: null,
  work: null,
});

function caseOf(key) {
  const [variant, pool = "sequential", workers = "1"] = key.split("/");
  return { key, variant, pool, workers: Number(workers), ...newCase() };
}

const change = (run, key, more) => ({
  cases: run.cases.map((one) => (one.key === key ? { ...one, ...more(one) } : one)),
});

/** How the fields of each type of event change a run. Fields that this page does not know are kept, too. */
const CHANGES = {
  started: (_, { run, cases, machine }, at) => ({ ...(run ?? { cases: cases.map(caseOf) }), machine, startedAt: at }),
  sample: (run, { key, ...iteration }) =>
    change(run, key, ({ samples, iterations }) => ({
      samples: iteration.phase === "measure" ? [...samples, iteration.nsPerOp] : samples,
      iterations: [...iterations, iteration],
    })),
  scored: (run, { key, ...scored }) => change(run, key, () => scored),
  checked: (run, { key, ...checked }) => change(run, key, () => checked),
  caseFailed: (run, { key, problem }) => change(run, key, () => ({ problem })),
  answered: (_, { verdict }) => ({ verdict }),
  timeline: (run, { key, ...timeline }) => change(run, key, () => ({ timeline })),
  finished: (_, end) => end,
  failed: (_, end) => end,
  interrupted: (_, end) => end,
  restarted: ({ cases }) => ({ cases: cases.map((one) => ({ ...one, ...newCase() })), verdict: null, machine: null }),
};

/** The run after the event. */
export function documentAfter(run, { seq, at, type, ...fields }) {
  return {
    ...run,
    ...CHANGES[type]?.(run, fields, at),
    state: STATES[type] ?? "RUNNING",
    lastSeq: seq,
    ...(ENDS.includes(type) ? { endedAt: at } : {}),
  };
}
