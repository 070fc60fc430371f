// Whether a visitor is asked for a guess, and whose answers are covered until there is one. This browser keeps it.
import { store } from "./store.js";
import { keepText, parsed, storedText } from "./stored.js";

const KEY = "lanes.guessing";

const keyOf = (lesson) => (lesson ? `${KEY}.${lesson}` : KEY);

/**
 * `{ off, open, lesson }`: whether the visitor does without guesses, and the experiments whose answers are uncovered.
 * A lesson that asks for guesses, by its name, begins with none.
 */
export function storedGuessing(lesson = null) {
  const { off, open } = parsed(storedText(keyOf(lesson))) ?? {};
  return { off: Boolean(off), open: Array.isArray(open) ? open : [], lesson };
}

function keep(guessing) {
  store.set({ guessing });
  keepText(keyOf(guessing.lesson), JSON.stringify({ off: guessing.off, open: guessing.open }));
}

/** Uncovers the answer of an experiment for good. */
export function uncover(id) {
  const { guessing } = store.state;
  if (!guessing.open.includes(id)) keep({ ...guessing, open: [...guessing.open, id] });
}

/** Asks for guesses, or does without. */
export const askForGuesses = (wanted) => keep({ ...store.state.guessing, off: !wanted });

/** "ask", "must" or "off": as the lesson wants it, and where it leaves the choice, the visitor. */
export function guessMode({ lesson, guessing, site }) {
  if (site?.readOnly) return "off";
  if (["must", "off"].includes(lesson?.guess)) return lesson.guess;
  return guessing.off ? "off" : "ask";
}

/** Whether what an experiment gave, here or elsewhere, waits for the visitor's guess. */
export function isCovered(state, id) {
  const run = state.runs[id];
  if (guessMode(state) === "off" || state.guessing.open.includes(id) || (run && !run.remembered)) return false;
  return Boolean(state.lesson?.guess) || !state.results[id];
}
