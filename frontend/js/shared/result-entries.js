// What stands in an address or was dropped on the page, as results and files that can be laid over each other.
import * as api from "../base/api.js";
import { parseJmh, readJmh, slimJmh, typeOf } from "../results/jmh-json.js";
import { measurementOfFile, measurementOfResult } from "../results/measurement.js";
import { hues } from "../elements/palette.js";
import { kindOf } from "../results/result-address.js";
import { pack, unpack, VERSION } from "../results/result-pack.js";
import { faultOf } from "../results/result-shape.js";

const LOST = {
  404: "This server has no such result. The link may be incomplete, or the result was stored on another server.",
  410: "This result was deleted by its owner, or it has expired.",
};

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
  const known = results.find((one) => one?.result)?.result;
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
  if (!kind) throw new Error("This link does not lead to a result of Lanes.");
  try {
    return await FETCH[kind](ref);
  } catch (problem) {
    throw new Error(LOST[problem.status] ?? problem.message, { cause: problem });
  }
}

/**
 * A file in JMH's own format.
 *
 * @param known the result that names its cases; undefined if none is open
 */
export async function openFile(file, known) {
  const entries = parseJmh(await textOf(file));
  const read = readJmh(entries, namesOf(known));
  const item = { file: { version: VERSION, text: await pack({ name: file.name, jmh: slimJmh(entries) }) } };
  return { ref: null, item, result: null, measurement: measurementOfFile(read, file.name) };
}

async function openPackedFile(item, known) {
  const { name, jmh } = await unpack(item.file);
  const read = readJmh(parseJmh(JSON.stringify(jmh ?? null)), namesOf(known));
  return { ref: null, item, result: null, measurement: measurementOfFile(read, String(name)) };
}

/** The entry with its cases named as those of a result that was opened after it. */
export const namedLike = (entry, known) => (entry.item.file ? openPackedFile(entry.item, known) : entry);

/** A file's text: UTF-8, or UTF-16 as some shells write what a program prints. */
async function textOf(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  const little = (first === 0xff && second === 0xfe) || (first > 0 && second === 0);
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second > 0);
  return new TextDecoder(little ? "utf-16le" : big ? "utf-16be" : "utf-8").decode(bytes);
}

/** A finished run of this page as an item that needs no storage. */
export async function itemOfRun({ id }) {
  return { packed: { version: VERSION, text: await pack({ ...(await api.runResult(id)), codeChanged: null }) } };
}

/** How a result names its cases, so that a file's cases stand beside its own. */
function namesOf(result) {
  if (!result) return null;
  const { experiment, run } = result;
  const colours = hues(experiment);
  return {
    type: typeOf(experiment),
    params: run.request.params,
    labels: Object.fromEntries(experiment.variants.map(({ id, label }) => [id, { label, hue: colours[id] }])),
  };
}
