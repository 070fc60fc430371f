import { claimKey } from "../js/answer/claim.js";
import {
  afterConnection,
  afterEvent,
  forgotten,
  isMeasuring,
  isOver,
  leftToOthers,
  newRun,
  timeOf,
} from "../js/answer/run-state.js";
import { chosenCases, defaultSettings } from "../js/base/settings.js";
import { equal, test, truthy } from "./harness.js";
import { eventsOfARun, plain, pooled } from "./samples.js";

const asked = () => newRun({ id: "r1", settings: defaultSettings(plain), rounds: 1 });
const slow = (run) => run.cases[0];
const after = (count) => eventsOfARun().slice(0, count).reduce(afterEvent, asked());

test("a run goes through its stages in order", () => {
  const stages = Array.from({ length: 13 }, (_, count) => after(count).stage);
  equal(stages, [
    "asking",
    "queued",
    "starting",
    "starting",
    "warmup",
    "measure",
    "measure",
    "measure",
    "starting",
    "measure",
    "measure",
    "checking",
    "finished",
  ]);
});

test("a run that was left to others is over, with what is known of it", () => {
  const run = after(6);
  const left = leftToOthers(run);
  equal([left.stage, isOver(left), isMeasuring(left), left.current], ["left", true, false, null]);
  equal(left.cases, run.cases);
});

test("the claim's answer is known while the others are measured", () => {
  const verdict = { outcome: "HOLDS", text: "It holds." };
  const run = afterEvent(after(10), { seq: 11, type: "answered", verdict });
  equal([run.answered, run.verdict, run.state, isOver(run)], [true, verdict, "RUNNING", false]);
});

test("an event that comes twice counts once", () => {
  const events = eventsOfARun().slice(0, 5);
  equal([...events, ...events].reduce(afterEvent, asked()), after(5));
});

test("an event of an unknown type changes nothing but the place in the stream", () => {
  equal(afterEvent(after(5), { seq: 6, type: "weather" }), { ...after(5), lastSeq: 6, state: "RUNNING" });
});

test("a state is never changed in place", () => {
  const before = after(4);
  const copy = JSON.stringify(before);
  afterEvent(before, eventsOfARun()[4]);
  equal(JSON.stringify(before), copy);
});

test("progress is what the server says", () => {
  equal([after(7).doneFraction, after(7).remainingSeconds, after(12).doneFraction], [0.5, 2, 1]);
});

test("until a case has a score its time is the median of its samples so far", () => {
  equal(timeOf(slow(after(4))), { median: 900, low: null, high: null, provisional: true });
  equal(timeOf(slow(after(5))).median, 400);
  equal(timeOf(slow(after(6))).provisional, false);
  equal(timeOf(after(6).cases[1]), null);
});

test("a lost connection leaves the run where it is", () => {
  const lost = afterConnection(after(5), "lost");
  equal([lost.stage, lost.connection], ["measure", "lost"]);
  equal(afterConnection(asked(), "open").stage, "connecting");
});

test("a run ends finished, failed, cancelled or forgotten", () => {
  const failed = afterEvent(after(5), { seq: 6, type: "failed", problem: { title: "Killed", detail: "by hand" } });
  const cancelled = afterEvent(after(1), { seq: 2, type: "cancelled" });
  equal([after(12), failed, cancelled, forgotten(after(3))].map(isOver), [true, true, true, true]);
  equal([after(11), after(1)].map(isOver), [false, false]);
  equal(failed.problem.title, "Killed");
  truthy(!isMeasuring(after(1)) && isMeasuring(after(5)) && !isMeasuring(failed), "measuring is told wrongly");
});

test("the claim's case has the worker count nearest to the claim's", () => {
  const cases = chosenCases(pooled, { ...defaultSettings(pooled), workers: [1, 2, 8] });
  equal(claimKey(pooled, cases), "shared/platform/2");
  equal(claimKey(plain, chosenCases(plain, defaultSettings(plain))), "fast");
  equal(claimKey(plain, chosenCases(plain, { ...defaultSettings(plain), variants: ["slow"] })), null);
});

test("what was measured before a restart does not count", () => {
  const begun = after(11);
  const again = afterEvent(begun, { seq: 12, type: "restarted", attempt: 2, problem: { title: "Started again" } });
  equal([again.stage, again.state, again.jvmsBegun, again.answered], ["starting", "QUEUED", 0, false]);
  equal(again.cases.map(({ samples, iterations, score }) => [samples, iterations, score]), [
    [[], [], null],
    [[], [], null],
  ]);
  const keys = ({ cases }) => cases.map(({ key }) => key);
  equal([keys(again), again.verdict, again.problem, isOver(again)], [keys(begun), null, undefined, false]);
});

test("an interrupted run is over, and keeps what it had", () => {
  const problem = { title: "Interrupted", detail: "The server stopped." };
  const cut = afterEvent(after(6), { seq: 7, type: "interrupted", problem });
  equal([cut.stage, isOver(cut), cut.problem, slow(cut)], ["interrupted", true, problem, slow(after(6))]);
});
