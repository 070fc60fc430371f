// What the visitor has ticked in the guide's lists: the ticks' names, kept in this browser only.
const KEY = "lanes.ticks";

/** The names in a stored text; none where nobody understands it. */
export function parseTicks(text) {
  try {
    const names = JSON.parse(text ?? "[]");
    return new Set(Array.isArray(names) ? names.filter((name) => typeof name === "string") : []);
  } catch {
    return new Set();
  }
}

/** The names with one more or one less. */
export function withTick(names, name, ticked) {
  const others = [...names].filter((one) => one !== name);
  return new Set(ticked ? [...others, name] : others);
}

export function storedTicks() {
  try {
    return parseTicks(localStorage.getItem(KEY));
  } catch {
    return new Set();
  }
}

/** Keeps or forgets a tick, beside what other tabs have stored meanwhile. */
export function keepTick(names, name, ticked) {
  const all = withTick(new Set([...names, ...storedTicks()]), name, ticked);
  try {
    localStorage.setItem(KEY, JSON.stringify([...all]));
  } catch {
    // Without storage a tick lasts until the page is closed.
  }
  return all;
}
