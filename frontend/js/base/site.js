// What this server allows and promises, asked when the page opens and whenever a run has ended.
import * as api from "./api.js";
import { store } from "./store.js";

/** The page does without an answer, and keeps the last one. */
export async function askSite() {
  const site = await api.site().catch(() => store.state.site);
  store.set({ site });
}
