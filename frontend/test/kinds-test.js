// Kinds of machines in words, and settings carried from one to another.
import { isAway, kindInWords, kindState, settingsOn } from "../js/kinds/kind-words.js";
import { defaultSettings, runRequest, sameSettings, settingsOf } from "../js/base/settings.js";
import { read, write } from "../js/base/url-state.js";
import { equal, says, test, truthy } from "./harness.js";
import { plain, pooled } from "./samples.js";

const kind = (...states) => ({ kind: "k", label: "16 cores", machines: states.map((state) => ({ name: "m", state })) });
const offered = (experiment, machine, lacking = []) => ({
  ...experiment,
  machine,
  variants: experiment.variants.map((one) => ({ ...one, available: !lacking.includes(one.id) })),
});

test("a kind does what its first free machine does", () => {
  equal(kindState(kind("measuring", "idle")), "idle");
  equal(kindState(kind("away", "measuring")), "measuring");
  equal(kindState(kind("away", "updating")), "updating");
  equal(kindState(kind()), "away");
});

test("a kind is away if no machine takes runs, and not before that is known", () => {
  truthy(isAway(kind("away", "updating")), "of two");
  truthy(isAway(kind()), "of none");
  truthy(!isAway(kind("away", "measuring")), "one is up");
  truthy(!isAway({ kind: "k", label: "16 cores" }), "not asked yet");
  says(kindInWords(kind("away")), "16 cores", "away");
  equal(kindInWords(kind("idle")), "16 cores");
});

test("what is usual on one kind is usual on the other", () => {
  const here = offered(plain, "here", ["fast"]);
  const there = offered({ ...plain, params: [{ ...plain.params[0], default: 16 }] }, "there");
  const settings = settingsOn(here, there, defaultSettings(here));
  equal(settings, defaultSettings(there));
  equal(settings.variants.length, 3);
  equal(settings.machine, "there");
});

test("what was chosen stays chosen, without what cannot run there", () => {
  const here = offered(plain, "here");
  const chosen = { ...defaultSettings(here), effort: "standard", params: { size: 64 }, variants: ["middle", "fast"] };
  const settings = settingsOn(here, offered(plain, "there", ["middle"]), chosen);
  equal(settings.variants, ["fast"]);
  equal(settings.params, { size: 64 });
  equal(settings.effort, "standard");
  const crowd = { ...defaultSettings(offered(pooled, "here")), workers: [8] };
  equal(settingsOn(offered(pooled, "here"), offered(pooled, "there"), crowd).workers, [8]);
});

test("an effort that is not offered there gives way to the first", () => {
  const here = offered(plain, "here");
  const there = { ...offered(plain, "there"), efforts: [plain.efforts[0]] };
  equal(settingsOn(here, there, { ...defaultSettings(here), effort: "standard" }).effort, "quick");
});

test("a run asks for the machine of its settings, and settings of two machines are not the same", () => {
  const here = defaultSettings(offered(plain, "here"));
  equal(runRequest(offered(plain, "here"), here).machine, "here");
  truthy(!sameSettings(here, { ...here, machine: "there" }), "two machines");
  equal(settingsOf(offered(plain, "here"), { experiment: "plain", machine: "there" }).machine, "there");
  equal(settingsOf(offered(plain, "here"), { experiment: "plain" }).machine, "here");
});

test("the address names the machine unless it is the first, and old addresses none", () => {
  const defaults = { section: 2, run: null, at: null, page: null, machine: "here" };
  const state = (machine) => ({ ...read("", [plain], defaults), machine });
  equal(write(state("here"), [plain], defaults), "");
  equal(new URLSearchParams(write(state("16-aarch64"), [plain], defaults)).get("machine"), "16-aarch64");
  equal(read("?v=1&machine=16-aarch64", [plain], defaults).machine, "16-aarch64");
  equal(read("?v=1&section=2", [plain], defaults).machine, "here");
});
