// The drafts that this browser keeps: each by its file and by the code that it was made of. The first half is pure.
import { keepText, parsed, storedText } from "../base/stored.js";

const KEY = "lanes.drafts";
const VERSION = 1;
/** Nobody types more; what a link or another page has put there is left out. */
const MOST = 50;

const isText = (value) => typeof value === "string";
const isDraft = (one) =>
  [one?.file, one?.before, one?.text].every(isText) && Number.isInteger(one.firstLine) && one.text !== one.before;

/** Drafts `[{ file, firstLine, before, text }]` from their stored text. */
export function parseDrafts(text) {
  const { version, drafts } = parsed(text) ?? {};
  return version === VERSION && Array.isArray(drafts) ? drafts.filter(isDraft).slice(0, MOST) : [];
}

export const writeDrafts = (drafts) => JSON.stringify({ version: VERSION, drafts });

export const keptDrafts = () => parseDrafts(storedText(KEY));

export const keepDrafts = (drafts) => keepText(KEY, writeDrafts(drafts));
