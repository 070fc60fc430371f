// What stands in an address or was dropped on the page, as results and files that can be laid over each other.
import * as api from "./api.js";
import { readJmh, slimJmh } from "./jmh-json.js";
import { measurementOfFile, measurementOfResult } from "./measurement.js";
import { hues } from "./palette.js";
import { kindOf } from "./result-address.js";
import { pack, unpack } from "./result-pack.js";
import { faultOf } from "./result-shape.js";

const LOST = {
  404: "There is no such result here. The link may be incomplete, or the result was stored on another server.",
  410: "This result is gone: its owner has deleted it, or it has expired.",
};
const VERSION = "1";

const FETCH = {
  stored: (ref) => api.result(ref),
  recorded: (ref) => api.recordedResult(...ref.replace("recorded:", "").split("/")),
  run: (ref) => api.runResult(ref.replace("run:", "")),
};

/** The promise's value, or what went wrong as `{ problem }`. */
export const settle = (promise) => promise.catch(({ message }) => ({ problem: message }));

/**
 * Everything that an address lists, in its order: each `{ ref, item, result, measurement }`, where `item` is what
 * leads there again, or `{ problem }`.
 */
export async function openItems(items) {
  const results = await Promise.all(items.map((item) => (item.file ? null : settle(openItem(item)))));
  const known = results.find((one) => one?.result)?.result.experiment;
  return Promise.all(items.map((item, at) => results[at] ?? settle(openPackedFile(item, known))));
}

/** One that is no file. */
export async function openItem(item) {
  const { ref = null, packed } = item;
  const result = packed ? await unpack(packed) : await fetchResult(ref);
  const fault = faultOf(result);
  if (fault) throw new Error(fault);
  return { ref, item, result, measurement: measurementOfResult(result, ref) };
}

async function fetchResult(ref) {
  const kind = kindOf(ref);
  if (!kind) throw new Error("The link names something that is no result of Lanes.");
  try {
    return await FETCH[kind](ref);
  } catch (problem) {
    throw new Error(LOST[problem.status] ?? problem.message, { cause: problem });
  }
}

/**
 * A file in JMH's own format.
 *
 * @param experiment what names its cases; undefined where no result is open
 */
export async function openFile(file, experiment) {
  const text = await file.text();
  const read = readJmh(text, labelsOf(experiment));
  const item = { file: { version: VERSION, text: await pack({ name: file.name, jmh: slimJmh(JSON.parse(text)) }) } };
  return { ref: null, item, result: null, measurement: measurementOfFile(read, file.name) };
}

async function openPackedFile(item, experiment) {
  const { name, jmh } = await unpack(item.file);
  const read = readJmh(JSON.stringify(jmh ?? null), labelsOf(experiment));
  return { ref: null, item, result: null, measurement: measurementOfFile(read, String(name)) };
}

/** A finished run of this page as an item that needs no storage. */
export async function itemOfRun({ id }) {
  return { packed: { version: VERSION, text: await pack({ ...(await api.runResult(id)), codeChanged: null }) } };
}

/** What the open experiment calls its variants, so that a file's cases stand beside its own. */
function labelsOf(experiment) {
  if (!experiment) return {};
  const colours = hues(experiment);
  return Object.fromEntries(experiment.variants.map(({ id, label }) => [id, { label, hue: colours[id] }]));
}
