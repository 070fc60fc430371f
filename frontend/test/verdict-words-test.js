import { outcomeInWords, whyInWords } from "../js/answer/verdict-words.js";
import { equal, test, truthy } from "./harness.js";

test("a verdict says why, the strongest reason first", () => {
  const reasons = ["Two processors were busy.", "A task is short."];
  const told = whyInWords({ reasons });
  equal(told.map((sentence, at) => sentence.endsWith(reasons[at])), [true, true]);
  truthy(told.every((sentence, at) => sentence !== reasons[at]), "each is introduced");
});

test("a verdict without reasons says nothing of them", () => {
  equal(whyInWords({ reasons: [] }), []);
  equal(whyInWords({ outcome: "HOLDS" }), []);
});

test("each outcome has a light and a headline of its own", () => {
  const outcomes = ["HOLDS", "DOES_NOT_HOLD", "CANNOT_TELL"].map((outcome) => outcomeInWords({ outcome }));
  equal(outcomes.map(({ light }) => light), ["good", "bad", "noisy"]);
  equal(new Set(outcomes.map(({ words }) => words)).size, 3);
});
