// What this server allows and promises, asked when the page opens and whenever a run has ended.
import * as api from "./api.js";
import { store } from "./store.js";

/** The kind of machine that the page measures on; undefined if there is one machine. */
export const chosenKind = () => store.state.site?.kinds && store.state.experiments[0]?.machine;

/** The page does without an answer, and keeps the last one. */
export async function askSite() {
  const site = await api.site().catch(() => store.state.site);
  store.set({ site });
}
