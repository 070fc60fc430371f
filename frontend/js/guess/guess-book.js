// The guesses of this browser: kept in it, told to nobody. The first half is pure.
import { claimRows, trustInBoth } from "../answer/results.js";
import { keepText, parsed, storedText } from "../base/stored.js";
import { noScoreBecause, scoreOf } from "./guess-logic.js";

const KEY = "lanes.guesses";
const VERSION = 1;
const MOST = 200;

const sorted = (values) => [...values].map(String).sort();

/** What a guess is about: the settings that change the outcome. Effort does not. */
export const questionOf = ({ params, variants, pools, workers }) =>
  JSON.stringify([Object.entries(params).sort(), sorted(variants), sorted(pools), sorted(workers)]);

/** What of a run's figures answers a guess about the ratio over a variant; null while there is none. */
export function measuredOver(experiment, rows, run, over) {
  const { claim, reference, speedup, besides } = claimRows(experiment, rows, run);
  const told = [
    { reference, speedup },
    { reference: besides?.reference, speedup: besides?.speedup },
  ].filter((one) => one.speedup);
  const same = told.find((one) => one.reference?.variant === over);
  const found = same ?? told[0];
  if (!found) return null;
  const { value, low, high, doubtful = false } = found.speedup;
  const light = trustInBoth(claim, found.reference)?.level ?? null;
  return { value, low, high, doubtful, light, other: !same };
}

/** The guess with what became of it. */
export function settled(guess, measured, verdict) {
  const outcome = verdict?.outcome ?? null;
  const because = noScoreBecause({ measured, light: measured?.light, outcome });
  return {
    ...guess,
    measured,
    outcome,
    reasonCodes: verdict?.reasonCodes ?? [],
    because,
    score: because ? null : scoreOf(guess.value, measured),
  };
}

const isGuess = (one) =>
  Boolean(one) && typeof one.experiment === "string" && Number.isFinite(one.value) && one.value > 0 &&
  !Number.isNaN(Date.parse(one.at)) && (one.measured == null || Number.isFinite(one.measured.value));

/** The guesses in a stored text, oldest first; what another version wrote, or nobody understands, is left out. */
export function parseGuesses(text) {
  const { version, guesses } = parsed(text) ?? {};
  return version === VERSION && Array.isArray(guesses) ? guesses.filter(isGuess) : [];
}

export const writeGuesses = (guesses) => JSON.stringify({ version: VERSION, guesses: guesses.slice(-MOST) });

/** The guesses with one more, or with it in place of an earlier state of itself. */
export const withGuess = (guesses, guess) => [...guesses.filter(({ at }) => at !== guess.at), guess];

const withoutGuess = (guesses, guess) => guesses.filter(({ at }) => at !== guess.at);

/** Whether there is a guess for a question already; in a lesson, one of that lesson. */
export const isGuessed = (guesses, experiment, question, lesson = null) =>
  guesses.some(
    (one) => one.experiment === experiment && one.question === question && (!lesson || one.lesson === lesson),
  );

let kept = null; // as long as there is no storage

export const storedGuesses = () => kept ?? parseGuesses(storedText(KEY));

/** Keeps the guesses, beside what other tabs have stored meanwhile. */
function keep(guesses) {
  if (!keepText(KEY, writeGuesses(guesses))) kept = guesses;
}

export const keepGuess = (guess) => keep(withGuess(storedGuesses(), guess));
export const dropGuess = (guess) => keep(withoutGuess(storedGuesses(), guess));
