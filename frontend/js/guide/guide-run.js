// A queue of experiments to run one after the other: a section's, or the whole guide's. Pure: a queue and what happened
// make the next queue `{ version, scope, ids, at, runId, state, problem, seconds, spent, failures }`.
import { count, wait } from "../base/format.js";
import { estimateSeconds, settingsOf } from "../base/settings.js";

const VERSION = 1;
const STATES = ["running", "stopped", "over"];
/** Between two runs: the process that measures starts, and the results are looked at. */
const SECONDS_BETWEEN = 1.5;
/** The pace of the runs so far is believed as far as this many seconds of them tell. */
const SECONDS_TO_BELIEVE = 30;

/** What the queue measures of an experiment: what the server proposes for it, or else the defaults, at quick effort. */
export const guideSettings = (experiment) => settingsOf(experiment, experiment.guideRun ?? {});

export const guideSeconds = (experiment) =>
  SECONDS_BETWEEN + (experiment.guideRun?.seconds ?? estimateSeconds(experiment, guideSettings(experiment)));

/** What running all of these takes, in seconds. */
export const secondsOf = (experiments) =>
  experiments.reduce((sum, experiment) => sum + guideSeconds(experiment), 0);

/** A queue that begins. `scope` is a section's number or "guide". */
export const newQueue = (scope, experiments) => ({
  version: VERSION,
  scope,
  ids: experiments.map(({ id }) => id),
  seconds: experiments.map(guideSeconds),
  at: 0,
  runId: null,
  state: experiments.length > 0 ? "running" : "over",
  problem: null, // why it stopped by itself
  spent: { estimated: 0, measured: 0 },
  failures: [], // [{ id, text }]
});

/** The id of the experiment whose turn it is, or null. */
export const current = (queue) => (queue && queue.state !== "over" ? queue.ids[queue.at] : null);
export const isRunning = (queue) => queue?.state === "running";

/** The server has taken the current experiment's run. */
export const taken = (queue, runId) => ({ ...queue, runId });

/** The current experiment's run is over, or was refused. `failure` says why it gave no result; null where it did. */
export function ended(queue, { failure = null, seconds = null } = {}) {
  const { at, ids, spent, failures } = queue;
  const next = at + 1;
  return {
    ...queue,
    at: next,
    runId: null,
    state: next < ids.length ? queue.state : "over",
    spent:
      seconds === null
        ? spent
        : { estimated: spent.estimated + queue.seconds[at], measured: spent.measured + seconds },
    failures: failure === null ? failures : [...failures, { id: ids[at], text: failure }],
  };
}

/** Stopped by the visitor, or by a problem that the next experiment would meet as well. */
export const stopped = (queue, problem = null) =>
  queue.state === "running" ? { ...queue, state: "stopped", problem } : queue;

export const takenUp = (queue) => (queue.state === "stopped" ? { ...queue, state: "running", problem: null } : queue);

/** How much longer or shorter runs take than was estimated, as far as that is known. */
function pace({ spent: { estimated, measured } }) {
  return (measured + SECONDS_TO_BELIEVE) / (estimated + SECONDS_TO_BELIEVE);
}

const secondsFrom = (queue, at) => queue.seconds.slice(at).reduce((sum, seconds) => sum + seconds, 0);

/** What is left, in seconds; `run` is the current experiment's, as far as it has come. */
export function secondsLeft(queue, run) {
  if (queue.state === "over") return 0;
  const later = secondsFrom(queue, queue.at + 1) * pace(queue);
  const now = queue.seconds[queue.at] * pace(queue);
  return later + (run?.remainingSeconds ?? now * (1 - (run?.doneFraction ?? 0)));
}

/** From 0 to 1, by the time that each experiment takes. */
export function doneShare(queue, run) {
  if (queue.state === "over") return 1;
  const all = secondsFrom(queue, 0);
  return (all - secondsFrom(queue, queue.at) + (run?.doneFraction ?? 0) * queue.seconds[queue.at]) / all;
}

const nameOf = ({ scope }) => (scope === "guide" ? "the whole guide" : `section ${scope}`);
const done = ({ at, ids, failures }) =>
  `${count(at - failures.length)} of ${count(ids.length)} measured` +
  (failures.length > 0 ? `, ${count(failures.length)} without a result` : "");

/** The queue in one line; `title` is that of the current experiment. */
export function queueText(queue, title) {
  if (queue.state === "running") {
    return `Running ${nameOf(queue)}: ${count(queue.at + 1)} of ${count(queue.ids.length)}, ${title}`;
  }
  const what = nameOf(queue)[0].toUpperCase() + nameOf(queue).slice(1);
  return queue.state === "stopped" ? `${what} is stopped: ${done(queue)}` : `${what} is done: ${done(queue)}`;
}

export const leftText = (queue, run) => (queue.state === "over" ? "" : `${wait(secondsLeft(queue, run))} left`);

/** A queue from its stored text, as one that was stopped; null where there is none, or experiments of it are gone. */
export function parseQueue(text, experiments) {
  try {
    const queue = JSON.parse(text ?? "null");
    const known = (id) => experiments.some((experiment) => experiment.id === id);
    const whole =
      queue?.version === VERSION &&
      STATES.includes(queue.state) &&
      queue.ids.length > 0 &&
      queue.ids.length === queue.seconds.length &&
      queue.ids.every(known) &&
      Number.isInteger(queue.at) &&
      queue.at >= 0 &&
      queue.failures.every(({ id }) => known(id)) &&
      queue.spent.estimated >= 0 &&
      queue.spent.measured >= 0;
    return whole ? stopped(queue) : null;
  } catch {
    return null;
  }
}
