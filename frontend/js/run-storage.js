// Whether a run that has finished outlives the server, asked until it does.
import * as api from "./api.js";
import { store } from "./store.js";
import "./components/stored-note.js";

const BETWEEN_MILLIS = [300, 700, 2000, 5000, 10_000];

const pause = (millis) => new Promise((go) => setTimeout(go, millis));

/** Follows the run of an experiment until it is stored, or another takes its place. */
export async function followStorage(id) {
  const { id: runId } = store.state.runs[id];
  for (let turn = 0; ; turn++) {
    await pause(BETWEEN_MILLIS[Math.min(turn, BETWEEN_MILLIS.length - 1)]);
    const told = await api.run(runId).catch((problem) => ({ unknown: problem.status === 404 }));
    const run = store.state.runs[id];
    if (run?.id !== runId || told.unknown) return;
    const { stored, notStoredBecause } = told;
    if (stored === undefined) continue;
    const late = run.storage?.stored === false || run.storage?.late;
    store.setIn("runs", id, { ...run, storage: { stored, because: notStoredBecause ?? null, late: Boolean(late) } });
    if (stored) return;
  }
}
