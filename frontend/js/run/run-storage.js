// Whether finished runs outlive the server: asked until they do, for all runs together, never while something is
// measured, and not for ever.
import * as api from "../base/api.js";
import { isAnyMeasuring } from "../answer/run-state.js";
import { askSite } from "../base/site.js";
import { store } from "../base/store.js";

/** Before each look. About half an hour after the last run has finished there are no more. */
const BETWEEN_MILLIS = [300, 700, 2000, 5000, 10_000, 20_000, 30_000, ...Array(30).fill(60_000)];

const followed = new Map(); // by experiment: the id of its run
let looks = 0;
let following = false;
let wake = null;

/** Follows the run of an experiment until it is stored, or another takes its place. */
export async function followStorage(id) {
  followed.set(id, store.state.runs[id].id);
  looks = 0;
  wake?.();
  if (following) return;
  following = true;
  while (followed.size > 0 && looks < BETWEEN_MILLIS.length) {
    await pause(BETWEEN_MILLIS[looks++]);
    await silence();
    await look();
  }
  followed.clear();
  following = false;
}

function pause(millis) {
  return new Promise((go) => {
    const timer = setTimeout(go, millis);
    wake = () => {
      clearTimeout(timer);
      go();
    };
  });
}

const measuring = () => isAnyMeasuring(store.state.runs);

/** Until nothing is measured: each answer would disturb it. */
async function silence() {
  if (!measuring()) return;
  await new Promise((go) => {
    const leave = store.subscribe(() => {
      if (measuring()) return;
      leave();
      go();
    });
  });
}

/** While the storage is away, one question about it stands for one about every run that is known to wait for it. */
async function look() {
  const known = (id) => Boolean(store.state.runs[id]?.storage);
  let away = false;
  if ([...followed.keys()].some(known)) {
    await askSite();
    away = store.state.site?.storage === "unavailable";
  }
  for (const [id, runId] of followed) {
    if (measuring()) return;
    if (!(away && known(id)) && (await settled(id, runId))) followed.delete(id);
  }
}

/** Asks about one run; true when there is nothing more to ask. */
async function settled(id, runId) {
  const told = await api.run(runId).catch((problem) => ({ unknown: problem.status === 404 }));
  const run = store.state.runs[id];
  if (run?.id !== runId) return followed.get(id) === runId;
  if (told.unknown) return true;
  const { stored, notStoredBecause } = told;
  if (stored === undefined) return false;
  const late = run.storage?.stored === false || run.storage?.late;
  store.setIn("runs", id, { ...run, storage: { stored, because: notStoredBecause ?? null, late: Boolean(late) } });
  return stored;
}
