import {
  chosenCases,
  defaultSettings,
  estimateSeconds,
  faults,
  nearestStop,
  rangeText,
  runRequest,
  sameSettings,
  settingsOf,
  sliderStops,
} from "../js/base/settings.js";
import { equal, says, test, truthy } from "./harness.js";
import { plain, pooled, wordy } from "./samples.js";

test("the default settings can be measured", () => {
  equal(faults(plain, defaultSettings(plain)), {});
  equal(faults(pooled, defaultSettings(pooled)), {});
});

test("an unavailable variant is not chosen by default", () => {
  const [slow, middle, fast] = plain.variants;
  const lacking = { ...plain, variants: [slow, { ...middle, available: false }, fast] };
  equal(defaultSettings(lacking).variants, ["slow", "fast"]);
});

test("a pooled variant is a case for each pool and worker count, any other is one case", () => {
  equal(
    chosenCases(pooled, defaultSettings(pooled)).map((one) => one.key),
    ["alone", "shared/platform/1", "shared/platform/2", "shared/virtual/1", "shared/virtual/2"],
  );
});

test("the estimate is the sum over the chosen cases", () => {
  equal(estimateSeconds(pooled, { ...defaultSettings(pooled), effort: "standard", workers: [1, 2, 4] }), 42);
});

test("a value out of its range, a fraction and nothing at all are faults of their control", () => {
  for (const size of [7, 65, 32.5, NaN, Infinity]) {
    truthy(faults(plain, { ...defaultSettings(plain), params: { size } }).size, `${size} passed`);
  }
  for (const size of [8, 33, 64]) equal(faults(plain, { ...defaultSettings(plain), params: { size } }), {});
});

test("an empty choice is a fault, but no pools are needed where no pooled variant is chosen", () => {
  const settings = { ...defaultSettings(pooled), pools: [], workers: [] };
  equal(Object.keys(faults(pooled, settings)), ["pools", "workers"]);
  equal(faults(pooled, { ...settings, variants: ["alone"] }), {});
  equal(Object.keys(faults(pooled, { ...settings, variants: [] })), ["variants"]);
});

test("each way to run has its own share of the estimate", () => {
  equal(estimateSeconds(wordy, defaultSettings(wordy)), 7 + 2 + 4);
});

test("a parameter of names takes only their numbers, and says the names", () => {
  says(faults(wordy, { ...defaultSettings(wordy), params: { kind: 2 } }).kind, "waiting, busy");
  equal(faults(wordy, { ...defaultSettings(wordy), params: { kind: 0 } }), {});
  equal(rangeText(wordy.params[0]), "waiting, busy");
});

test("a variant that this machine lacks is a fault with its reason", () => {
  const asked = { ...defaultSettings(wordy), variants: ["slow", "wide"] };
  const { unavailableBecause } = wordy.variants.find(({ id }) => id === "wide");
  says(faults(wordy, asked).variants, "Label of wide", unavailableBecause);
});

test("a slider stops at powers of two, at both ends and at the default", () => {
  equal(sliderStops({ min: 5, max: 40, default: 10, scale: "log2" }), [5, 8, 10, 16, 32, 40]);
  equal(sliderStops({ min: 5, max: 1000, default: 100, scale: "log10" }), [5, 10, 20, 50, 100, 200, 500, 1000]);
  equal(sliderStops({ min: 1, max: 4, default: 2, scale: "linear" }), [1, 2, 3, 4]);
  equal(nearestStop([1, 2, 4, 8], 5), 2);
});

test("a request names pools and workers only where there are any", () => {
  equal(Object.keys(runRequest(plain, defaultSettings(plain))), ["experiment", "params", "variants", "effort"]);
  equal(Object.keys(runRequest(pooled, defaultSettings(pooled))), [
    "experiment",
    "params",
    "variants",
    "pools",
    "workers",
    "effort",
  ]);
});

test("the settings of a run come back from its request", () => {
  const settings = { ...defaultSettings(pooled), workers: [8], effort: "standard" };
  truthy(sameSettings(settings, settingsOf(pooled, runRequest(pooled, settings))), "differ");
  truthy(sameSettings(defaultSettings(plain), settingsOf(plain, { experiment: "plain" })), "defaults differ");
  truthy(!sameSettings(settings, defaultSettings(pooled)), "different settings are the same");
});
