// Goes on with a run that has finished.
import { beginRun } from "./run-actions.js";
import { store } from "../base/store.js";

/** Measures the same at a higher effort, and keeps what the finished run has measured. */
export async function measureOn(id, effort) {
  const { id: continues, settings: before } = store.state.runs[id];
  const settings = { ...before, effort };
  const chosen = store.state.settings[id];
  store.setIn("settings", id, settings);
  store.setIn("faults", id, {});
  try {
    await beginRun(id, settings, "push", { continues, effort });
  } catch (problem) {
    store.setIn("settings", id, chosen);
    store.setIn("faults", id, { run: problem.message });
  }
}
