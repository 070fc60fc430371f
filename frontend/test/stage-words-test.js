import { afterConnection, afterEvent, forgotten, leftToOthers, newRun } from "../js/run-state.js";
import { defaultSettings } from "../js/settings.js";
import { announcement, remainingText, stageText } from "../js/stage-words.js";
import { equal, test, truthy } from "./harness.js";
import { eventsOfARun, plain } from "./samples.js";

const asked = () => newRun({ id: "r1", settings: defaultSettings(plain), rounds: 3 });
const after = (count) => eventsOfARun().slice(0, count).reduce(afterEvent, asked());
const text = (run) => stageText(run, (key) => `<${key}>`);

test("every stage is told in words", () => {
  equal(
    [0, 1, 2, 3, 4, 5, 11, 12].map((count) => text(after(count))),
    [
      "Asking for a run",
      "Queued: next in line",
      "Starting the measuring process",
      "Starting a JVM for <slow>, round 1 of at most 3",
      "Warming up <slow>, round 1 of at most 3",
      "Measuring <slow>, round 1 of at most 3",
      "Checking the results",
      "Done: 2 cases, 2 samples",
    ],
  );
  equal(text(undefined), "Ready: nothing measured yet");
  equal(text(afterConnection(asked(), "connecting")), "Connecting");
});

test("a place in the queue says when its turn is likely to come", () => {
  const queued = (waitSeconds) => text(afterEvent(asked(), { seq: 1, type: "queued", position: 2, waitSeconds }));
  equal(queued(14.2), "Queued: 2nd in line, begins in about 14 s");
  equal(queued(0.2), "Queued: 2nd in line");
});

test("a place in the queue is an ordinal number", () => {
  const queued = (position) => text(afterEvent(asked(), { seq: 1, type: "queued", position }));
  equal([1, 2, 3, 4, 11, 22].map(queued), [
    "Queued: next in line",
    "Queued: 2nd in line",
    "Queued: 3rd in line",
    "Queued: 4th in line",
    "Queued: 11th in line",
    "Queued: 22nd in line",
  ]);
});

test("what is left is told only while it is known", () => {
  equal(
    [0, 1, 5, 12].map((count) => remainingText(after(count))),
    ["", "", "about 4 s left", ""],
  );
});

test("who leaves a run to others is told so, aloud, too", () => {
  const left = leftToOthers(after(5));
  truthy(text(left));
  truthy(announcement(left, plain, null).includes("Plain"));
});

test("screen readers hear that a run is no longer known", () => {
  equal(announcement(forgotten(after(5)), plain, null), "The server no longer knows this run: Plain.");
});

test("screen readers hear the beginning and the end, and nothing between", () => {
  const said = [...new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((count) => announcement(after(count), plain, null)))];
  equal(said, ["Measuring has begun: Plain."]);
  const claimed = { label: "Fast", speedup: { value: 4, low: 3.3, high: 4.9 } };
  equal(announcement(after(12), plain, claimed), "Finished: Plain. Fast: 4.0 times faster (3.3-4.9). It holds.");
});
