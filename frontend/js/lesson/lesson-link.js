// A lesson as a link: in the query if it is short, or else packed into the fragment, which no server sees.
import { linkTo } from "../base/root.js";
import { write } from "../base/url-state.js";
import { pack, unpack } from "../results/result-pack.js";
import { MACHINE, writeLesson } from "./lesson-words.js";

const FRAGMENT = "#lesson=";

/** Longer ones are packed: some programs cut off addresses beyond 2,000 characters. */
const LONGEST_QUERY = 1_500;

/** The link of a lesson with the settings of its cards, as they are now. */
export async function lessonLink(lesson, { experiments, section, settings, views, site }) {
  const { only } = lesson;
  const own = only.length > 0 ? experiments.filter(({ id }) => only.includes(id)) : experiments;
  const place = only.length > 0 ? null : section;
  const [{ machine: kind }] = experiments;
  const usual = !site?.kinds || (kind === site.kinds[0].kind && !lesson.lock.includes(MACHINE));
  const machine = usual ? null : kind;
  const query = write({ section: place, words: writeLesson(lesson), settings, views, machine }, own, {});
  return linkTo(query.length > LONGEST_QUERY ? `/${FRAGMENT}${await pack(query)}` : `/${query}`);
}

/** @throws Error with words for the visitor if it cannot be read */
export async function unpackLesson(hash) {
  const query = await unpack({ text: hash.slice(FRAGMENT.length) });
  if (typeof query !== "string") throw new Error("This link holds no lesson.");
  return query;
}
