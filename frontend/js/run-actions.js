// What a visitor can do with a run: start it, cancel it, come back to it.
import { addressNamesSection, writeAddress } from "./address.js";
import * as api from "./api.js";
import { fetchChartLibrary } from "./chart-library.js";
import { rememberMeasured } from "./measured.js";
import { afterConnection, afterEvent, forgotten, isOver, newRun } from "./run-state.js";
import { effortOf, faults, runRequest, settingsOf } from "./settings.js";
import { store } from "./store.js";

const FREQUENT = new Set(["sample", "scored", "progress", "caseStarted"]);
const FORGOTTEN =
  "The run of this link is no longer known: the server has been restarted since, or keeps newer runs instead. " +
  "Its settings are still here; press Run to measure again.";
const watching = {};

export async function startRun(id) {
  const experiment = store.experiment(id);
  const settings = store.state.settings[id];
  const found = faults(experiment, settings);
  store.setIn("faults", id, found);
  if (Object.keys(found).length > 0) return;
  const earlier = store.state.runs[id];
  store.set({ notice: null });
  store.setIn("runs", id, newRun({ settings, rounds: effortOf(experiment, settings).forks }));
  try {
    const runId = await api.startRun(runRequest(experiment, settings));
    store.setIn("runs", id, { ...store.state.runs[id], id: runId });
    writeAddress("push");
    watch(id, runId);
  } catch (problem) {
    store.setIn("runs", id, earlier);
    store.setIn("faults", id, blame(experiment, problem));
  }
}

export async function cancelRun(id) {
  const run = store.state.runs[id];
  if (!run?.id || isOver(run)) return;
  try {
    await api.cancelRun(run.id);
  } catch (problem) {
    if (problem.status !== 409) store.setIn("faults", id, { run: problem.message });
  }
}

/** Goes on with the run that the address names, under the settings it was started with. */
export async function goOnWith(runId) {
  const runs = Object.values(store.state.runs);
  if (runs.some((run) => run?.id === runId)) return;
  try {
    const { request } = await api.run(runId);
    const experiment = store.experiment(request.experiment);
    const { id, section } = experiment;
    if (store.state.runs[id] && !isOver(store.state.runs[id])) return;
    const settings = settingsOf(experiment, request);
    store.setIn("settings", id, settings);
    store.setIn("faults", id, {});
    store.setIn("runs", id, newRun({ id: runId, settings, rounds: effortOf(experiment, settings).forks }));
    if (!addressNamesSection()) store.set({ section });
    watch(id, runId);
  } catch (problem) {
    const gone = problem.status === 404;
    store.set({ notice: gone ? FORGOTTEN : `The run of this link could not be fetched. ${problem.message}` });
    if (gone) writeAddress("replace");
  }
}

function watch(id, runId) {
  fetchChartLibrary(); // now, and not while something is timed
  watching[id]?.();
  watching[id] = api.watchRun(runId, {
    onEvent: (event) => happened(id, event),
    onConnection: (connection) => store.setIn("runs", id, afterConnection(store.state.runs[id], connection)),
    onUnknown: () => {
      store.setIn("runs", id, forgotten(store.state.runs[id]));
      writeAddress("replace");
    },
  });
}

function happened(id, event) {
  store.setIn("runs", id, afterEvent(store.state.runs[id], event), { soon: FREQUENT.has(event.type) });
  if (event.type === "finished") store.set({ measured: rememberMeasured(store.state.measured, id) });
}

/** The refusal as a fault: of the control that the server names, or else of the run. */
function blame(experiment, problem) {
  const controls = ["variants", "pools", "workers", "effort", ...experiment.params.map((param) => param.name)];
  return controls.includes(problem.field)
    ? { [problem.field]: problem.message }
    : { run: `${problem.title}. ${problem.detail}` };
}
