// What a visitor can do with the page itself: open it, go to a section, change a control.
import { readAddress, writeAddress } from "../base/address.js";
import * as api from "../base/api.js";
import { followCeilings } from "../machine/ceilings-actions.js";
import { findQueue } from "../guide/guide-run-actions.js";
import { onResultsElsewhere, storedResults } from "../answer/last-results.js";
import { storedGuessing } from "../base/guessing.js";
import { reveal } from "../base/reveal.js";
import { pathOnServer } from "../base/root.js";
import { goOnWith, remember } from "../run/run-actions.js";
import { faults } from "../base/settings.js";
import { askSite, chosenKind } from "../base/site.js";
import { store } from "../base/store.js";
import { keepTick, storedTicks } from "../base/ticks.js";
import { isResultAddress } from "../base/url-state.js";

const PART_MISSING = {
  title: "A part of the page could not be loaded",
  message: "Reload the page. If that does not help, check that the server is running.",
};

const textsComing = new Map(); // by section number, asked for early

export async function openPage() {
  window.addEventListener("popstate", follow);
  store.set({ results: storedResults(), ticks: storedTicks(), guessing: storedGuessing() });
  onResultsElsewhere((results) => store.set({ results }));
  await load();
}

/** Fetches what the page is about; also the way out after it failed. */
export async function load() {
  store.set({ loading: "loading", problem: null });
  loadEarlyText();
  try {
    const [sections, experiments] = await Promise.all([api.sections(), api.experiments()]);
    store.set({ sections, experiments });
  } catch (problem) {
    store.set({ loading: "failed", problem });
    return;
  }
  findQueue();
  loadMachine();
  followCeilings();
  askSite();
  await follow();
}

/** Fetches what is known of the machine. The page does without it, and asks again at the next section. */
async function loadMachine() {
  const machine = store.state.machine ?? (await api.machine(chosenKind()).catch(() => null));
  store.set({ machine: store.state.machine ?? machine }); // a link may have chosen another kind meanwhile
}

/** Says that a module did not come, and offers to try again. */
export const partMissing = () => store.set({ loading: "failed", problem: PART_MISSING });

/** The words of the address: its query, or what the fragment of a long lesson holds; and what is wrong with them. */
async function addressWords() {
  if (!location.hash.startsWith("#lesson=")) return { text: location.search, notice: null };
  try {
    const { unpackLesson } = await import("../lesson/lesson-link.js");
    return { text: await unpackLesson(location.hash), notice: null };
  } catch ({ message }) {
    return { text: location.search, notice: message };
  }
}

/** Takes up the kind of machine that the address names; tells what is wrong with it. */
async function takeMachine(text) {
  const { experiments, site } = store.state;
  const kind = new URLSearchParams(text).get("machine") ?? site?.kinds?.[0].kind;
  if (!kind || kind === experiments[0]?.machine) return null;
  return (await import("../kinds/kind-actions.js")).takeOffer(kind);
}

async function follow() {
  const { text, notice: fault } = await addressWords();
  const notice = (await takeMachine(text)) ?? fault;
  const run = readAddress(text);
  const { words, lesson } = store.state;
  if (words.length > 0 || lesson) (await import("../lesson/lesson-actions.js")).openLesson();
  if (isResultAddress(pathOnServer(location))) {
    try {
      const { openShared } = await import("../shared/result-actions.js");
      await openShared();
    } catch {
      partMissing();
    }
    return;
  }
  store.set({ loading: "ready", notice, shared: null });
  const shown = (run && (await goOnWith(run))) ?? store.state.at;
  await Promise.all([loadText(), loadCodes()]);
  if (shown) reveal(shown);
  rememberRuns();
}

/** A lesson is made of cards of several sections. */
const partThatStays = () => (store.state.page === "maker" ? "maker" : null);

/** Shows a section, at a card of it or at its beginning. The promise is kept when its text is there. */
function enter(section, at) {
  store.set({ section, page: partThatStays(), at, notice: null, shared: null });
  writeAddress("push");
  loadCodes();
  loadMachine();
  rememberRuns();
  return loadText();
}

export function openSection(section) {
  if (section === store.state.section && !store.state.page) return;
  enter(section, null);
  window.scrollTo({ top: 0 });
}

/** Opens an experiment's section at its card. */
export async function openExperiment(id) {
  await enter(store.experiment(id).section, id);
  reveal(id);
}

/** Opens the glossary, the projector's view of an experiment, or the making of a lesson. */
export function openPart(page) {
  const words = location.hash.startsWith("#lesson=") ? [] : store.state.words; // a packed lesson is not for the server
  store.set({ page, at: null, words, notice: null, shared: null });
  writeAddress("push");
  window.scrollTo({ top: 0 });
}

export function tick(name, ticked) {
  store.set({ ticks: keepTick(store.state.ticks, name, ticked) });
}

/** Fetches the text of the section that the server has begun to send, while nothing else is known. */
function loadEarlyText() {
  const { section } = document.querySelector("[data-early][data-section]")?.dataset ?? {};
  if (section) textsComing.set(Number(section), api.section(section).catch((problem) => ({ problem })));
}

/** Fetches the open section's text, if it is not there. The experiments are shown without it if need be. */
async function loadText() {
  const { section, texts } = store.state;
  if (texts[section] && !texts[section].problem) return;
  const coming = textsComing.get(section) ?? api.section(section).catch((problem) => ({ problem }));
  textsComing.delete(section);
  store.setIn("texts", section, await coming);
}

/** Shows on the open section's cards what this browser has measured last. */
function rememberRuns() {
  const { experiments, section } = store.state;
  for (const { id } of experiments.filter((experiment) => experiment.section === section)) remember(id);
}

/** Changes what an experiment will measure. */
export function change(id, part) {
  const lesson = store.state.page === "maker" ? null : store.state.lesson; // who makes one has the keys
  const before = store.state.settings[id];
  const settings = lesson?.changed(id, before, part) ?? { ...before, ...part };
  store.setIn("settings", id, settings);
  store.setIn("faults", id, faults(store.experiment(id), settings));
  writeAddress("push");
}

/** Changes how an experiment is shown. */
export function show(id, part) {
  store.setIn("views", id, { ...store.state.views[id], ...part });
  writeAddress("replace");
}

/** Fetches the code of the open section's experiments, as far as it is not there. */
export async function loadCodes() {
  const { lesson, section: open } = store.state;
  const missing = store.state.experiments.filter(
    ({ id, section }) => (section === open || lesson?.only.includes(id)) && !store.state.codes[id]?.variants,
  );
  await Promise.all(
    missing.map(async ({ id }) => {
      store.setIn("codes", id, await api.experiment(id).catch((problem) => ({ problem })));
    }),
  );
}
