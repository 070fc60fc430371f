// What tells the cases of JMH's files apart, as keys and in words. Pure.
//
// What a case is told by: `{ benchmark, mode, threads, where, params, copy }`, `where` being the pool and workers of an
// experiment of Lanes, and `copy` counting entries that are alike in all else.
import { plural } from "../base/format.js";

const MODES = { thrpt: "throughput", avgt: "average time", sample: "sampled time", ss: "single shot" };

/** The same for the same case of another file: the benchmark, its mode and threads, and all parameters. */
export const keyOf = ({ benchmark, mode, threads, where, params, copy }) =>
  JSON.stringify([benchmark, mode, threads, where, Object.entries(params).sort(), copy]);

/** Names without the leading parts that all share: "SmallMap.get" and "BigMap.get", or "get" where there is one. */
function shortNames(names) {
  const parts = [...new Set(names)].map((name) => name.split("."));
  let shared = 0;
  while (parts.every((own) => own.length > shared + 1 && own[shared] === parts[0][shared])) shared++;
  return (name) => name.split(".").slice(shared).join(".");
}

const varies = (values) => new Set(values).size > 1;

/**
 * For each case its label, and the parts in which it differs from the others: `{ label, differs: [{ name, value }] }`.
 * A part that speaks for itself has no name. Beside its benchmark a case tells only what differs from other cases of
 * that benchmark.
 */
export function toldApart(cases) {
  const short = shortNames(cases.map(({ benchmark }) => benchmark));
  const names = [...new Set(cases.flatMap(({ params }) => Object.keys(params)))];
  const own = [
    ({ where }) => ({ value: where, always: true }),
    ...names.map((name) => ({ params }) => ({ name, value: params[name] })),
    ({ threads }) => ({ value: plural(threads, "thread") }),
    ({ mode }) => ({ value: MODES[mode] ?? mode }),
    ({ copy }) => ({ value: copy > 1 ? `(${copy})` : null }),
  ];
  const telling = new Map(); // by benchmark: the parts that tell its cases apart
  for (const { benchmark } of cases) {
    if (telling.has(benchmark)) continue;
    const alike = cases.filter((one) => one.benchmark === benchmark);
    const tells = (part) => part(alike[0]).always || varies(alike.map((one) => part(one).value));
    telling.set(benchmark, own.filter(tells));
  }
  return cases.map((one) => {
    const parts = telling.get(one.benchmark).map((part) => part(one)).filter(({ value }) => value != null);
    const first = { value: short(one.benchmark) };
    return { label: [first, ...parts].map(spelled).join(", "), differs: telling.size > 1 ? [first, ...parts] : parts };
  });
}

const spelled = ({ name, value }) => (name ? `${name} ${value}` : value);

/** As many letters as a chart has room for on a phone. */
const MOST_LETTERS = 26;

const fit = (texts) =>
  texts.every((text) => text.length <= MOST_LETTERS) && new Set(texts).size === texts.length;

/**
 * Names for a chart, short and each of its own: what all cases share is left out, then the parameters' names, then what
 * begins and ends all, and at last the middle.
 *
 * @param cases `[{ label, differs }]`; `differs` is left out where only the label is known
 * @returns `{ names, of }`, where `of` are the parameters whose values alone stand in the names
 */
export function chartNames(cases) {
  if (cases.length === 1) return { names: [middleOut(cases[0].label, MOST_LETTERS)], of: [] };
  const parts = cases.map(({ label, differs }) => (differs?.length > 0 ? differs : [{ value: label }]));
  const whole = parts.map((own) => own.map(spelled).join(", "));
  if (fit(whole)) return { names: whole, of: [] };
  const of = [...new Set(parts.flat().flatMap(({ name }) => name ?? []))];
  const values = parts.map((own) => own.map(({ value }) => value).join(", "));
  if (fit(values)) return { names: values, of };
  const inside = withoutShared(values);
  if (fit(inside)) return { names: inside, of };
  const cut = inside.map((text) => middleOut(text, MOST_LETTERS));
  return { names: fit(cut) ? cut : inside.map((text, at) => `${at + 1}: ${middleOut(text, MOST_LETTERS - 6)}`), of };
}

/** What all share is left out if it is so long: a word of two letters is easier to read than that it is missing. */
const WORTH_LEAVING_OUT = 8;

/** Texts without the words that begin or end all of them. */
function withoutShared(texts) {
  const words = texts.map((text) => text.split(/(?<=[^\p{L}\p{N}])/u));
  const least = Math.min(...words.map(({ length }) => length)) - 1;
  const shared = (at) => words.every((own) => own.at(at) === words[0].at(at));
  let begin = 0;
  while (begin < least && shared(begin)) begin++;
  let end = 0;
  while (end < least - begin && shared(-1 - end)) end++;
  const lengthOf = (own) => own.join("").length;
  if (lengthOf(words[0].slice(0, begin)) < WORTH_LEAVING_OUT) begin = 0;
  if (lengthOf(words[0].slice(words[0].length - end)) < WORTH_LEAVING_OUT) end = 0;
  const [before, after] = [begin, end].map((some) => (some > 0 ? "…" : ""));
  return words.map((own) => before + own.slice(begin, own.length - end).join("").trim() + after);
}

/** A text of at most so many letters. What tells it from others stands mostly at its ends, so its middle is left out. */
export const middleOut = (text, most) =>
  text.length > most ? `${text.slice(0, Math.floor(most * 0.4))}…${text.slice(1 + Math.floor(most * 0.4) - most)}` : text;
