// What the visitor has ticked in the guide's lists: the ticks' names, kept in this browser only.
import { keepText, parsed, storedText } from "./stored.js";

const KEY = "lanes.ticks";

/** The names in a stored text; none where nobody understands it. */
export function parseTicks(text) {
  const names = parsed(text);
  return new Set(Array.isArray(names) ? names.filter((name) => typeof name === "string") : []);
}

/** The names with one more or one less. */
export function withTick(names, name, ticked) {
  const others = [...names].filter((one) => one !== name);
  return new Set(ticked ? [...others, name] : others);
}

export const storedTicks = () => parseTicks(storedText(KEY));

/** Keeps or forgets a tick, beside what other tabs have stored meanwhile. */
export function keepTick(names, name, ticked) {
  const all = withTick(new Set([...names, ...storedTicks()]), name, ticked);
  keepText(KEY, JSON.stringify([...all]));
  return all;
}
