// What a visitor can do with a queue of runs: begin it, stop it, take it up again, put it away.
import * as api from "../base/api.js";
import * as queues from "./guide-run.js";
import { beginRun, cancelRun, followRun } from "../run/run-actions.js";
import { isOver } from "../answer/run-state.js";
import { settingsOf } from "../base/settings.js";
import { store } from "../base/store.js";
import { keepText, storedText } from "../base/stored.js";

const KEY = "lanes.queue";
const BUSY = [429, 503];
const BUSY_RETRY_MILLIS = 5000;
const SERVER_GONE = 0;

const CANCELLED = "It was cancelled.";

let leave = null; // stops listening to the current run
let retry = null; // the timer of the next try, where the server is busy

/** Every change of the queue comes through here, so that a reload finds it as it was. */
function keep(queue) {
  store.set({ queue });
  keepText(KEY, queue && JSON.stringify(queue));
}

/** The queue of an earlier visit, stopped where it was. */
export function findQueue() {
  store.set({ queue: queues.parseQueue(storedText(KEY), store.state.experiments) });
}

/** @param scope a section's number or "guide" */
export function beginQueue(scope) {
  if (queues.isRunning(store.state.queue)) return;
  const { experiments } = store.state;
  keep(queues.newQueue(scope, scope === "guide" ? experiments : experiments.filter((one) => one.section === scope)));
  runNext();
}

export async function stopQueue() {
  const { queue } = store.state;
  rest();
  keep({ ...queues.stopped(queue), runId: null });
  if (queue.runId) await cancel(queues.current(queue), queue.runId);
}

export function takeUpQueue() {
  keep(queues.takenUp(store.state.queue));
  runNext();
}

export function putQueueAway() {
  rest();
  keep(null);
}

function rest() {
  leave?.();
  leave = null;
  clearTimeout(retry);
}

/** Cancels the run as its card would, unless the card has another one by now. */
async function cancel(id, runId) {
  if (store.state.runs[id]?.id === runId) await cancelRun(id);
}

async function runNext() {
  const { queue } = store.state;
  if (!queues.isRunning(queue)) return;
  const id = queues.current(queue);
  try {
    const settings = queues.guideSettings(store.experiment(id));
    const runId = (await runOfEarlierVisit(queue)) ?? (await beginRun(id, settings, "replace"));
    if (store.state.queue !== queue) return void cancel(id, runId); // stopped while the server was asked
    keep(queues.taken(queue, runId));
    awaitEnd(id, runId);
  } catch (problem) {
    if (store.state.queue === queue) refused(queue, problem);
  }
}

/** The id of the run that was under way when the page was left, followed from its beginning; null where it is gone. */
async function runOfEarlierVisit({ runId }) {
  const run = runId ? await api.run(runId).catch(() => null) : null;
  if (!run || ["FAILED", "CANCELLED"].includes(run.state)) return null;
  const experiment = store.experiment(run.request.experiment);
  followRun(experiment.id, runId, settingsOf(experiment, run.request));
  return runId;
}

function refused(queue, problem) {
  if (BUSY.includes(problem.status)) {
    retry = setTimeout(runNext, BUSY_RETRY_MILLIS);
  } else if (problem.status === SERVER_GONE) {
    keep(queues.stopped(queue, problem.message));
  } else {
    keep(queues.ended(queue, { failure: problem.message }));
    runNext();
  }
}

function awaitEnd(id, runId) {
  const startedAt = performance.now();
  const look = () => {
    const run = store.state.runs[id];
    if (run.id === runId && !isOver(run)) return;
    rest();
    const { queue } = store.state;
    const again = run.id !== runId || run.stage === "unknown"; // the server was restarted, or the card measures anew
    if (again) keep({ ...queue, runId: null });
    else keep(queues.ended(queue, outcome(run, (performance.now() - startedAt) / 1000)));
    runNext();
  };
  leave = store.subscribe(look);
  look();
}

function outcome(run, seconds) {
  if (run.stage === "finished") return { seconds };
  return { failure: ["cancelled", "left"].includes(run.stage) ? CANCELLED : `${run.problem.title}.` };
}
