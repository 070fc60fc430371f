// A lesson as a link spells it: its cards, what is locked or hidden, whether a guess is asked for, its tasks. Pure.
//
//   ?v=1&only=row-vs-column,false-sharing&lock=row-vs-column.param.size&hide=code&guess=must
//     &task=row-vs-column:Guess+first.&answer=What+is+a+cache+line%3F
//     &edit=row-vs-column:by-columns:MatrixSum.byColumns&target=row-vs-column:4
//
// It comes from anybody, so what the server does not offer is left out, and texts are short and shown as text only.
import { availableOf } from "../base/settings.js";

/** Parts of the page that a lesson can do without. */
export const HIDDEN_WORDS = {
  guide: "The guide’s text",
  figures: "The guide’s figures",
  race: "The race",
  roofline: "The roofline",
  code: "The code",
  verdict: "The verdict",
  share: "Share or export",
  machine: "Where to run",
};
export const HIDABLE = Object.keys(HIDDEN_WORDS);
export const GUESSES = ["ask", "must", "off"];

/** Characters of a task or of the question to answer, and how many tasks. */
export const LONGEST = 280;
export const MOST_TASKS = 20;

const listed = (text) => (text ?? "").split(",").map((one) => one.trim()).filter(Boolean);
const known = (values, offered) => [...new Set(values)].filter((value) => offered.includes(value));

/** A text without line breaks and other control characters, cut where it is too long. */
export const plainText = (text) =>
  [...(text ?? "").replace(/\p{C}+|\s+/gu, " ").trim()].slice(0, LONGEST).join("").trim();

/** The kind of machine to measure on, which all cards of a page share. */
export const MACHINE = "machine";

/** The controls of an experiment that can be locked, by what stands for them in a link. */
export const lockable = ({ id, params, pools }) => [
  ...params.map(({ name }) => `${id}.param.${name}`),
  ...(pools.length > 0 ? [`${id}.pools`, `${id}.workers`] : []),
  `${id}.variants`,
  `${id}.effort`,
  MACHINE,
];

function taskOf(text, ids) {
  const at = text.indexOf(":");
  const task = { experiment: text.slice(0, at), text: plainText(text.slice(at + 1)) };
  return ids.includes(task.experiment) && task.text ? task : null;
}

/** "matmul:triple-loop:MatMul.byDotProducts" opens that piece of the variant; without the last part the one that does the
 * work. */
function editOf(text, experiments) {
  const [experiment, variant, piece = null] = text.split(":");
  const { variants = [] } = experiments.find(({ id }) => id === experiment) ?? {};
  return variants.some(({ id }) => id === variant) ? { experiment, variant, piece } : null;
}

/** "matmul:4": an edit is to be at least 4 times as fast as its original. */
function targetOf(text, ids) {
  const [experiment, times] = text.split(":");
  return ids.includes(experiment) && Number(times) > 1 ? { experiment, times: Number(times) } : null;
}

/**
 * The lesson in the words of an address, as `[name, value]`; null if they ask for nothing that there is.
 *
 * @returns `{ only, lock, hide, guess, tasks [{ experiment, text }], answer, edits [{ experiment, variant, piece }],
 *   targets [{ experiment, times }] }`
 */
export function readLesson(words, experiments) {
  const ids = experiments.map(({ id }) => id);
  const all = (name) => words.filter(([one]) => one === name).map(([, value]) => value);
  const lesson = {
    only: known(listed(all("only")[0]), ids),
    lock: known(listed(all("lock")[0]), experiments.flatMap(lockable)),
    hide: known(listed(all("hide")[0]), HIDABLE),
    guess: GUESSES.includes(all("guess")[0]) ? all("guess")[0] : null,
    tasks: all("task").map((text) => taskOf(text, ids)).filter(Boolean).slice(0, MOST_TASKS),
    answer: plainText(all("answer")[0]) || null,
    edits: all("edit").map((text) => editOf(text, experiments)).filter(Boolean).slice(0, MOST_TASKS),
    targets: all("target").map((text) => targetOf(text, ids)).filter(Boolean).slice(0, MOST_TASKS),
  };
  return writeLesson(lesson).length > 0 ? lesson : null;
}

/** The words of a lesson. */
export const writeLesson = ({ only, lock, hide, guess, tasks, answer, edits = [], targets = [] }) =>
  [
    ["only", only.join(",")],
    ["lock", lock.join(",")],
    ["hide", hide.join(",")],
    ["guess", guess],
    ...tasks.map(({ experiment, text }) => ["task", `${experiment}:${text}`]),
    ["answer", answer],
    ...edits.map(({ experiment, variant, piece }) => ["edit", [experiment, variant, piece].filter(Boolean).join(":")]),
    ...targets.map(({ experiment, times }) => ["target", `${experiment}:${times}`]),
  ].filter(([, value]) => value);

const without = (values, locked) => Object.fromEntries(Object.entries(values).filter(([name]) => !locked(name)));

/** The settings after a change, as far as the lesson allows it. */
export function changed({ lock }, id, settings, part) {
  const isLocked = (name) => lock.includes(`${id}.${name}`);
  const swept = part.sweep && isLocked(`param.${part.sweep.param}`);
  const free = without(part, (name) => isLocked(name) || (swept && name === "sweep"));
  const params = without(part.params ?? {}, (name) => isLocked(`param.${name}`));
  return { ...settings, ...free, params: { ...settings.params, ...params } };
}

/**
 * The settings on another kind of machine, with what is locked as it was, as far as that kind offers it.
 *
 * @param experiment as it is offered for that kind
 * @param before the settings until now
 * @param after those that the kind would have without a lesson
 */
export function held({ lock }, experiment, before, after) {
  const { id } = experiment;
  const kept = (values, path) => Object.fromEntries(Object.entries(values).filter(([name]) => lock.includes(path + name)));
  return clamped(experiment, {
    ...after,
    ...kept(before, `${id}.`),
    params: { ...after.params, ...kept(before.params, `${id}.param.`) },
  });
}

const nearestChoice = (choices, value) =>
  choices.reduce((best, one) => (Math.abs(one.value - value) < Math.abs(best.value - value) ? one : best)).value;

/** The settings of a link, brought into what this server offers. */
export function clamped(experiment, settings) {
  const params = experiment.params.map(({ name, min, max, choices, default: usual }) => {
    const asked = settings.params[name];
    if (!Number.isFinite(asked)) return [name, usual];
    if (choices) return [name, nearestChoice(choices, asked)];
    return [name, Math.min(max, Math.max(min, Math.round(asked)))];
  });
  const available = availableOf(experiment);
  const variants = settings.variants.filter((id) => available.includes(id));
  return {
    ...settings,
    params: Object.fromEntries(params),
    variants: variants.length > 0 ? variants : available,
    pools: settings.pools.length > 0 ? settings.pools : [...experiment.pools],
    workers: settings.workers.length > 0 ? settings.workers : [...(experiment.workers?.default ?? [])],
  };
}

/** A short name of a lesson, by which this browser keeps what belongs to it. */
export function nameOf(words) {
  let hash = 5381;
  for (const letter of JSON.stringify(words)) hash = (hash * 33 + letter.codePointAt(0)) % 4_294_967_291;
  return hash.toString(36);
}
