import { figureInFull, figureOf, markInWords, markOf } from "../js/answer/last-results.js";
import { parseResults, resultOf, writeResults } from "../js/answer/last-results.js";
import { afterEvent, newRun } from "../js/answer/run-state.js";
import { defaultSettings } from "../js/base/settings.js";
import { equal, says, test, truthy } from "./harness.js";
import { eventsOfARun, plain } from "./samples.js";

const DATE = "2026-03-04T10:00:00.000Z";
const settings = defaultSettings(plain);
const finished = (change = (event) => event, own = settings) =>
  eventsOfARun()
    .map(change)
    .reduce(afterEvent, newRun({ id: "r1", settings: own, rounds: 1 }));
const doubted = (event) =>
  event.type === "scored" && event.key === "slow" ? { ...event, trust: { level: "doubtful", reasons: [] } } : event;
const verdict = (value, low, high) => (event) =>
  event.type === "finished"
    ? { ...event, verdict: { ...event.verdict, outcome: "DOES_NOT_HOLD", measuredSpeedup: { value, low, high } } }
    : event;
const told = (change) => figureOf(resultOf(plain, finished(change), DATE));

test("what is kept of a run is its verdict, its speedup and when it was", () => {
  equal(resultOf(plain, finished(), DATE), {
    outcome: "HOLDS",
    speedup: { value: 4, low: 3.3, high: 4.9 },
    over: "Label of slow",
    besides: null,
    settings: "",
    doubtful: false,
    wrong: null,
    own: false,
    date: DATE,
    run: "r1",
  });
});

test("a live figure is faster, slower or no clear difference, as its interval allows", () => {
  truthy(/^\D+$/.test(figureOf(undefined)), figureOf(undefined));
  equal(told(), "4.0 times faster");
  equal(told(verdict(0.05, 0.04, 0.06)), "20 times slower");
  truthy(!/faster|slower|\d/.test(told(verdict(1.4, 0.9, 1.9))), told(verdict(1.4, 0.9, 1.9)));
});

test("a live figure tells the settings of its run, and the ratio to compiled code before that to an interpreter", () => {
  const own = { ...settings, params: { size: 8 } };
  says(figureOf(resultOf(plain, finished(undefined, own), DATE)), "4.0 times faster", "Size 8");
  const kept = resultOf(plain, finished(), DATE);
  const both = figureOf({ ...kept, besides: { value: 13000, low: 12000, high: 14000 } });
  truthy(/4\.0 times faster.*13,000 times faster/.test(both), both);
});

test("an interval that excludes 1 is only called unclear with the margin that counts", () => {
  says(told(verdict(1.2, 1.02, 1.5)), "3 %");
  says(told(verdict(1.0, 0.95, 1.05)), "as long");
});

test("a doubtful result is never faster or slower", () => {
  truthy(!/faster|slower|\d/.test(told(doubted)), told(doubted));
  truthy(told(doubted) !== told(verdict(1.4, 0.9, 1.9)), "doubt is told as no difference");
});

test("a wrong result says how wrong and not how fast", () => {
  const wrong = (event) =>
    event.type === "checked" ? { ...event, correct: false, check: { text: "lost 3 of 9 updates" } } : event;
  says(told(wrong), "wrong", "3 of 9");
  truthy(!/faster/.test(told(wrong)), told(wrong));
});

test("a figure in full has its interval, its day and its verdict, and tells of settings of one's own", () => {
  says(figureInFull(resultOf(plain, finished(), DATE)), "3.3 to 4.9 times", "4 March 2026", "holds");
  const own = { ...settings, params: { size: 8 } };
  says(figureInFull(resultOf(plain, finished(undefined, own), DATE)), "settings");
});

test("each outcome has its mark and its words", () => {
  const outcomes = [undefined, { outcome: "HOLDS" }, { outcome: "DOES_NOT_HOLD" }, { outcome: "CANNOT_TELL" }];
  equal(outcomes.map(markOf), ["none", "holds", "fails", "unclear"]);
  equal(new Set(outcomes.map(markInWords)).size, 4);
});

test("results come back from storage, and what is not one is left out", () => {
  const kept = { plain: resultOf(plain, finished(), DATE) };
  equal(parseResults(writeResults(kept)), kept);
  equal(parseResults(null), {});
  equal(parseResults("[1"), {});
  equal(parseResults(writeResults(kept).replace('"version":1', '"version":0')), {});
  equal(parseResults(writeResults({ ...kept, odd: { outcome: "GREAT", date: DATE }, none: null })), kept);
});
