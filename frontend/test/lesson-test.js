import { changed, clamped, held, LONGEST, lockable, MOST_TASKS, nameOf, plainText, readLesson, writeLesson } from "../js/lesson/lesson-words.js";
import { read, write } from "../js/base/url-state.js";
import { defaultSettings, defaultView } from "../js/base/settings.js";
import { equal, test, truthy } from "./harness.js";
import { plain, pooled } from "./samples.js";

const experiments = [plain, pooled];
const whole = {
  only: ["pooled", "plain"],
  lock: ["plain.param.size", "pooled.workers"],
  hide: ["code", "race"],
  guess: "must",
  tasks: [{ experiment: "plain", text: "Guess: how much? 50 & more" }],
  answer: "What is a lane?",
  edits: [{ experiment: "plain", variant: plain.variants[0].id, piece: "Kernel.sum" }],
  targets: [{ experiment: "plain", times: 2.5 }],
};

test("a lesson comes back from its words, in the teacher's order", () => {
  equal(readLesson(writeLesson(whole), experiments), whole);
});

test("a lesson survives an address beside the settings", () => {
  const untouched = {
    section: 2,
    run: null,
    settings: Object.fromEntries(experiments.map((one) => [one.id, defaultSettings(one)])),
    views: Object.fromEntries(experiments.map((one) => [one.id, defaultView(one)])),
  };
  const address = write({ ...untouched, words: writeLesson(whole) }, experiments, { section: 2, run: null });
  truthy(address.startsWith("?v=1&"), address);
  const { words, section } = read(address, experiments, { section: 2, run: null });
  equal(section, 2);
  equal(readLesson(words, experiments), whole);
  equal(read("?v=1&section=2", experiments, { section: 2 }).words, undefined);
});

test("what the server does not offer is left out", () => {
  const words = [
    ["only", "plain,unknown,plain"],
    ["lock", "plain.param.size,plain.param.other,unknown.effort"],
    ["hide", "code,everything"],
    ["guess", "perhaps"],
    ["task", "unknown:Do it"],
    ["task", "without a colon"],
  ];
  equal(readLesson(words, experiments), {
    only: ["plain"], lock: ["plain.param.size"], hide: ["code"], guess: null, tasks: [], answer: null, edits: [],
    targets: [],
  });
  equal(readLesson([["only", "unknown"]], experiments), null);
  equal(readLesson([], experiments), null);
});

test("texts are cut to their length and lose what is no text", () => {
  equal([...plainText("x".repeat(2 * LONGEST))].length, LONGEST);
  equal(plainText(" a\n\tb\u0000\u202Ec "), "a b c");
  const tasks = Array.from({ length: 2 * MOST_TASKS }, (_, at) => ["task", `plain:task ${at}`]);
  equal(readLesson(tasks, experiments).tasks.length, MOST_TASKS);
  equal(readLesson([["task", "plain:<b>bold</b>"]], experiments).tasks[0].text, "<b>bold</b>");
});

test("every control of an experiment can be locked, and then does not change", () => {
  truthy(lockable(pooled).includes("pooled.workers"));
  truthy(!lockable(plain).includes("plain.workers"));
  const lesson = { lock: ["plain.param.size", "plain.effort"] };
  const settings = { ...defaultSettings(plain), params: { size: 8, other: 0 } };
  const wish = { params: { size: 9, other: 1 }, effort: "thorough", variants: ["fast"] };
  equal(changed(lesson, "plain", settings, wish), { ...settings, params: { size: 8, other: 1 }, variants: ["fast"] });
  equal(changed(lesson, "pooled", settings, { effort: "thorough" }).effort, "thorough");
});

test("a locked parameter is not swept either", () => {
  const sweep = { param: "size", values: [8, 16] };
  const settings = defaultSettings(plain);
  equal(changed({ lock: ["plain.param.size"] }, "plain", settings, { sweep }).sweep, undefined);
  equal(changed({ lock: ["plain.param.other"] }, "plain", settings, { sweep }).sweep, sweep);
});

test("the machine is locked for all cards, and another one has what is locked on them", () => {
  equal(readLesson([["lock", "machine"]], experiments).lock, ["machine"]);
  const here = { ...defaultSettings(plain), machine: "here", params: { size: 8 }, variants: ["fast"] };
  const there = { ...defaultSettings(plain), machine: "there", params: { size: 16 } };
  const lesson = { lock: ["plain.param.size", "plain.variants"] };
  equal(held(lesson, plain, here, there), { ...there, params: { size: 8 }, variants: ["fast"] });
  equal(held({ lock: ["machine"] }, plain, here, there), there);
});

test("settings of a link are brought into what the server offers", () => {
  const usual = defaultSettings(plain);
  const [{ name, min, max, default: start }] = plain.params;
  equal(clamped(plain, usual), usual);
  equal(clamped(plain, { ...usual, params: { ...usual.params, [name]: 1e12 } }).params[name], max);
  equal(clamped(plain, { ...usual, params: { ...usual.params, [name]: -5 } }).params[name], min);
  equal(clamped(plain, { ...usual, params: { ...usual.params, [name]: NaN } }).params[name], start);
  equal(clamped(plain, { ...usual, variants: [] }).variants, usual.variants);
});

test("two lessons have two names, one lesson always the same", () => {
  equal(nameOf(writeLesson(whole)), nameOf(writeLesson({ ...whole })));
  truthy(nameOf(writeLesson(whole)) !== nameOf(writeLesson({ ...whole, guess: "ask" })));
});
