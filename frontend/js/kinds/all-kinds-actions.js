// One run of an experiment on every kind of machine. The run on the page's own kind is also the card's.
import * as api from "../base/api.js";
import { afterConnection, afterEvent, forgotten, FREQUENT, isOver, newRun } from "../answer/run-state.js";
import { effortOf, faults, runRequest } from "../base/settings.js";
import { startRun } from "../run/run-actions.js";
import { watchRun } from "../run/run-stream.js";
import { store } from "../base/store.js";
import { settingsOn } from "./kind-words.js";

const leaving = new Map(); // by experiment: the functions that stop following

/** Starts a run on each kind; what a kind refuses is told beside it. */
export async function runOnAll(id) {
  const { site, kinds } = store.state;
  leave(id);
  const nothing = { experiment: null, run: null, problem: null };
  const all = (kinds ?? site.kinds).map(({ kind, label }) => ({ kind, label, ...nothing }));
  store.setIn("everywhere", id, all);
  const experiment = store.experiment(id);
  await startHere(id, experiment);
  const others = all.filter(({ kind }) => kind !== experiment.machine);
  await Promise.all(others.map(({ kind }) => startOn(id, kind, experiment)));
}

async function startHere(id, experiment) {
  const before = store.state.runs[id];
  await startRun(id);
  const run = store.state.runs[id];
  const { machine: kind } = experiment;
  const begun = run?.id && run !== before;
  if (begun) follow(id, kind, experiment, run);
  else say(id, kind, { problem: Object.values(store.state.faults[id] ?? {})[0] ?? "The run was not started." });
}

async function startOn(id, kind, here) {
  try {
    const experiment = await api.experiment(id, kind);
    const chosen = store.state.settings[id];
    const settings = { ...settingsOn(here, experiment, chosen), params: chosen.params }; // to compare the same
    const [fault] = Object.values(faults(experiment, settings));
    if (fault) return say(id, kind, { problem: fault });
    const runId = await api.startRun(runRequest(experiment, settings));
    follow(id, kind, experiment, newRun({ id: runId, settings, rounds: effortOf(experiment, settings).forks }));
  } catch ({ message }) {
    say(id, kind, { problem: message });
  }
}

function follow(id, kind, experiment, begun) {
  let run = begun;
  const take = (next, when) => {
    run = next;
    say(id, kind, { experiment, run }, when);
  };
  take(run);
  const stop = watchRun(run.id, {
    onEvent: (event) => take(afterEvent(run, event), { soon: FREQUENT.has(event.type) }),
    onConnection: (connection) => take(afterConnection(run, connection)),
    onUnknown: () => take(forgotten(run)),
  });
  leaving.set(id, [...(leaving.get(id) ?? []), stop]);
}

function say(id, kind, more, when) {
  const now = (store.state.everywhere[id] ?? []).map((one) => (one.kind === kind ? { ...one, ...more } : one));
  store.setIn("everywhere", id, now, when);
}

/** Cancels those that have not ended. */
export async function cancelAll(id) {
  const going = store.state.everywhere[id].filter(({ run }) => run && !isOver(run));
  await Promise.all(
    going.map(({ kind, run }) => api.cancelRun(run.id).catch(({ message }) => say(id, kind, { problem: message }))),
  );
}

/** Shows them no longer; runs that go on are not cancelled by this. */
export function putAllAway(id) {
  leave(id);
  store.setIn("everywhere", id, null);
}

function leave(id) {
  for (const stop of leaving.get(id) ?? []) stop();
  leaving.delete(id);
}
