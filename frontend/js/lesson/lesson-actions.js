// What happens to the page when a lesson is opened, and what of it this browser keeps.
import { storedGuessing } from "../base/guessing.js";
import { faults } from "../base/settings.js";
import { store } from "../base/store.js";
import { keepText, parsed, storedText } from "../base/stored.js";
import { changed, clamped, held, nameOf, readLesson } from "./lesson-words.js";

const KEY = "lanes.lesson.";

/** What a pupil ticked and wrote: `{ ticks: [number], answer }`. */
function storedWork(name) {
  const { ticks, answer } = parsed(storedText(KEY + name)) ?? {};
  return { ticks: Array.isArray(ticks) ? ticks : [], answer: typeof answer === "string" ? answer : "" };
}

/** Takes the lesson from the address's words, or closes the one that was open. */
export function openLesson() {
  const { words, experiments, lesson: before, settings } = store.state;
  const read = readLesson(words, experiments);
  if (!read) {
    document.documentElement.removeAttribute("data-hide");
    store.set({ lesson: null, guessing: before ? storedGuessing() : store.state.guessing });
    return;
  }
  const name = nameOf(words);
  const within = Object.fromEntries(experiments.map((one) => [one.id, clamped(one, settings[one.id])]));
  document.documentElement.dataset.hide = read.hide.join(" ");
  store.set({
    lesson: {
      ...read,
      name,
      work: before?.name === name ? before.work : storedWork(name),
      changed: (id, earlier, part) => changed(read, id, earlier, part),
      held: (experiment, earlier, after) => held(read, experiment, earlier, after),
    },
    guessing: storedGuessing(read.guess ? name : null),
    settings: within,
    faults: Object.fromEntries(experiments.map((one) => [one.id, faults(one, within[one.id])])),
  });
}

function keepWork(part) {
  const { lesson } = store.state;
  const work = { ...lesson.work, ...part };
  store.set({ lesson: { ...lesson, work } });
  keepText(KEY + lesson.name, JSON.stringify(work));
}

/** Ticks a task off, by its place in the lesson. */
export function tickTask(at, ticked) {
  const others = store.state.lesson.work.ticks.filter((one) => one !== at);
  keepWork({ ticks: ticked ? [...others, at].sort((one, other) => one - other) : others });
}

export const writeAnswer = (answer) => keepWork({ answer });
