// The lesson that a teacher is making: kept until the page is closed.
import { store } from "../base/store.js";

const EMPTY = { only: [], lock: [], hide: [], guess: "ask", tasks: [], answer: null, edits: [], targets: [] };

/** Begins with what is open: an empty lesson, or the one of the address. */
export function beginDraft() {
  const { draft, lesson } = store.state;
  if (draft) return;
  const { only, lock, hide, guess, tasks, answer, edits, targets } = lesson ?? EMPTY;
  store.set({ draft: { only, lock, hide, guess: guess ?? EMPTY.guess, tasks, answer, edits, targets } });
}

export const changeDraft = (part) => store.set({ draft: { ...store.state.draft, ...part } });

const toggled = (values, value) =>
  values.includes(value) ? values.filter((one) => one !== value) : [...values, value];

export const toggleLock = (key) => changeDraft({ lock: toggled(store.state.draft.lock, key) });
export const toggleHidden = (part) => changeDraft({ hide: toggled(store.state.draft.hide, part) });

/** Puts a card into the lesson, or takes it out with its tasks and locks. */
export function toggleCard(id) {
  const { only, lock, tasks } = store.state.draft;
  const out = only.includes(id);
  changeDraft({
    only: toggled(only, id),
    lock: out ? lock.filter((key) => !key.startsWith(`${id}.`)) : lock,
    tasks: out ? tasks.filter(({ experiment }) => experiment !== id) : tasks,
  });
}

/** Moves a card one place up. */
export function moveUp(id) {
  const only = [...store.state.draft.only];
  const at = only.indexOf(id);
  if (at < 1) return;
  [only[at - 1], only[at]] = [only[at], only[at - 1]];
  changeDraft({ only });
}

export const addTask = (experiment, text) =>
  changeDraft({ tasks: [...store.state.draft.tasks, { experiment, text }] });

export const removeTask = (task) => changeDraft({ tasks: store.state.draft.tasks.filter((one) => one !== task) });
