// Which experiments the visitor has measured: remembered by this tab only, and sent nowhere.
const KEY = "lanes.measured";

export function measuredBefore() {
  try {
    return new Set(JSON.parse(sessionStorage.getItem(KEY) ?? "[]"));
  } catch {
    return new Set();
  }
}

export function rememberMeasured(measured, id) {
  const more = new Set(measured).add(id);
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...more]));
  } catch {
    // Without storage the count lasts until the page is closed.
  }
  return more;
}
