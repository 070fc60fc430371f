// A guess of a speedup: its place on the axis, its words, and its score. Pure.
//
// A guess is a ratio, above 1 faster, and is judged by ratios: twice too much is as wrong as half as much.
import { placeOnLog } from "../base/axis.js";
import { direction, ratio } from "../base/format.js";

/** One arrow key and one page key, as factors. */
export const ARROW = 1.1;
export const PAGE = 2;

/** Both ends of the axis: so many times slower, so many times faster. */
export const END = 1000;

/** A guess so near to 1 is one of no difference. */
const NO_DIFFERENCE = 1.04;

/** The most that a guess on the wrong side of a clear answer can score. */
const WRONG_SIDE = 10;

/** For so many guesses there is a picture. */
export const ENOUGH = 5;

/** Ranges are given as 80 % sure: beyond them each doubling counts so many times. */
const PENALTY = 2 / 0.2;

const SIDES = { both: [-1, 1], faster: [0, 1], slower: [-1, 0] };

/** The ends of an axis, as ratios: for both sides, or one of them. */
export const ends = (side, end = END) => SIDES[side ?? "both"].map((power) => end ** power);

/** Where a ratio is on that axis, from 0 to 1. */
export const placeOf = (value, [low, high]) => placeOnLog(value, low, high);

/** Two digits, and plainly 1 near to it. */
function neat(value) {
  if (value > 1 / NO_DIFFERENCE && value < NO_DIFFERENCE) return 1;
  return value > 1 ? Number(value.toPrecision(2)) : 1 / Number((1 / value).toPrecision(2));
}

/** The guess at a place of the axis. */
export const guessAt = (place, [low, high]) => neat(low * (high / low) ** Math.min(1, Math.max(0, place)));

const KEYS = {
  ArrowRight: ARROW,
  ArrowUp: ARROW,
  ArrowLeft: 1 / ARROW,
  ArrowDown: 1 / ARROW,
  PageUp: PAGE,
  PageDown: 1 / PAGE,
};

/** The guess after a key; undefined for keys that do nothing. A first key begins at 1. */
export function guessAfter(value, key, [low, high]) {
  if (key === "Home") return low;
  if (key === "End") return high;
  const factor = KEYS[key];
  return factor && Math.min(high, Math.max(low, (value ?? 1) * factor));
}

/** The ratios that have a tick: 1, 2, 5, 10 and on. On an axis of both sides only powers of ten have a label. */
export function ticks([low, high]) {
  const steps = [0, 1, 2, 3].flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** power));
  const both = low < 1 && high > 1;
  const shown = [...steps, ...steps.slice(1).map((step) => 1 / step)].filter((step) => step >= low && step <= high);
  const labelled = (step) => !both || Number.isInteger(Math.log10(step > 1 ? step : Math.round(1 / step)));
  return shown.sort((one, other) => one - other).map((value) => ({ value, labelled: labelled(value) }));
}

/** As many digits as a guess has. */
const times = (value) => Number(value.toPrecision(2)).toLocaleString("en-GB");

/** "8 times faster", "3 times slower", "about the same". */
export function inWords(value) {
  if (value === 1) return "about the same";
  return value > 1 ? `${times(value)} times faster` : `${times(1 / value)} times slower`;
}

const within = (guess, { low, high }) => guess >= low && guess <= high;
const doublings = (one, other) => Math.abs(Math.log2(one / other));

/** How far a guess is off: `{ factor, way: "right" | "too much" | "too little" | "off" }`, the last across 1. */
export function offBy(guess, measured) {
  if (within(guess, measured)) return { factor: 1, way: "right" };
  const factor = 2 ** doublings(guess, measured.value);
  if ((guess - 1) * (measured.value - 1) < 0) return { factor, way: "off" };
  const further = Math.abs(Math.log2(guess)) > Math.abs(Math.log2(measured.value));
  return { factor, way: further ? "too much" : "too little" };
}

/** From 0 to 100: inside the interval all of it, else half for every factor of 2 beyond the nearer end. */
export function scoreOf(guess, measured) {
  if (within(guess, measured)) return 100;
  const nearer = guess < measured.low ? measured.low : measured.high;
  const score = 100 * 2 ** -doublings(guess, nearer);
  const told = direction(measured);
  const wrongSide = (told === "faster" && guess < 1) || (told === "slower" && guess > 1);
  return Math.round(wrongSide ? Math.min(WRONG_SIDE, score) : score);
}

/**
 * Why there is no score: "light" if the measurement is not good, "verdict" if the outcome is not clear, "other" if it
 * was compared with something else than the guess was about, "none" if nothing was measured; null if there is one.
 */
export function noScoreBecause({ measured, light, outcome }) {
  if (!measured) return "none";
  if (measured.other) return "other";
  if (light !== "good" || measured.doubtful) return "light";
  return outcome === "CANNOT_TELL" || !outcome ? "verdict" : null;
}

/** "You said 8 times faster, it is 2.9 (2.7 to 3.1): 2.8 times too much." */
export function revealInWords(guess, measured) {
  const told = direction(measured);
  const { value, low, high } = measured;
  const shown = told === "slower" ? [1 / value, 1 / high, 1 / low] : [value, low, high];
  const said = guess > 1 ? "faster" : guess < 1 ? "slower" : "same";
  const way = told === "same" || told === said ? "" : ` times ${told}`;
  const [middle, least, most] = shown.map(ratio);
  const off = offBy(guess, measured);
  const end = off.way === "right" ? "right" : `${ratio(off.factor)} times ${off.way}`;
  return `You said ${inWords(guess)}, it is ${middle}${way} (${least} to ${most}): ${end}.`;
}

/** The guesses that have an answer, as the picture shows them. */
export const answered = (guesses) => guesses.filter(({ measured }) => measured);

/** How many ranges there were and how many of them held what was measured, and their score: less is better. */
export function rangesOf(guesses) {
  const ranged = answered(guesses).filter(({ range }) => range > 1);
  const held = ranged.filter(({ value, range, measured }) => doublings(value, measured.value) <= Math.log2(range));
  const scores = ranged.map(({ value, range, measured }) => {
    const beyond = Math.max(0, doublings(value, measured.value) - Math.log2(range));
    return 2 * Math.log2(range) + PENALTY * beyond;
  });
  const mean = scores.length > 0 ? scores.reduce((sum, one) => sum + one, 0) / scores.length : null;
  return { given: ranged.length, held: held.length, score: mean };
}

/** What a verdict's reasons say of the one that was guessed: "found", "other", or null if none was guessed or found. */
export function causeFound(codes, reasonCodes) {
  if (!codes || !reasonCodes?.length) return null;
  return reasonCodes.some((code) => codes.includes(code)) ? "found" : "other";
}
