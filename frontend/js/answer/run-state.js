// A run as its events tell it. Pure: a state and an event make the next state.
import { documentAfter } from "./run-document.js";

/** The stages in which nothing more will come. */
const ENDS = ["finished", "failed", "cancelled", "interrupted", "left", "unknown"];

/**
 * A run that was asked for: the protocol's `Run` as far as it is known, and what the page shows of its course.
 * `settings` are what it measures, `rounds` how many forks each case gets, and `past` says whether it was over before
 * this page knew of it.
 */
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
    current: null,
    jvmsBegun: 0, // forks of all cases
    estimateSeconds: null,
    doneFraction: 0,
    remainingSeconds: null,
    answered: false, // whether the cases of the claim are measured, and the others follow
    cases: [],
    storage: null, // { stored, because, late }: whether it outlives the server; null until that is known
  };
}

/** Types of events that come many times a second. */
export const FREQUENT = new Set(["sample", "scored", "progress", "caseStarted"]);

export const isOver = (run) => ENDS.includes(run.stage);

/** Whether its claim may get an answer yet that it does not have. */
export const isAnswering = (run) => !isOver(run) && !run.answered;

/** Whether the machine measures for this run at the moment. */
export const isMeasuring = (run) => ["starting", "warmup", "measure", "checking"].includes(run.stage);

/** Whether it measures for some run of the page. */
export const isAnyMeasuring = (runs) => Object.values(runs).some((run) => run && isMeasuring(run));

/** How each type of event changes the course of a run. */
const CHANGES = {
  queued: (_, { position, waitSeconds = null }) => ({ stage: "queued", position, waitSeconds }),
  restarted: () => ({ stage: "starting", current: null, jvmsBegun: 0, doneFraction: 0, answered: false }),
  started: (_, { estimateSeconds }) => ({
    stage: "starting",
    position: null,
    estimateSeconds,
    remainingSeconds: estimateSeconds,
  }),
  caseStarted: ({ rounds, jvmsBegun }, { key, round }) => ({
    stage: "starting",
    jvmsBegun: jvmsBegun + 1,
    current: { key, round },
    rounds: Math.max(rounds, round),
  }),
  sample: (_, { key, phase, round }) => ({ stage: phase, current: { key, round } }),
  checked: ({ rounds }, { key }) => ({ stage: "checking", current: { key, round: rounds } }),
  progress: (_, { doneFraction, remainingSeconds }) => ({ doneFraction, remainingSeconds }),
  answered: () => ({ answered: true }),
  finished: () => ({ stage: "finished", doneFraction: 1, remainingSeconds: 0, current: null }),
  failed: () => ({ stage: "failed", current: null }),
  interrupted: () => ({ stage: "interrupted", current: null }),
  cancelled: () => ({ stage: "cancelled", current: null }),
};

/** The run after the event. An event seen before, or of a type this page does not know, changes nothing else. */
export function afterEvent(run, event) {
  if (event.seq <= run.lastSeq) return run;
  return { ...documentAfter(run, event), ...CHANGES[event.type]?.(run, event) };
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
  const measured = (result?.iterations ?? []).filter((one) => one.phase === "measure");
  const shown = measured.length > 0 ? measured : (result?.iterations ?? []);
  if (shown.length === 0) return null;
  const sorted = shown.map((one) => one.nsPerOp).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, low: null, high: null, provisional: true };
}
