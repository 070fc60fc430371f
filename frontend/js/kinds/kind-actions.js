// Which kind of machine the page measures on, and what the machines do now.
import { writeAddress } from "../base/address.js";
import * as api from "../base/api.js";
import { faults } from "../base/settings.js";
import { store } from "../base/store.js";
import { settingsOn } from "./kind-words.js";

const EVERY_MILLIS = 5000;

let lookers = 0;
let timer = null;
let asked = 0; // only the last choice counts

/**
 * Takes what a kind of machine offers for what the page offers: ranges, availability, estimates and its ceilings.
 *
 * @returns what is wrong, or null
 */
export async function takeOffer(kind) {
  const own = ++asked;
  try {
    const [experiments, machine, ceilings] = await Promise.all([
      api.experiments(kind),
      api.machine(kind).catch(() => null),
      api.ceilings(kind).catch(() => null),
    ]);
    if (own === asked) store.set({ experiments, machine, ceilings });
    return null;
  } catch ({ message }) {
    return message;
  }
}

/** Chooses the kind of machine that the cards of the page measure on. */
export async function chooseKind(kind) {
  const before = store.state.experiments;
  const problem = await takeOffer(kind);
  const { experiments } = store.state;
  if (problem || experiments === before) return store.set({ notice: problem });
  const settings = { ...store.state.settings };
  const lesson = store.state.page === "maker" ? null : store.state.lesson;
  const found = { ...store.state.faults };
  for (const experiment of experiments) {
    const { id } = experiment;
    const there = settingsOn(before.find((one) => one.id === id) ?? experiment, experiment, settings[id]);
    settings[id] = lesson?.held(experiment, settings[id], there) ?? there;
    found[id] = faults(experiment, settings[id]);
  }
  store.set({ settings, faults: found, notice: null });
  writeAddress("push");
}

/** Asks what the machines do as long as somebody looks. @returns a function that ends that */
export function followKinds() {
  lookers += 1;
  if (lookers === 1) look();
  return () => {
    lookers -= 1;
    if (lookers === 0) clearTimeout(timer);
  };
}

async function look() {
  clearTimeout(timer);
  if (document.visibilityState === "visible") {
    const kinds = await api.machines().catch(() => store.state.kinds);
    if (JSON.stringify(kinds) !== JSON.stringify(store.state.kinds)) store.set({ kinds });
  }
  clearTimeout(timer);
  if (lookers > 0) timer = setTimeout(look, EVERY_MILLIS);
}

document.addEventListener("visibilitychange", () => {
  if (lookers > 0 && document.visibilityState === "visible") look();
});
