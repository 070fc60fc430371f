// Style sheets that the page opens without: each is fetched with the first component that needs it.
import { below } from "../base/root.js";

/** These stay behind all others. */
const OVERRULING = "[href$='/forced-colors.css'], [media=print]";
const added = new Map();

/** Adds a sheet such as "race". The promise is kept when it is there; without it everything works, and looks plain. */
export function addSheet(name) {
  if (!added.has(name)) added.set(name, fetched(below(`/css/${name}.css`)));
  return added.get(name);
}

function fetched(href) {
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  const settled = new Promise((settle) => {
    sheet.onload = settle;
    sheet.onerror = settle;
  });
  document.head.insertBefore(sheet, document.head.querySelector(OVERRULING));
  return settled;
}
