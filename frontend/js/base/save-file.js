// Hands something to the visitor as a file.

/** So long the browser may take to fetch it. */
const KEPT_MILLIS = 60_000;

export function saveFile(blob, name) {
  const href = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), KEPT_MILLIS);
}
