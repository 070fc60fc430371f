// What is dropped on the page: files open as results, and the browser never leaves the page for them.
import { store } from "../base/store.js";

const TYPING = "input, textarea, select, [contenteditable]";

/** Whether a browser would leave the page for it: a file, or a link that is dropped where nobody types. */
const leadsAway = ({ target, dataTransfer }) =>
  dataTransfer?.types.includes("Files") ||
  (dataTransfer?.types.includes("text/uri-list") && !target.closest?.(TYPING));

export function catchDrops() {
  window.addEventListener("dragover", (event) => {
    if (leadsAway(event)) event.preventDefault();
  });
  window.addEventListener("drop", async (event) => {
    if (!leadsAway(event)) return;
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    if (files.length === 0 || store.state.loading !== "ready") return;
    const { openFiles } = await import("./result-actions.js");
    await openFiles(files);
  });
}
