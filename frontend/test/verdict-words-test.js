import { outcomeInWords, whyInWords } from "../js/verdict-words.js";
import { equal, test } from "./harness.js";

test("a verdict says why, the strongest reason first", () => {
  equal(whyInWords({ reasons: ["Two processors were busy.", "A task is short."] }), [
    "Why: Two processors were busy.",
    "Also: A task is short.",
  ]);
});

test("a verdict without reasons says nothing of them", () => {
  equal(whyInWords({ reasons: [] }), []);
  equal(whyInWords({ outcome: "HOLDS" }), []);
});

test("each outcome has a light and a headline of its own", () => {
  equal(outcomeInWords({ outcome: "HOLDS" }), { light: "good", words: "The claim holds here" });
  const words = ["HOLDS", "DOES_NOT_HOLD", "CANNOT_TELL"].map((outcome) => outcomeInWords({ outcome }).words);
  equal(new Set(words).size, 3);
});
