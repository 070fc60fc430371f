// A run as its events tell it. Pure: a state and an event make the next state.

/** The stages in which nothing more will come. */
const ENDS = ["finished", "failed", "cancelled", "interrupted", "left", "unknown"];

/** A run that was asked for. `settings` are what it measures, `rounds` how many forks each case gets, and `past` says
 * whether it was over before this page knew of it. */
export function newRun({ id = null, settings, rounds, past = false }) {
  return {
    id,
    settings,
    rounds,
    past,
    stage: "asking",
    connection: "connecting",
    lastSeq: 0,
    position: null,
    keys: [],
    cases: {},
    current: null,
    machine: null,
    estimateSeconds: null,
    doneFraction: 0,
    remainingSeconds: null,
    verdict: null,
    fits: [],
    problem: null,
    works: null, // by key: the useful work of an operation of a case; null until the server was asked
    ceilings: null, // the machine's, as they were known when the run ended
    storage: null, // { stored, because, late }: whether it outlives the server; null until that is known
  };
}

/** The run with what no event tells, from the server's answer about it: the work of its cases, and the ceilings. */
export function afterAnswer(run, { cases = [], ceilings = null }) {
  const counted = cases.filter(({ work }) => work);
  const works = Object.fromEntries(counted.map(({ key, work }) => [key, work]));
  return { ...run, works, ceilings: ceilings ?? run.ceilings };
}

export const isOver = (run) => ENDS.includes(run.stage);

/** Whether the machine measures for this run at the moment. */
export const isMeasuring = (run) => ["starting", "warmup", "measure", "checking"].includes(run.stage);

/** A case of which nothing is known. */
export const newCase = () => ({
  samples: [],
  score: null,
  speedup: null,
  speedupOverYardstick: null,
  trust: null,
  correct: null,
  check: null,
  figures: [],
  timeline: null,
  allocatedBytesPerOp: null,
});

function withCase(run, key, change) {
  const before = run.cases[key] ?? newCase();
  return { ...run, cases: { ...run.cases, [key]: { ...before, ...change(before) } } };
}

/** How each type of event changes a run. */
const CHANGES = {
  queued: (run, { position, waitSeconds = null }) => ({ ...run, stage: "queued", position, waitSeconds }),
  started: (run, { cases, estimateSeconds, machine }) => ({
    ...run,
    stage: "starting",
    position: null,
    keys: cases,
    estimateSeconds,
    machine,
    remainingSeconds: estimateSeconds,
    cases: Object.fromEntries(cases.map((key) => [key, run.cases[key] ?? newCase()])),
  }),
  caseStarted: (run, { key, round }) => ({
    ...run,
    stage: "starting",
    current: { key, round },
    rounds: Math.max(run.rounds, round),
  }),
  sample: (run, { key, phase, round, iteration, nsPerOp, cpuNsPerOp = null }) => ({
    ...withCase(run, key, ({ samples }) => ({
      samples: [...samples, { phase, round, iteration, nsPerOp, cpuNsPerOp }],
    })),
    stage: phase,
    current: { key, round },
  }),
  scored: (run, { key, score, speedup, speedupOverYardstick = null, trust, allocatedBytesPerOp = null }) =>
    withCase(run, key, () => ({ score, speedup, speedupOverYardstick, trust, allocatedBytesPerOp })),
  checked: (run, { key, correct, check, figures = [] }) => ({
    ...withCase(run, key, () => ({ correct, check, figures })),
    stage: "checking",
    current: { key, round: run.rounds },
  }),
  timeline: (run, { key, spanNs, lanes, busyShare }) =>
    withCase(run, key, () => ({ timeline: { spanNs, lanes, busyShare } })),
  progress: (run, { doneFraction, remainingSeconds }) => ({ ...run, doneFraction, remainingSeconds }),
  finished: (run, { verdict, fits, ceilings }) => ({
    ...run,
    stage: "finished",
    verdict,
    fits: fits ?? [],
    ceilings: ceilings ?? run.ceilings,
    doneFraction: 1,
    remainingSeconds: 0,
    current: null,
  }),
  failed: (run, { problem }) => ({ ...run, stage: "failed", problem, current: null }),
  interrupted: (run, { problem = null }) => ({ ...run, stage: "interrupted", problem, current: null }),
  cancelled: (run) => ({ ...run, stage: "cancelled", current: null }),
};

/** The run after the event. An event seen before, or of a type this page does not know, changes nothing else. */
export function afterEvent(run, event) {
  if (event.seq <= run.lastSeq) return run;
  const change = CHANGES[event.type];
  return { ...(change ? change(run, event) : run), lastSeq: event.seq };
}

/** The run after its connection became "connecting", "open", "lost", "asking" or "closed". */
export function afterConnection(run, connection) {
  return { ...run, connection, ...(run.stage === "asking" && connection !== "lost" ? { stage: "connecting" } : {}) };
}

/** The run after this visitor has left it to the others who asked for it. */
export const leftToOthers = (run) => ({ ...run, stage: "left", current: null });

/** The run after the server said that it does not know it. */
export const forgotten = (run) => ({ ...run, stage: "unknown", current: null });

/** What is known of a case's time: its score, or until there is one the median of its samples so far. */
export function timeOf(result) {
  if (result?.score) return { ...result.score, provisional: false };
  const measured = (result?.samples ?? []).filter((sample) => sample.phase === "measure");
  const shown = measured.length > 0 ? measured : (result?.samples ?? []);
  if (shown.length === 0) return null;
  const sorted = shown.map((sample) => sample.nsPerOp).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, low: null, high: null, provisional: true };
}
