import { defaultSettings, defaultView } from "../js/base/settings.js";
import { read, write } from "../js/base/url-state.js";
import { equal, test } from "./harness.js";
import { plain, pooled } from "./samples.js";

const experiments = [plain, pooled];
const defaults = { section: 2, run: null };
const untouched = () => ({
  ...defaults,
  settings: Object.fromEntries(experiments.map((one) => [one.id, defaultSettings(one)])),
  views: Object.fromEntries(experiments.map((one) => [one.id, defaultView(one)])),
});

test("an untouched page has a bare address", () => {
  equal(write(untouched(), experiments, defaults), "");
});

test("only what differs from its default stands in the address", () => {
  const state = untouched();
  state.settings.plain.params.size = 16;
  equal(write(state, experiments, defaults), "?v=1&plain.param.size=16");
});

test("a field that holds no number leaves no trace in the address", () => {
  const state = untouched();
  state.settings.plain.params.size = NaN;
  equal(write(state, experiments, defaults), "");
});

test("every control comes back from the address", () => {
  const state = untouched();
  state.section = 3;
  state.run = "k3f9";
  state.settings.plain = {
    ...state.settings.plain,
    params: { size: 8 },
    variants: ["slow", "fast"],
    effort: "standard",
  };
  state.settings.pooled = { ...state.settings.pooled, pools: ["virtual"], workers: [2, 8] };
  state.views.plain = { left: "middle", right: "slow", axis: "log", timeline: null, open: "samples" };
  state.views.pooled = { ...state.views.pooled, timeline: "shared/virtual/8" };
  equal(read(write(state, experiments, defaults), experiments, defaults), state);
});

test("a sweep comes back from the address, and one that nobody understands is none", () => {
  const state = untouched();
  state.settings.plain.sweep = { param: "size", values: [8, 16, 64], also: ["fast", "shared/virtual/2"] };
  const text = write(state, experiments, defaults);
  equal(text, "?v=1&plain.sweep=size:8,16,64:fast,shared/virtual/2".replaceAll("/", "%2F"));
  equal(read(text, experiments, defaults), state);
  for (const bad of ["colour:1,2,3", "size", ""]) {
    equal(read(`?v=1&plain.sweep=${bad}`, experiments, defaults), untouched());
  }
});

test("an empty choice comes back empty and not as the default", () => {
  const state = untouched();
  state.settings.plain.variants = [];
  equal(read(write(state, experiments, defaults), experiments, defaults).settings.plain.variants, []);
});

test("what nobody understands has its default", () => {
  const text = "?v=7&section=two&plain.effort=heroic&plain.left=nowhere&plain.param.size=big&gone.effort=quick&x=y";
  equal(read(text, experiments, defaults), untouched());
});

test("a value out of its range is kept, so that the visitor can see and mend it", () => {
  equal(read("?v=1&plain.param.size=4096", experiments, defaults).settings.plain.params.size, 4096);
});

test("a link without a version is read as well", () => {
  equal(read("?pooled.workers=4,8", experiments, defaults).settings.pooled.workers, [4, 8]);
});

test("an address can point to an experiment", () => {
  const state = { ...untouched(), at: "pooled" };
  equal(write(state, experiments, defaults), "?v=1&at=pooled");
  equal(read("?v=1&at=pooled", experiments, defaults).at, "pooled");
});
