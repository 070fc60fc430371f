// The REST calls to the server. The event stream of a run is in run-stream.js.
import { below } from "./root.js";

/** An answer that is not the one hoped for, in words for the visitor. `field` names the control to blame. */
export class ApiError extends Error {
  constructor({ status, title, detail, field, problems }) {
    super(detail ?? title);
    Object.assign(this, { status, title, detail, field, problems });
  }
}

const SERVER_GONE = {
  status: 0,
  title: "The server is not responding",
  detail: "The Lanes server cannot be reached. Check that it is running, then try again.",
};

export async function call(path, options) {
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
    detail: problem.detail ?? `The server gave no reason. (${response.status} ${response.statusText})`,
    field: problem.field?.replace(/^params\./, ""),
    problems: problem.problems,
  });
}

export const sections = () => call("/api/sections");
export const section = (number) => call(`/api/sections/${number}`);
/** @param kind of machine; without it the first */
const on = (kind) => (kind ? `?machine=${encodeURIComponent(kind)}` : "");
export const experiments = (kind) => call(`/api/experiments${on(kind)}`);
export const experiment = (id, kind) => call(`/api/experiments/${encodeURIComponent(id)}${on(kind)}`);
export const machine = (kind) => call(`/api/machine${on(kind)}`);
export const ceilings = (kind) => call(`/api/machine/ceilings${on(kind)}`);
export const machines = () => call("/api/machines");
export const measureCeilings = () => call("/api/machine/ceilings", { method: "POST" });
export const run = (id) => call(`/api/runs/${encodeURIComponent(id)}`);
export const cancelRun = (id) => call(`/api/runs/${encodeURIComponent(id)}`, { method: "DELETE" });

/** What happened to a run after an event: `{ ended, events }`. */
export const runEvents = (id, after) => call(`/api/runs/${encodeURIComponent(id)}/events?after=${after}`);

/** A finished run as a result, with its code as it was when measured. */
export const runResult = (id) => call(`/api/runs/${encodeURIComponent(id)}/result`);
export const runs = (query) => call(`/api/runs?${query}`);
/** Where the server draws an address of its own as a QR code. */
export const qrAddress = (link) => below(`/api/qr.svg?of=${encodeURIComponent(link)}`);
export const glossary = () => call("/api/glossary");
export const site = () => call("/api/site");
export const result = (id) => call(`/api/results/${encodeURIComponent(id)}`);
export const recorded = () => call("/api/recorded");
export const recordedResult = (machine, experiment) =>
  call(`/api/recorded/${encodeURIComponent(machine)}/${encodeURIComponent(experiment)}`);

/** Headers of every post: the workshop adds its own. */
export const headers = { "Content-Type": "application/json" };

export const post = (path, body) => call(path, { method: "POST", headers, body: JSON.stringify(body) });

/** A run of this server, or any packed result, in JMH's format. */
export const jmhJson = (id) => call(`/api/runs/${encodeURIComponent(id)}/jmh.json`);
export const jmhJsonOf = (packed) => post("/api/results/jmh.json", { packed });

/** Stores a finished run for everyone with the link: `{ id, url, expiresAt, secret? }`. */
export const storeResult = (run) => post("/api/results", { run });

export const deleteResult = (id, secret) =>
  call(`/api/results/${encodeURIComponent(id)}`, { method: "DELETE", headers: { Authorization: `Bearer ${secret}` } });

/** Asks for a run; its id comes back before anything is measured. */
export async function startRun(request) {
  const { id } = await post("/api/runs", request);
  return id;
}
