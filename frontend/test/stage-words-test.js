import { afterConnection, afterEvent, forgotten, leftToOthers, newRun } from "../js/answer/run-state.js";
import { defaultSettings } from "../js/base/settings.js";
import { announcement, remainingText, stageText } from "../js/run/stage-words.js";
import { equal, says, test, truthy } from "./harness.js";
import { eventsOfARun, plain } from "./samples.js";

const asked = () => newRun({ id: "r1", settings: defaultSettings(plain), rounds: 3 });
const after = (count) => eventsOfARun().slice(0, count).reduce(afterEvent, asked());
const text = (run) => stageText(run, (key) => `<${key}>`);

test("every stage is told in words", () => {
  const told = [0, 1, 2, 3, 4, 5, 11, 12].map((count) => text(after(count)));
  const all = [...told, text(undefined), text(afterConnection(asked(), "connecting"))];
  equal([new Set(all).size, all.every(Boolean)], [10, true]);
  for (const atWork of told.slice(3, 6)) says(atWork, "<slow>", " 1 ", " 3");
  says(told.at(-1), "2 cases", "2 samples");
});

test("a place in the queue says when its turn is likely to come", () => {
  const queued = (waitSeconds) => text(afterEvent(asked(), { seq: 1, type: "queued", position: 2, waitSeconds }));
  says(queued(14.2), "2nd", "14 s");
  says(queued(0.2), "2nd");
  truthy(!/ s\b/.test(queued(0.2)), queued(0.2));
});

test("a place in the queue is an ordinal number", () => {
  const queued = (position) => text(afterEvent(asked(), { seq: 1, type: "queued", position }));
  equal([1, 2, 3, 4, 11, 22].map((position) => queued(position).match(/\d+\w+/)?.[0] ?? "next"), [
    ...["next", "2nd", "3rd", "4th", "11th", "22nd"],
  ]);
});

test("what is left is told only while it is known", () => {
  equal(
    [0, 1, 5, 12].map((count) => remainingText(after(count)).match(/\d+ s/)?.[0] ?? ""),
    ["", "", "4 s", ""],
  );
});

test("who leaves a run to others is told so, aloud, too", () => {
  const left = leftToOthers(after(5));
  truthy(text(left));
  truthy(announcement(left, plain).includes("Plain"));
});

test("screen readers hear that a run is no longer known", () => {
  says(announcement(forgotten(after(5)), plain), "Plain");
});

test("screen readers hear the beginning and the end, and nothing between", () => {
  const said = [...new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((count) => announcement(after(count), plain)))];
  equal(said.length, 1);
  says(said[0], "Plain");
  says(announcement(after(12), plain), "Plain", "It holds.");
  const answered = { ...after(12), verdict: { ...after(12).verdict, answer: "Yes: 4.0 times." } };
  says(announcement(answered, plain), "Plain", "Yes: 4.0 times.");
  truthy(!announcement(answered, plain).includes("It holds"), "what came out is said twice");
});
