import { likelySeconds, paceOf, tookOf } from "../js/run/likely.js";
import { defaultSettings, estimateSeconds } from "../js/base/settings.js";
import { equal, test } from "./harness.js";
import { plain } from "./samples.js";

const took = (effort, seconds, budget = 10) => ({ took: { effort, seconds, budget } });

test("a run is likely to take what the last ones of its effort took of their budget", () => {
  const results = { a: took("quick", 4), b: took("quick", 6), c: took("quick", 5), d: took("standard", 20) };
  equal(paceOf(results, "quick"), 0.5);
  const settings = defaultSettings(plain);
  const pace = paceOf(results, settings.effort);
  equal(likelySeconds(plain, settings, results), estimateSeconds(plain, settings) * pace);
});

test("one run says little, and a result of an earlier version nothing", () => {
  equal(paceOf({ a: took("quick", 1), b: {}, c: { took: null } }, "quick"), paceOf({}, "quick"));
  equal(paceOf({}, "quick") > 0.5 && paceOf({}, "quick") <= 1, true);
});

test("what a run took is from its start to its end", () => {
  const run = { settings: defaultSettings(plain), startedAt: "2026-01-01T00:00:00Z", endedAt: "2026-01-01T00:00:07.5Z" };
  equal(tookOf(plain, run).seconds, 7.5);
  equal(tookOf(plain, run).budget, estimateSeconds(plain, run.settings));
});
