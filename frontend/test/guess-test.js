import {
  ARROW, causeFound, END, ends, guessAfter, guessAt, inWords, noScoreBecause, offBy, PAGE, placeOf, rangesOf,
  revealInWords, scoreOf, ticks,
} from "../js/guess/guess-logic.js";
import { parseGuesses, questionOf, settled, withGuess, writeGuesses } from "../js/guess/guess-book.js";
import { equal, test, truthy } from "./harness.js";

const both = ends("both");
const near = (one, other) => truthy(Math.abs(one - other) < 1e-9 * Math.max(1, other), `${one} is not ${other}`);
const measured = { value: 2.9, low: 2.7, high: 3.1, light: "good" };
const holds = { outcome: "HOLDS", reasonCodes: ["lanes"] };
const guess = { experiment: "plain", at: "2026-03-04T05:06:07Z", value: 8, reason: null };

test("the axis is symmetric about no difference", () => {
  near(placeOf(1, both), 0.5);
  near(placeOf(10, both) + placeOf(1 / 10, both), 1);
  near(placeOf(END, both), 1);
  near(placeOf(1, ends("faster")), 0);
  near(placeOf(1, ends("slower")), 1);
  near(placeOf(1e9, both), 1);
});

test("a place on the axis is a guess of two digits, and near the middle no difference", () => {
  equal(guessAt(0.5, both), 1);
  equal(guessAt(0.502, both), 1);
  for (const place of [0, 0.2, 0.77, 1]) {
    const value = guessAt(place, both);
    truthy(Math.abs(placeOf(value, both) - place) < 0.01, `${place} became ${value}`);
    const times = value > 1 ? value : 1 / value;
    near(Number(times.toPrecision(2)), times);
  }
});

test("an arrow is a factor of 1.1, a page one of 2, and the ends are the ends", () => {
  near(guessAfter(2, "ArrowRight", both), 2 * ARROW);
  near(guessAfter(2, "ArrowDown", both), 2 / ARROW);
  near(guessAfter(2, "PageUp", both), 2 * PAGE);
  near(guessAfter(2, "PageDown", both), 1);
  equal(guessAfter(900, "PageUp", both), END);
  equal(guessAfter(2, "Home", ends("faster")), 1);
  equal(guessAfter(2, "a", both), undefined);
  near(guessAfter(null, "ArrowRight", both), ARROW);
});

test("ticks are 1, 2, 5, 10 on either side, and one side has a label at each", () => {
  const values = ticks(both).map(({ value }) => value);
  for (const value of [1, 2, 5, 10, 1 / 2, 1 / 5, 1 / 1000]) truthy(values.includes(value), `no tick at ${value}`);
  equal(ticks(both).filter(({ labelled }) => labelled).length, 7);
  equal(ticks(ends("faster")).filter(({ labelled }) => labelled).map(({ value }) => value).slice(0, 4), [1, 2, 5, 10]);
  equal(ticks(ends("slower")).at(-1).value, 1);
});

test("a guess within the interval has the whole score", () => {
  equal(scoreOf(2.7, measured), 100);
  equal(scoreOf(1, { value: 1.05, low: 0.9, high: 1.2 }), 100);
});

test("each factor of two beyond the nearer end halves the score", () => {
  equal(scoreOf(6.2, measured), 50);
  equal(scoreOf(12.4, measured), 25);
  equal(scoreOf(1.35, measured), 50);
});

test("the wrong side of a clear answer scores at most ten, however near", () => {
  const clear = { value: 1.1, low: 1.05, high: 1.15 };
  equal(scoreOf(0.95, clear), 10);
  truthy(scoreOf(0.95, { value: 1.01, low: 0.99, high: 1.03 }) > 10);
  equal(scoreOf(2, { value: 0.5, low: 0.4, high: 0.6 }), 10);
});

test("there is no score without a good light or a clear verdict", () => {
  equal(noScoreBecause({ measured, light: "good", outcome: "HOLDS" }), null);
  equal(noScoreBecause({ measured, light: "good", outcome: "DOES_NOT_HOLD" }), null);
  equal(noScoreBecause({ measured, light: "noisy", outcome: "HOLDS" }), "light");
  equal(noScoreBecause({ measured, light: null, outcome: "HOLDS" }), "light");
  equal(noScoreBecause({ measured, light: "good", outcome: "CANNOT_TELL" }), "verdict");
  equal(noScoreBecause({ measured: null, light: "good", outcome: "HOLDS" }), "none");
  equal(noScoreBecause({ measured: { ...measured, other: true }, light: "good", outcome: "HOLDS" }), "other");
});

test("how far a guess is off is told as a ratio to the median", () => {
  equal(offBy(8, measured).way, "too much");
  near(offBy(8, measured).factor, 8 / 2.9);
  equal(offBy(1, measured).way, "too little");
  equal(offBy(3, measured).way, "right");
  equal(offBy(1 / 8, { value: 0.5, low: 0.4, high: 0.6 }).way, "too much");
  equal(offBy(2, { value: 0.5, low: 0.4, high: 0.6 }), { factor: 4, way: "off" });
});

test("the reveal says guess, median, interval and ratio, also of what is slower", () => {
  const told = revealInWords(8, measured);
  for (const figure of ["8", "2.9", "2.7 to 3.1", "2.8"]) truthy(told.includes(figure), `${told} lacks ${figure}`);
  const slower = revealInWords(1 / 8, { value: 0.5, low: 0.4, high: 0.625 });
  for (const figure of ["8 times slower", "1.6 to 2.5", "4.0 times too much"]) truthy(slower.includes(figure), `${slower} lacks ${figure}`);
  truthy(inWords(1).length > 0 && !/\d/.test(inWords(1)));
});

test("a range of 80 % counts if it held the median, and costs what it is wide", () => {
  const right = { ...guess, value: 3, range: 2, measured };
  const wrong = { ...guess, value: 30, range: 2, measured };
  equal(rangesOf([right, wrong, { ...guess, measured }]).given, 2);
  equal(rangesOf([right, wrong]).held, 1);
  near(rangesOf([right]).score, 2);
  truthy(rangesOf([wrong]).score > 20);
  equal(rangesOf([]).score, null);
});

test("a reason is found if one of its codes is among the verdict's", () => {
  equal(causeFound(["lanes", "more-than-lanes"], ["data", "lanes"]), "found");
  equal(causeFound(["lock"], ["data"]), "other");
  equal(causeFound(["lock"], []), null);
  equal(causeFound(null, ["data"]), null);
});

test("a settled guess keeps what it was measured by", () => {
  const done = settled(guess, measured, holds);
  equal([done.value, done.score, done.because], [8, scoreOf(8, measured), null]);
  equal(settled(guess, { ...measured, light: "noisy" }, holds).score, null);
  equal(settled(guess, measured, { outcome: "CANNOT_TELL" }).because, "verdict");
});

test("guesses come back from storage, each once, and what is none is left out", () => {
  const guesses = withGuess(withGuess([], guess), settled(guess, measured, holds));
  equal(guesses.length, 1);
  equal(parseGuesses(writeGuesses(guesses)), guesses);
  equal(parseGuesses(null), []);
  equal(parseGuesses("[1"), []);
  equal(parseGuesses(writeGuesses([guess, { experiment: "x" }, null])), [guess]);
});

test("another effort is the same question, another size is not", () => {
  const settings = { params: { size: 8 }, variants: ["a"], pools: [], workers: [], effort: "quick" };
  equal(questionOf(settings), questionOf({ ...settings, effort: "thorough" }));
  truthy(questionOf(settings) !== questionOf({ ...settings, params: { size: 9 } }));
});
