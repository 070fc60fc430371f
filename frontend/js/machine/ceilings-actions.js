// What the machine can do at most: fetched, followed while it is being measured, and measured anew on request.
import * as api from "../base/api.js";
import { isOver } from "../answer/run-state.js";
import { chosenKind } from "../base/site.js";
import { store } from "../base/store.js";

const WHILE_MEASURING_MILLIS = 3000;
/** A machine that is not measured yet is asked again after so long; after the last time only when a run has ended. */
const WAITS_MILLIS = [10_000, 20_000, 40_000, 80_000];
/** A measuring that has not begun so long after its time waits for runs to end. */
const LATE_MILLIS = 60_000;

let timer = null;
let waits = 0;
let running = false;

/** Fetches the ceilings where some experiment has use for them, and again when they may have changed. */
export function followCeilings() {
  if (!store.state.experiments.some(({ countsWork }) => countsWork)) return;
  store.subscribe(({ runs }) => {
    const now = Object.values(runs).some((run) => run && !isOver(run));
    const ended = running && !now;
    running = now;
    if (ended) afterARun();
  });
  look();
}

async function look() {
  clearTimeout(timer);
  const { experiments } = store.state;
  const ceilings = await api.ceilings(chosenKind()).catch(() => null);
  if (experiments !== store.state.experiments) return look(); // of another kind meanwhile
  if (ceilings) store.set({ ceilings });
  if (ceilings?.state === "MEASURING") timer = setTimeout(look, WHILE_MEASURING_MILLIS);
  if (!ceilings || ceilings.state === "NONE") lookLater();
  if (ceilings?.state === "FAILED" && ceilings.again) lookAfter(ceilings.again);
}

/** The page keeps still while it measures: the server measures its ceilings when there is no run anyway. */
function lookLater() {
  if (running || waits === WAITS_MILLIS.length) return;
  timer = setTimeout(look, WAITS_MILLIS[waits]);
  waits += 1;
}

/** The server says when it measures again what it had reason to doubt; with a run in between that is later. */
function lookAfter(instant) {
  const left = new Date(instant) - Date.now();
  if (left < -LATE_MILLIS) return;
  timer = setTimeout(look, Math.max(left, 0) + WHILE_MEASURING_MILLIS);
}

function afterARun() {
  if (store.state.ceilings?.state === "MEASURED") return;
  waits = 0;
  clearTimeout(timer);
  lookLater();
}

/** Has the server measure anew; what speaks against it is told beside the button. */
export async function measureCeilings() {
  store.set({ ceilingsFault: null });
  try {
    await api.measureCeilings();
  } catch (problem) {
    store.set({ ceilingsFault: problem.message });
  }
  await look();
}
