import { outcomeInWords, trustInWords, whyInWords } from "../js/answer/verdict-words.js";
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

test("a claim about more workers than were measured never plainly holds", () => {
  const standIn = { workers: 2, asked: 4 };
  const told = outcomeInWords({ outcome: "HOLDS", standIn });
  equal(told.light, "good");
  truthy(told.words !== outcomeInWords({ outcome: "HOLDS" }).words && /2.*4/.test(told.words), told.words);
});

test("more than the guide expects is neither a claim that holds nor a failure", () => {
  const { light, words } = outcomeInWords({ outcome: "DOES_NOT_HOLD", missed: "MORE" });
  equal(light, "noisy");
  truthy(words !== outcomeInWords({ outcome: "DOES_NOT_HOLD" }).words);
  equal(outcomeInWords({ outcome: "DOES_NOT_HOLD", missed: "LESS" }).light, "bad");
});

test("an interval that leaves the claim open is no fault while the claim is measured", () => {
  const light = (level, code, answering) => trustInWords({ level, reasons: [{ code }] }, answering).light;
  equal(light("noisy", "wide-interval", true), "none");
  equal(light("noisy", "wide-interval", false), "noisy");
  equal(light("noisy", "busy-neighbour", true), "noisy");
  equal(light("doubtful", "wide-interval", true), "doubtful");
  equal(light("good", "outliers", true), "good");
  equal(trustInWords(null, true).light, "none");
});
