import { nextEffort } from "../js/run/next-effort.js";
import { equal, test } from "./harness.js";
import { plain } from "./samples.js";

const run = {
  ...{ id: "r", stage: "finished", settings: { effort: "quick" } },
  verdict: { outcome: "CANNOT_TELL", measuredSpeedup: { value: 1.1, low: 0.9, high: 1.3 } },
};

test("a claim that is not clear yet can be measured on at the next effort", () => {
  equal(nextEffort(plain, run)?.id, "standard");
  equal(nextEffort(plain, { ...run, settings: { effort: "standard" } }), null);
});

test("an edit that is neither faster nor slower for sure can be measured on, whatever became of the claim", () => {
  const told = { ...run, verdict: { ...run.verdict, outcome: "HOLDS" } };
  const edit = (value, low, high, level = "good") => ({
    ...told,
    cases: [{ key: "slow" }, { key: "slow@edit", edited: true, speedupOverOriginal: { value, low, high }, trust: { level } }],
  });
  equal(nextEffort(plain, edit(1.1, 0.9, 1.3))?.id, "standard");
  equal(nextEffort(plain, edit(2, 1.9, 2.1)), null);
  equal(nextEffort(plain, edit(2, 1.9, 2.1, "doubtful"))?.id, "standard");
});

test("more measuring changes nothing where the claim is told, or nothing was compared, or the run goes on", () => {
  equal(nextEffort(plain, { ...run, verdict: { ...run.verdict, outcome: "HOLDS" } }), null);
  equal(nextEffort(plain, { ...run, verdict: { ...run.verdict, measuredSpeedup: null } }), null);
  equal(nextEffort(plain, { ...run, stage: "measure" }), null);
  equal(nextEffort(plain, undefined), null);
});
