// What a visitor can do with the runs that are stored: look for them, and lay some over each other.
import * as api from "../base/api.js";
import { resultAddress } from "../results/result-address.js";
import { below } from "../base/root.js";
import { searchAddress, searchQuery } from "./run-search.js";
import { store } from "../base/store.js";

const tell = (runs) => store.set({ shared: { ...store.state.shared, loading: false, runs } });

/** Shows what the search finds; what was found before stays until then. */
export async function openRuns(search) {
  const before = store.state.shared.runs?.list ?? null;
  tell({ search, list: before, busy: true, problem: null });
  const found = await api.runs(searchQuery(search)).then(
    (list) => ({ list, problem: null }),
    ({ message }) => ({ list: null, problem: message }),
  );
  if (store.state.shared?.runs?.search !== search) return; // the visitor has gone elsewhere meanwhile
  tell({ search, busy: false, ...found });
}

/** Looks for something else, as a step that Back undoes. */
export function searchRuns(search) {
  history.pushState(null, "", below(searchAddress(search)));
  return openRuns(search);
}

export function compareRuns(ids) {
  location.assign(below(resultAddress(ids.map((id) => ({ ref: `run:${id}` })))));
}
