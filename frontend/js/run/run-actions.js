// What a visitor can do with a run: start it, cancel it, come back to it.
import { addressNamesSection, writeAddress } from "../base/address.js";
import * as api from "../base/api.js";
import { fetchChartLibrary } from "../charts/chart-library.js";
import { keepResult, resultOf } from "../answer/last-results.js";
import { afterConnection, afterEvent, forgotten, FREQUENT, isOver, leftToOthers, newRun } from "../answer/run-state.js";
import { tookOf } from "./likely.js";
import { holdStill } from "../base/reveal.js";
import { isCovered } from "../base/guessing.js";
import { effortOf, faults, runRequest, settingsOf } from "../base/settings.js";
import { askSite } from "../base/site.js";
import { store } from "../base/store.js";

const FORGOTTEN =
  "The server no longer has the run of this link: it was restarted, or newer runs took its place. " +
  "The settings are still here; press Run to measure again.";
const watching = {};

/** Starts a run, if its settings can be measured. @param begin asks for it. @returns why it was refused, or null */
export async function startRun(id, settings = store.state.settings[id], begin = () => beginRun(id, settings, "push")) {
  const experiment = store.experiment(id);
  const found = faults(experiment, settings);
  store.setIn("faults", id, found);
  if (Object.keys(found).length > 0) return null;
  store.set({ notice: null });
  try {
    await begin();
    return null;
  } catch (problem) {
    store.setIn("faults", id, blame(experiment, problem));
    return problem;
  }
}

/**
 * Asks for a run of these settings and follows it.
 *
 * @param how the address takes up the run: "push" or "replace"
 * @param request if it is another than the settings say
 * @returns the run's id
 * @throws ApiError where the server refuses; the earlier run is then still there
 */
export async function beginRun(id, settings, how, request) {
  const experiment = store.experiment(id);
  const earlier = store.state.runs[id];
  store.setIn("runs", id, newRun({ settings, rounds: effortOf(experiment, settings).forks }));
  try {
    const runId = await api.startRun(request ?? runRequest(experiment, settings));
    store.setIn("runs", id, { ...store.state.runs[id], id: runId });
    writeAddress(how);
    watch(id, runId);
    return runId;
  } catch (problem) {
    store.setIn("runs", id, earlier);
    throw problem;
  }
}

/** Follows a run of an experiment that the server already has. */
export function followRun(id, runId, settings) {
  const { forks: rounds } = effortOf(store.experiment(id), settings);
  store.setIn("runs", id, newRun({ id: runId, settings, rounds }));
  watch(id, runId);
}

/** Cancels the run of an experiment, or leaves it where others wait for it, too. */
export async function cancelRun(id) {
  const run = store.state.runs[id];
  if (!run?.id || isOver(run)) return;
  try {
    const answer = await api.cancelRun(run.id);
    if (answer?.outcome === "LEFT_TO_OTHERS") leaveRun(id, run.id);
  } catch (problem) {
    const ended = problem.status === 409; // as its events tell
    if (!ended) store.setIn("faults", id, { run: problem.message });
  }
}

/** Stops following a run, which goes on for others: neither the card nor the address has it any more. */
function leaveRun(id, runId) {
  const run = store.state.runs[id];
  if (run?.id !== runId || isOver(run)) return;
  watching[id]?.();
  store.setIn("runs", id, leftToOthers(run));
  writeAddress("replace");
}

/**
 * Goes on with the run that the address names, under the settings it was started with.
 *
 * @returns its experiment's id, or null where there is nothing new to show
 */
export async function goOnWith(runId) {
  const known = Object.entries(store.state.runs).find(([, run]) => run?.id === runId);
  if (known) return known[1].remembered ? pointTo(...known) : null;
  try {
    const run = await api.run(runId);
    const { request, endedAt } = run;
    const experiment = store.experiment(request.experiment);
    const { id, section } = experiment;
    if (store.state.runs[id] && !isOver(store.state.runs[id])) return null;
    const settings = settingsOf(experiment, request);
    store.setIn("settings", id, settings);
    store.setIn("faults", id, {});
    if (!addressNamesSection()) store.set({ section });
    if (endedAt) await showPast(id, run);
    else followRun(id, runId, settings);
    return id;
  } catch (problem) {
    const gone = problem.status === 404;
    store.set({ notice: gone ? FORGOTTEN : `The run of this link could not be loaded. ${problem.message}` });
    if (gone) writeAddress("replace");
    return null;
  }
}

/** Takes a run that was only remembered for the one that the address names. */
function pointTo(id, run) {
  store.setIn("runs", id, { ...run, remembered: false });
  return id;
}

/** Shows what this browser has measured last of an experiment without a run, as far as the server still has it. */
export async function remember(id) {
  const { runs, results } = store.state;
  if (!results[id]?.run || runs[id] || isCovered(store.state, id)) return;
  const run = await api.run(results[id].run).catch(() => null);
  const { isPast, pastRun } = await import("../results/result-run.js");
  if (!run || !isPast(run) || store.state.runs[id]) return;
  store.setIn("runs", id, { ...pastRun(store.experiment(id), run), remembered: true });
}

/** Fetches with the first run what only runs need. */
async function watch(id, runId) {
  fetchChartLibrary(); // now, and not while something is timed
  watching[id]?.();
  let left = false;
  watching[id] = () => {
    left = true;
  };
  const { watchRun } = await import("./run-stream.js").catch(() => ({ watchRun: notWatched }));
  const run = store.state.runs[id];
  if (left || run?.id !== runId || isOver(run)) return;
  watching[id] = watchRun(runId, {
    onEvent: (event) => happened(id, event),
    onConnection: (connection) => store.setIn("runs", id, afterConnection(store.state.runs[id], connection)),
    onUnknown: () => lookUp(id, runId),
  });
}

/** A run whose events cannot be followed, as the server has gone meanwhile. */
function notWatched(_, { onConnection }) {
  onConnection("lost");
  return () => {};
}

/** Shows a run of which there are no events, as the server has stored it. One that is not over and has none any more
 * is forgotten, whatever else the server tells of it. */
async function lookUp(id, runId) {
  try {
    await showPast(id, await api.run(runId));
  } catch {
    store.setIn("runs", id, forgotten(store.state.runs[id]));
    writeAddress("replace");
  }
}

/** @throws Error where the run is not over */
async function showPast(id, run) {
  const { isPast, pastRun } = await import("../results/result-run.js");
  if (!isPast(run)) throw new Error(`The run is ${run.state}.`);
  fetchChartLibrary();
  store.setIn("runs", id, pastRun(store.experiment(id), run));
  if (run.state === "FINISHED") followStorage(id);
}

function happened(id, event) {
  store.setIn("runs", id, afterEvent(store.state.runs[id], event), { soon: FREQUENT.has(event.type) });
  const run = store.state.runs[id];
  if (event.type !== "finished") return;
  followStorage(id);
  askSite(); // whether it could be stored
  const experiment = store.experiment(id);
  const result = resultOf(experiment, run, new Date().toISOString());
  const results = keepResult(store.state.results, id, { ...result, took: tookOf(experiment, run) });
  holdStill(() => store.set({ results }));
}

async function followStorage(id) {
  const { followStorage: follow } = await import("./run-storage.js");
  follow(id);
}

/** The refusal as a fault: of the control that the server names, or else of the run. */
function blame(experiment, problem) {
  const controls = ["variants", "pools", "workers", "effort", ...experiment.params.map((param) => param.name)];
  return controls.includes(problem.field)
    ? { [problem.field]: problem.message }
    : { run: [problem.title, problem.message].filter(Boolean).join(". ") };
}
