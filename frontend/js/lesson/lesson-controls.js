// What a lesson adds to the cards that are on the page: tasks above a card, and locks on its controls. The cards know
// nothing of lessons, so this looks for them after every change of the page.
import { isGuessed, questionOf, storedGuesses } from "../guess/guess-book.js";
import { afterChanges } from "../elements/live-element.js";
import { store } from "../base/store.js";
import { lockable } from "./lesson-words.js";
import "./lesson-tasks.js";
import "./lesson-pick.js";
import "./lesson-signs.js";

/** The field of a card's control, such as "matmul.param.size", "matmul.workers" or "machine"; null if it has none. */
function fieldOf(id, key) {
  const name = key.split(".").at(-1);
  const marks = {
    effort: `#lab-${id} [name="${id}-effort"]`,
    pools: `#${id}-pools-hint`,
    workers: `#${id}-workers-hint`,
    variants: `#${id}-variants-hint`,
    machine: `#${id}-machine`,
  };
  const isParam = key.startsWith(`${id}.param.`);
  return document.querySelector(isParam ? `#${id}-${name}` : marks[name])?.closest(".field") ?? null;
}

/** Parts that are on the page before a run, and that a lesson can hide: an eye stands on each. */
const PARTS = [
  ["figures", ".lab > header"],
  ["code", "code-compare"],
  ["verdict", "answer-panel"],
  ["race", "race-track"],
  ["share", "share-button"],
  ["guide", "text-part"],
  ["machine", ".run-on"],
];

const has = (place, name) => [...place.children].some((child) => child.localName === name);

function add(place, name, properties, where = "append") {
  if (!place || has(place, name)) return;
  place[where](Object.assign(document.createElement(name), properties));
}

function decorate() {
  const { lesson, draft, page, experiments } = store.state;
  if (lesson?.edits.length > 0) import("../edit/edit-controls.js");
  const making = page === "maker" && draft;
  const { dataset } = document.documentElement;
  dataset.dim = making ? draft.hide.join(" ") : "";
  dataset.hide = making ? "" : (lesson?.hide ?? []).join(" ");
  for (const [part, place] of making ? PARTS : []) {
    for (const one of document.querySelectorAll(place)) add(one, "lesson-eye", { part });
  }
  for (const experiment of experiments) {
    const card = document.getElementById(`lab-${experiment.id}`);
    if (!card) continue;
    if (making) add(card, "lesson-pick", { experiment: experiment.id }, "prepend");
    else if (lesson?.tasks.some((task) => task.experiment === experiment.id)) {
      add(card, "lesson-tasks", { experiment }, "prepend");
    }
    for (const lock of card.querySelectorAll("lesson-lock")) lock.requestUpdate(); // the card may have freed its control
    for (const key of lockable(experiment)) {
      if (making || lesson?.lock.includes(key)) add(fieldOf(experiment.id, key), "lesson-lock", { key });
    }
  }
}

/** If a guess is a must, nothing is run without one. */
function guessFirst(event) {
  const { lesson, settings } = store.state;
  const id = event.detail;
  if (lesson?.guess !== "must" || isGuessed(storedGuesses(), id, questionOf(settings[id]), lesson.name)) return;
  event.stopImmediatePropagation();
  document.querySelector(`lanes-guess[experiment="${id}"] [role="slider"]`)?.focus();
}

for (const verb of ["start-run", "run-on-all"]) window.addEventListener(verb, guessFirst, { capture: true });
afterChanges(decorate);
