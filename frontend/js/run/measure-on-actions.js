// Goes on with a run that has finished.
import { beginRun } from "./run-actions.js";
import { store } from "../base/store.js";

/** What a run with edits is asked for with again: all of them, and the variant if they were measured with only one. */
function editsAgain({ edits, cases }) {
  if (!edits?.length) return {};
  const [variant, ...others] = new Set(cases.filter(({ edited }) => edited).map((one) => one.variant));
  return { edits, ...(others.length === 0 && { editVariant: variant }) };
}

/** Measures the same at a higher effort, and keeps what the finished run has measured. */
export async function measureOn(id, effort) {
  const run = store.state.runs[id];
  const settings = { ...run.settings, effort };
  const chosen = store.state.settings[id];
  store.setIn("settings", id, settings);
  store.setIn("faults", id, {});
  try {
    await beginRun(id, settings, "push", { continues: run.id, effort, ...editsAgain(run) });
  } catch (problem) {
    store.setIn("settings", id, chosen);
    store.setIn("faults", id, { run: problem.message });
  }
}
