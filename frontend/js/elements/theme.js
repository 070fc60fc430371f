// The colour theme: the system's, or the one the visitor chose, which this browser remembers.
import { keepText } from "../base/stored.js";
import { addSheet } from "./style-sheets.js";

const KEY = "lanes.theme";
const system = matchMedia("(prefers-color-scheme: dark)");
const themeChanged = () => window.dispatchEvent(new Event("lanes-theme"));

export const THEMES = { system: "System", light: "Light", dark: "Dark" };

export function currentTheme() {
  return document.documentElement.dataset.theme ?? "system";
}

export function chooseTheme(theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  keepText(KEY, theme === "system" ? null : theme);
  themeChanged();
}

system.addEventListener("change", themeChanged);

/** Colours that the visitor's system forces on every page need a sheet of their own. */
const forced = matchMedia("(forced-colors: active)");
const followForced = () => {
  if (forced.matches) addSheet("forced-colors").then(themeChanged);
  else themeChanged();
};
forced.addEventListener("change", followForced);
followForced();
