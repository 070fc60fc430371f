// What a visitor can do with shared results: open them, lay others over them, run the same here, delete their own.
import * as api from "../base/api.js";
import { comparisonLink, itemIn, MOST_RESULTS, readResultAddress, resultAddress } from "../results/result-address.js";
import { itemOfRun, namedLike, openFile, openItem, openItems, settle } from "./result-entries.js";
import { lengthInWords } from "../results/result-pack.js";
import { codeChanged } from "../results/result-run.js";
import { below, linkTo } from "../base/root.js";
import { openRuns } from "./run-search-actions.js";
import { readSearch } from "./run-search.js";
import { startRun } from "../run/run-actions.js";
import { isOver } from "../answer/run-state.js";
import { availableOf, faults, settingsOf } from "../base/settings.js";
import { store } from "../base/store.js";

const say = (part) => store.set({ shared: { ...store.state.shared, ...part } });

let opening = Promise.resolve();

/** Opens what the address names in place of a section. The runs that go on meanwhile are followed further. */
export function openShared() {
  opening = openAddress();
  return opening;
}

async function openAddress() {
  const { items, secret, machines, runs } = readResultAddress(location);
  const shared = {
    ...{ loading: true, problem: null, entries: [], secret, said: null, link: null },
    ...{ changed: null, machines: null, runs: null, mine: false, going: going() },
  };
  store.set({ loading: "ready", notice: null, section: null, at: null, shared });
  window.scrollTo({ top: 0 });
  if (runs) return openRuns(readSearch(runs));
  if (machines) return openMachines();
  const found = await openItems(items.slice(0, MOST_RESULTS));
  if (store.state.shared?.entries !== shared.entries) return; // the visitor has gone elsewhere meanwhile
  const entries = found.filter((one) => one.measurement);
  const problems = found.filter((one) => one.problem).map(({ problem }) => problem);
  say({ loading: false, entries: [], problem: problems.length > 0 ? problems.join(" ") : null });
  for (const entry of entries) add(entry);
  await compareCode();
}

/** The ids of the experiments that are being measured, or wait for it. */
const going = () => Object.keys(store.state.runs).filter((id) => store.state.runs[id] && !isOver(store.state.runs[id]));

/** Lays one more over those that are open, if it can be compared with them. */
function add(entry) {
  const { entries } = store.state.shared;
  const refusal = refusalOf(entry, entries);
  if (refusal) return say({ problem: refusal });
  say({ entries: [...entries, entry], problem: store.state.shared.problem, link: null });
}

function refusalOf({ ref, measurement }, entries) {
  if (entries.length >= MOST_RESULTS) return `A chart can show at most ${MOST_RESULTS} results.`;
  if (ref && entries.some((one) => one.ref === ref)) return "This result is already open.";
  const known = entries.map((one) => one.measurement.experiment).find(Boolean);
  if (measurement.experiment && known && measurement.experiment !== known) {
    return `This is a result of “${measurement.experiment}”. Here you can compare results of “${known}”.`;
  }
  return null;
}

/** Whether the first result's code is still that of this version. */
async function compareCode() {
  const [first] = store.state.shared.entries;
  if (!first?.result) return;
  const { experiment, codeChanged: told } = first.result;
  if (first.ref && typeof told === "boolean") return say({ changed: told });
  const current = store.experiment(experiment.id) ? await api.experiment(experiment.id).catch(() => null) : null;
  if (store.state.shared?.entries[0] === first) say({ changed: codeChanged(experiment, current) });
}

/** Adds the result that a typed or pasted text names. */
export async function addLink(text) {
  say({ problem: null });
  const item = itemIn(text);
  if (!item) return say({ problem: "This is neither a link to a result nor the id of one." });
  const one = await settle(openItem(item));
  if (one.problem) return say({ problem: one.problem });
  const known = store.state.shared.entries.some(({ result }) => result);
  add(one);
  if (!known) say({ entries: await Promise.all(store.state.shared.entries.map((each) => namedLike(each, one.result))) });
  writeResults();
  if (store.state.shared.entries.length === 1) await compareCode();
}

/** Opens files beside the results that are open, or, if something else is, on a page of results of their own. */
export async function openFiles(files) {
  await opening;
  const { shared } = store.state;
  if (!shared || shared.runs || shared.machines) {
    history.pushState(null, "", resultAddress([]));
    await openShared();
    window.scrollTo({ top: 0 });
  }
  await addFiles(files);
}

/** Adds files in JMH's own format. */
export async function addFiles(files) {
  say({ problem: null });
  for (const file of files) {
    try {
      const known = store.state.shared.entries.find(({ result }) => result)?.result;
      add(await openFile(file, known));
    } catch ({ message }) {
      say({ problem: `${file.name}: ${message}` });
    }
  }
  writeResults();
}

export function putAway(at) {
  say({ entries: store.state.shared.entries.filter((_, one) => one !== at), problem: null, link: null });
  writeResults();
}

/** Keeps in the address what is open, as far as there is room. */
function writeResults() {
  const { address } = comparisonLink(store.state.shared.entries.map(({ item }) => ({ item })));
  history.replaceState(null, "", below(address));
}

/**
 * Makes the link to all that is compared, the page's own run packed into it.
 *
 * @param mine the finished run, or null
 * @param measurements what is compared, mine first
 */
export async function linkComparison(mine, measurements) {
  try {
    const own = mine ? [await itemOfRun(mine)] : [];
    const items = [...own, ...store.state.shared.entries.map(({ item }) => item)];
    const parts = items.map((item, at) => ({ item, name: measurements[at].name }));
    const { address, left } = comparisonLink(parts);
    const text = linkTo(address);
    say({ link: { text, left, length: lengthInWords(text.length).text } });
  } catch ({ message }) {
    say({ problem: `The link could not be made. ${message}` });
  }
}

/**
 * Measures here what the first result measured.
 *
 * @param start starts a run of the experiment with that id
 */
export async function runHere(start = startRun) {
  const [{ result }] = store.state.shared.entries;
  const experiment = store.experiment(result.experiment.id);
  if (!experiment) return say({ problem: "This version of Lanes no longer has this experiment." });
  const settings = settingsOf(experiment, result.run.request);
  const available = availableOf(experiment);
  const variants = settings.variants.filter((id) => available.includes(id));
  const here = { ...settings, machine: experiment.machine, variants };
  const fault = Object.values(faults(experiment, here))[0];
  if (fault) return say({ problem: `These settings cannot be measured here. ${fault}` });
  store.setIn("settings", experiment.id, here);
  say({ mine: true, problem: null, link: null });
  await start(experiment.id);
  const refused = Object.values(store.state.faults[experiment.id] ?? {})[0];
  if (refused) say({ mine: false, problem: `The run was not started. ${refused}` });
}

/** Deletes a result for everybody, with its owner's secret. */
export async function deleteShared() {
  const { entries, secret } = store.state.shared;
  try {
    await api.deleteResult(entries[0].ref, secret);
    history.replaceState(null, "", below("/r"));
    say({ entries: [], secret: null, said: "The result is deleted. Its link no longer works for anyone." });
  } catch (problem) {
    const wrong = problem.status === 403;
    say({ problem: wrong ? "The result was not deleted: this link does not belong to its owner." : problem.message });
  }
}

export function keepShared() {
  history.replaceState(null, "", location.pathname);
  say({ secret: null });
}

async function openMachines() {
  const machines = await api.recorded().catch((problem) => {
    if (problem.status === 404) return [];
    say({ problem: problem.message });
    return [];
  });
  if (store.state.shared) say({ loading: false, machines });
}
