// One run of an experiment on every kind of machine: the page's own kind measures for the card, and the others beside it.
import * as api from "../base/api.js";
import { afterConnection, afterEvent, forgotten, isOver, newRun } from "../answer/run-state.js";
import { effortOf, faults, runRequest } from "../base/settings.js";
import { cancelRun, startRun } from "../run/run-actions.js";
import { watchRun } from "../run/run-stream.js";
import { fetchChartLibrary } from "../charts/chart-library.js";
import { store } from "../base/store.js";
import { settingsOn } from "./kind-words.js";

const FREQUENT = new Set(["sample", "scored", "progress", "caseStarted"]);
const leaving = new Map(); // by experiment: the functions that stop following

const own = () => store.state.experiments[0].machine;

/** Starts a run on each kind; what a kind refuses is told beside it. */
export async function runOnAll(id) {
  const { site, kinds } = store.state;
  leave(id);
  fetchChartLibrary();
  const all = (kinds ?? site.kinds).map(({ kind, label }) => ({ kind, label, experiment: null, run: null, problem: null }));
  store.setIn("everywhere", id, all);
  await startRun(id);
  await Promise.all(all.filter(({ kind }) => kind !== own()).map(({ kind }) => startOn(id, kind)));
}

async function startOn(id, kind) {
  try {
    const before = store.experiment(id);
    const experiment = await api.experiment(id, kind);
    const settings = settingsOn(before, experiment, store.state.settings[id]);
    const [fault] = Object.values(faults(experiment, settings));
    if (fault) return say(id, kind, { problem: fault });
    const run = newRun({ settings, rounds: effortOf(experiment, settings).forks });
    say(id, kind, { experiment, run });
    const runId = await api.startRun(runRequest(experiment, settings));
    say(id, kind, { run: { ...run, id: runId } });
    follow(id, kind, runId);
  } catch ({ message }) {
    say(id, kind, { run: null, problem: message });
  }
}

function follow(id, kind, runId) {
  const run = () => store.state.everywhere[id].find((one) => one.kind === kind).run;
  const stop = watchRun(runId, {
    onEvent: (event) => say(id, kind, { run: afterEvent(run(), event) }, { soon: FREQUENT.has(event.type) }),
    onConnection: (connection) => say(id, kind, { run: afterConnection(run(), connection) }),
    onUnknown: () => say(id, kind, { run: forgotten(run()) }),
  });
  leaving.set(id, [...(leaving.get(id) ?? []), stop]);
}

function say(id, kind, more, when) {
  const now = store.state.everywhere[id].map((one) => (one.kind === kind ? { ...one, ...more } : one));
  store.setIn("everywhere", id, now, when);
}

/** Cancels those that have not ended. */
export async function cancelAll(id) {
  const going = (store.state.everywhere[id] ?? []).filter(({ run }) => run?.id && !isOver(run));
  await Promise.all([
    cancelRun(id),
    ...going.map(({ kind, run }) => api.cancelRun(run.id).catch(({ message }) => say(id, kind, { problem: message }))),
  ]);
}

/** Stops showing them; runs that go on are not cancelled by this. */
export function putAllAway(id) {
  leave(id);
  store.setIn("everywhere", id, null);
}

function leave(id) {
  for (const stop of leaving.get(id) ?? []) stop();
  leaving.delete(id);
}
