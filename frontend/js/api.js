// The only door to the server: REST calls, and the event stream of a run.
import { below } from "./root.js";

const BACK_OFF_MILLIS = [500, 1000, 2000, 4000, 8000];
const CLOSED_AT_THE_END = 1000;
const CLOSED_UNKNOWN_RUN = 4404;

/** An answer that is not the one hoped for, in words for the visitor. `field` names the control to blame. */
export class ApiError extends Error {
  constructor({ status, title, detail, field }) {
    super(detail ?? title);
    Object.assign(this, { status, title, detail, field });
  }
}

const SERVER_GONE = {
  status: 0,
  title: "The server does not answer",
  detail:
    "The Lanes server cannot be reached. Start it again, or check that it is still running, and then try once more.",
};

async function call(path, options) {
  let response;
  try {
    response = await fetch(below(path), options);
  } catch {
    throw new ApiError(SERVER_GONE);
  }
  if (response.ok) return JSON.parse((await response.text()) || null);
  const problem = await response.json().catch(() => ({}));
  throw new ApiError({
    status: response.status,
    title: problem.title ?? `The server answered ${response.status}`,
    detail: problem.detail ?? `It gave no reason. (${response.status} ${response.statusText})`,
    field: problem.field?.replace(/^params\./, ""),
  });
}

export const sections = () => call("/api/sections");
export const section = (number) => call(`/api/sections/${number}`);
export const experiments = () => call("/api/experiments");
export const experiment = (id) => call(`/api/experiments/${encodeURIComponent(id)}`);
export const machine = () => call("/api/machine");
export const ceilings = () => call("/api/machine/ceilings");
export const measureCeilings = () => call("/api/machine/ceilings", { method: "POST" });
export const run = (id) => call(`/api/runs/${encodeURIComponent(id)}`);
export const cancelRun = (id) => call(`/api/runs/${encodeURIComponent(id)}`, { method: "DELETE" });

/** A finished run as a result, with its code as it was when measured. */
export const runResult = (id) => call(`/api/runs/${encodeURIComponent(id)}/result`);
export const runs = (query) => call(`/api/runs?${query}`);
export const jmhJson = (id) => call(`/api/runs/${encodeURIComponent(id)}/jmh.json`);
export const site = () => call("/api/site");
export const result = (id) => call(`/api/results/${encodeURIComponent(id)}`);
export const recorded = () => call("/api/recorded");
export const recordedResult = (machine, experiment) =>
  call(`/api/recorded/${encodeURIComponent(machine)}/${encodeURIComponent(experiment)}`);

/** Stores a finished run for everyone with the link: `{ id, url, expiresAt, secret? }`. */
export const storeResult = (run) =>
  call("/api/results", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ run }),
  });

export const deleteResult = (id, secret) =>
  call(`/api/results/${encodeURIComponent(id)}`, { method: "DELETE", headers: { Authorization: `Bearer ${secret}` } });

/** Asks for a run; its id comes back before anything is measured. */
export async function startRun(request) {
  const { id } = await call("/api/runs", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(request),
  });
  return id;
}

/**
 * Follows a run's events until the last one, and through lost connections: it comes back by itself, behind the last
 * event it has seen, waiting a little longer after each failure.
 *
 * @param onEvent called with each event once, in order
 * @param onConnection called with "connecting", "open", "lost" or "closed"
 * @param onUnknown called when the server does not know the run
 * @returns a function that stops following
 */
export function watchRun(id, { onEvent, onConnection, onUnknown }) {
  let socket;
  let timer;
  let lastSeq = 0;
  let failures = 0;
  let stopped = false;

  function open() {
    clearTimeout(timer);
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const after = lastSeq > 0 ? `?after=${lastSeq}` : "";
    if (failures === 0) onConnection("connecting");
    socket = new WebSocket(`${scheme}://${location.host}${below(`/api/runs/${encodeURIComponent(id)}/events${after}`)}`);
    socket.onmessage = ({ data }) => {
      const event = JSON.parse(data);
      if (event.seq <= lastSeq) return;
      lastSeq = event.seq;
      if (failures > 0 || lastSeq === 1) onConnection("open");
      failures = 0;
      onEvent(event);
    };
    socket.onopen = () => onConnection("open");
    socket.onclose = closed;
  }

  function closed({ code }) {
    if (stopped) return;
    if (code === CLOSED_AT_THE_END) return end("closed");
    if (code === CLOSED_UNKNOWN_RUN) {
      end("closed");
      return onUnknown();
    }
    onConnection("lost");
    timer = setTimeout(open, BACK_OFF_MILLIS[Math.min(failures, BACK_OFF_MILLIS.length - 1)]);
    failures += 1;
  }

  function end(connection) {
    stop();
    onConnection(connection);
  }

  function stop() {
    stopped = true;
    clearTimeout(timer);
    window.removeEventListener("online", retryNow);
    socket?.close();
  }

  function retryNow() {
    if (!stopped && socket.readyState === WebSocket.CLOSED) open();
  }

  window.addEventListener("online", retryNow);
  open();
  return stop;
}
