// Edits: drafts, which this browser keeps; what the compiler says about them; and runs that measure them.
import * as api from "../base/api.js";
import { nameOfFile } from "../base/format.js";
import { runRequest } from "../base/settings.js";
import { store } from "../base/store.js";
import { isAnyMeasuring } from "../answer/run-state.js";
import { beginRun, startRun } from "../run/run-actions.js";
import { keptDrafts, keepDrafts } from "./draft-book.js";
import { edited } from "./pieces.js";

/** The compiler is asked when nothing was typed for so long. */
const PAUSE_MILLIS = 400;

const listeners = new Set();
const checks = {}; // by experiment: `{ stage: "waiting" | "done" | "failed", problems, fault }`
const timers = {};

/** `{ open, because, changed }` as the server says. */
export let workshop = { open: false, because: null, changed: [] };
export let drafts = [];
let thrown = []; // what was discarded last

/** Calls `listener` whenever a draft, or what is known of it, has changed. @returns a function that ends that */
export function onEdit(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell() {
  for (const listener of listeners) listener();
}

/** Asks whether code can be edited here; from then on every post carries the workshop's token. */
export async function openWorkshop() {
  const { token, ...told } = await api.call("/api/workshop");
  workshop = { changed: [], ...told };
  if (token) api.headers["Lanes-Workshop"] = token;
  drafts = keptDrafts();
  tell();
  return workshop;
}

/** A whole source file as it is now: `{ file, text, version }`. */
export const sourceOf = (file) => api.call(`/api/code?file=${encodeURIComponent(file)}`);

/** Posts once more with a new token if the server was started anew. */
async function withToken(post) {
  try {
    return await post();
  } catch (problem) {
    if (problem.status !== 403) throw problem;
    await openWorkshop();
    return post();
  }
}

const isOf = (piece) => (draft) => draft.file === piece.file && draft.before === piece.text;

export const draftOf = (piece) => drafts.find(isOf(piece)) ?? null;

/** The drafts of pieces that an experiment shows, and of others in the same files. */
export function draftsOf(id) {
  const { variants = [] } = store.state.codes[id] ?? {};
  const files = new Set(variants.flatMap(({ code = [] }) => code.map(({ file }) => file)));
  return drafts.filter(({ file }) => files.has(file));
}

function setDrafts(now) {
  drafts = now;
  keepDrafts(drafts);
  tell();
  for (const { id } of store.state.experiments) if (store.state.codes[id]?.variants) checkSoon(id);
}

/** Keeps what a piece was changed to; a text that is the original's is no draft. */
export function write(piece, text) {
  const others = drafts.filter((one) => !isOf(piece)(one));
  const { file, firstLine, text: before } = piece;
  setDrafts(text === before ? others : [...others, { file, firstLine, before, text }]);
}

/** Throws an experiment's drafts away, or only one. They can be taken back until others are thrown away. */
export function discard(id, only) {
  thrown = only ? [only] : draftsOf(id);
  setDrafts(drafts.filter((one) => !thrown.includes(one)));
}

export const canTakeBack = () => thrown.length > 0;

export function takeBack() {
  const back = thrown;
  thrown = [];
  setDrafts([...drafts.filter((one) => !back.some((other) => isOf({ ...other, text: other.before })(one))), ...back]);
}

/** Every file of which an experiment has drafts, `[{ file, original, text, places, lost }]`. */
export async function filesOf(id) {
  const byFile = Map.groupBy(draftsOf(id), ({ file }) => file);
  return Promise.all(
    [...byFile].map(async ([file, own]) => {
      const { text: original } = await sourceOf(file);
      return { file, original, ...edited(original, own) };
    }),
  );
}

const editsOf = (files) => files.map(({ file, text }) => ({ file, text }));

/** What the compiler says of an experiment's drafts: `{ stage, problems, fault }`; each problem has its `file` and line in
 * the edited file. */
export const checkOf = (id) => checks[id] ?? { stage: "none", problems: [] };

/** Asks the compiler when nobody types. */
export function checkSoon(id) {
  clearTimeout(timers[id]);
  if (draftsOf(id).length === 0) {
    delete checks[id];
    return;
  }
  checks[id] = { ...checkOf(id), stage: "waiting" };
  timers[id] = setTimeout(() => check(id), PAUSE_MILLIS);
}

/** Never while something is measured, which it would disturb. */
async function check(id) {
  if (isAnyMeasuring(store.state.runs)) {
    timers[id] = setTimeout(() => check(id), PAUSE_MILLIS);
    return;
  }
  const asked = drafts;
  const found = await compile(id);
  if (drafts !== asked) return;
  checks[id] = found;
  tell();
}

async function compile(id) {
  try {
    const files = await filesOf(id);
    const { problems = [] } = await withToken(() =>
      api.post("/api/compilations", { experiment: id, edits: editsOf(files) }),
    );
    return { stage: "done", problems, files };
  } catch ({ message, problems = [] }) {
    return { stage: "failed", problems, fault: message };
  }
}

/** A task is about one variant: others that call the same code are not measured with the edit. */
function onlyThatOfATask(id, files) {
  const entry = store.state.lesson?.edits.find(({ experiment }) => experiment === id);
  const { code = [] } = store.state.codes[id].variants.find((one) => one.id === entry?.variant) ?? {};
  const shows = ({ file }) => code.some((piece) => piece.file === file);
  return entry && files.every(shows) ? { editVariant: entry.variant } : {};
}

/** Measures an experiment's drafts beside their originals. */
export async function runEdited(id) {
  const files = await filesOf(id).catch(({ message }) => store.setIn("faults", id, { run: message }));
  if (!files) return;
  const refused = await runWith(id, { edits: editsOf(files), ...onlyThatOfATask(id, files) });
  checks[id] = refused?.problems ? { stage: "failed", problems: refused.problems, files } : { ...checkOf(id), files };
  tell();
}

/**
 * Asks for a run of an experiment's settings.
 *
 * @param more of the request: `{ edits }`, or `{ before: true }` to measure what was compiled before against what is now
 * @returns why it was refused, or null
 */
export function runWith(id, more) {
  const { sweep, ...settings } = store.state.settings[id];
  const request = { ...runRequest(store.experiment(id), settings), ...more };
  return startRun(id, settings, () => withToken(() => beginRun(id, settings, "push", request)));
}

/** The names of an experiment's files that have changed since they were last measured. */
export const changedFiles = (id) =>
  workshop.changed.filter(({ experiments }) => experiments.includes(id)).map(({ file }) => nameOfFile(file));

/** Asks again what has changed, when somebody comes back to the page, and fetches that code. */
export async function lookAgain() {
  const before = JSON.stringify(workshop.changed);
  await openWorkshop().catch(() => {});
  if (JSON.stringify(workshop.changed) === before) return;
  const ids = new Set(workshop.changed.flatMap(({ experiments }) => experiments));
  for (const id of ids) if (store.state.codes[id]?.variants) api.experiment(id).then((code) => store.setIn("codes", id, code));
}
