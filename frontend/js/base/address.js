// The page's address: kept as the state says, and read back into it.
import { below, linkTo, pathOnServer } from "./root.js";
import { faults, sameSettings } from "./settings.js";
import { store } from "./store.js";
import * as url from "./url-state.js";

/** The kind of machine that the experiments on the page are offered for. */
const machine = () => store.state.experiments[0]?.machine;

const defaults = () => ({
  section: store.state.experiments[0]?.section ?? null,
  ...{ run: null, at: null, page: null, machine: store.state.site?.kinds?.[0].kind ?? machine() },
});

/** The run shown in the open section, as long as its settings are still the ones on the controls. */
function currentRun() {
  const { experiments, section, runs, settings } = store.state;
  const current = experiments.filter(
    ({ id, section: home }) =>
      home === section &&
      runs[id]?.id &&
      !runs[id].remembered &&
      !["unknown", "left"].includes(runs[id].stage) &&
      sameSettings(runs[id].settings, settings[id]),
  );
  return current.map(({ id }) => runs[id].id).at(-1) ?? null;
}

/** The link that opens one experiment with its settings and its view, and nothing else that was changed. */
export function settingsLink(id) {
  const { experiments, settings, views } = store.state;
  const own = experiments.filter((experiment) => experiment.id === id);
  const state = { section: own[0].section, at: id, run: null, machine: machine(), settings, views };
  return linkTo(`/${url.write(state, own, { ...defaults(), section: null })}`);
}

/** @param how "push" for a step that Back undoes, "replace" for one it does not */
export function writeAddress(how) {
  const packed = location.hash.startsWith("#lesson="); // it stays as it is until another part of the page is opened
  if (store.state.shared || (packed && !store.state.page)) return;
  const { experiments, section, at, page, words, settings, views } = store.state;
  const query = url.write(
    { section, at, page, words, run: currentRun(), machine: machine(), settings, views },
    experiments,
    defaults(),
  );
  const shared = url.isResultAddress(pathOnServer(location));
  if (query === location.search && !shared) return;
  const address = (shared ? below("/") : location.pathname) + query;
  if (how === "push") history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

/**
 * Takes section, experiment, settings, views and a lesson's words from the address.
 *
 * @param text its query, or what stands for it
 * @returns the id of the run it names, or null
 */
export function readAddress(text = location.search) {
  const { experiments } = store.state;
  const { section, at, page, run, words = [], settings, views } = url.read(text, experiments, defaults());
  const pointed = store.experiment(at);
  const named = pointed && !addressNamesSection() ? pointed.section : section;
  const known = experiments.some((experiment) => experiment.section === named);
  const found = experiments.map((experiment) => [experiment.id, faults(experiment, settings[experiment.id])]);
  const open = known ? named : defaults().section;
  const shown = pointed?.section === open ? at : null;
  store.set({ section: open, at: shown, page, words, settings, views, faults: Object.fromEntries(found) });
  return run;
}

export const addressNamesSection = () => new URLSearchParams(location.search).has("section");
