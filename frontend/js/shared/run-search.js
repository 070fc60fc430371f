// What is looked for among the stored runs, as an address has it: `{ experiment, machine, from, to, state, page }`. Pure.
import { beginOf } from "../base/dates.js";

const FIELDS = ["experiment", "machine", "from", "to", "state"];

/** Runs on a page of the list. */
const PAGE_SIZE = 20;

export const STATES = {
  FINISHED: "finished",
  INTERRUPTED: "interrupted",
  FAILED: "failed",
  CANCELLED: "cancelled",
  RUNNING: "running",
  QUEUED: "waiting",
};

/** What the words of an address look for; texts are empty where all will do. */
export function readSearch(words) {
  const page = Number(words.get("page") ?? 1);
  const found = FIELDS.map((name) => [name, (words.get(name) ?? "").trim()]);
  return { ...Object.fromEntries(found), page: Number.isInteger(page) && page > 0 ? page : 1 };
}

/** Only what narrows the search, and a page that is not the first. */
function words(search) {
  const asked = FIELDS.filter((name) => search[name]).map((name) => [name, search[name]]);
  return [...asked, ...(search.page > 1 ? [["page", search.page]] : [])];
}

export const isNarrowed = (search) => FIELDS.some((name) => search[name]);

export const searchAddress = (search) => ["/r#runs", ...words(search).map(spelled)].join("&");

/** The search as the API takes it: the visitor's days, both included, as the moments at which they begin and end. */
export function searchQuery(search) {
  const moments = { from: (day) => beginOf(day), to: (day) => beginOf(day, 1) };
  const asked = words(search).map(([name, value]) => [name, moments[name]?.(value) ?? value]);
  return [...asked, ["size", PAGE_SIZE]].map(spelled).join("&");
}

const spelled = ([name, value]) => `${name}=${encodeURIComponent(value)}`;

/** The pages beside the open one, and how many there are: `{ newer, older, last }`, null where there is none. */
export function pagesAround({ page, size, total }) {
  const last = Math.max(1, Math.ceil(total / size));
  return { newer: page > 1 ? Math.min(page - 1, last) : null, older: page < last ? page + 1 : null, last };
}

/** Why the chosen runs cannot be laid side by side, in words; null where they can. */
export function refusalOf(chosen, most) {
  if (chosen.length < 2) return `Choose two to ${most} finished runs of one experiment to compare them.`;
  if (chosen.length > most) return `A chart can show at most ${most} runs.`;
  return new Set(chosen.map(({ experiment }) => experiment)).size > 1
    ? "These runs are of different experiments. Choose runs of one experiment."
    : null;
}
