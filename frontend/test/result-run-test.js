import { codeChanged, isPast, originInWords, pastRun, settingsInWords } from "../js/results/result-run.js";
import { faultOf } from "../js/results/result-shape.js";
import { timeTable } from "../js/charts/chart-tables.js";
import { caseRows } from "../js/answer/results.js";
import { newCase } from "../js/answer/run-document.js";
import { equal, says, test, truthy } from "./harness.js";
import { resultOf } from "./shared-samples.js";

test("a result's run is over, with every sample in its round and the settings it was measured with", () => {
  const { run, experiment } = resultOf(100);
  const past = pastRun(experiment, run);
  equal([past.stage, past.past, past.cases.map(({ key }) => key), past.settings.params], ["finished", true, ["slow", "fast"], { size: 16 }]);
  equal(past.cases[1].iterations.map(({ phase, round, nsPerOp }) => [phase, round, nsPerOp]), [
    ["warmup", 1, 200],
    ["measure", 1, 101],
    ["warmup", 2, 200],
    ["measure", 2, 102],
  ]);
  const rows = caseRows(experiment, past.settings, past);
  equal(rows.map(({ label, time, speedup }) => [label, time.median, speedup.value]), [
    ["Label of slow", 400, 1],
    ["Label of fast", 100, 4],
  ]);
});

test("a run that tells only times has them as samples of one round", () => {
  const { run, experiment } = resultOf(100);
  const cases = run.cases.map(({ iterations, ...one }) => one);
  equal(pastRun(experiment, { ...run, cases }).cases[1].iterations.map(({ round, nsPerOp }) => [round, nsPerOp]), [
    [1, 101],
    [1, 102],
  ]);
});

test("every field of a stored case arrives, and none that a live case has is missing", () => {
  const { run, experiment } = resultOf(100);
  const stored = { ...run.cases[1], speedupOverYardstick: { value: 2, low: 1, high: 3 }, addedLater: "kept" };
  const arrived = pastRun(experiment, { ...run, cases: [stored] }).cases[0];
  equal(Object.fromEntries(Object.keys(stored).map((name) => [name, arrived[name]])), stored);
  equal(Object.keys(newCase()).filter((name) => !(name in arrived)), []);
  const { cases } = pastRun(experiment, { ...run, cases: [{ key: "fast", variant: "fast" }] });
  equal(Object.fromEntries(Object.keys(newCase()).map((name) => [name, cases[0][name]])), newCase());
});

test("what a stored case allocates is told, in the table of times as well", () => {
  const { run, experiment } = resultOf(1_600_000);
  const past = pastRun(experiment, run);
  const rows = caseRows(experiment, past.settings, past);
  equal(rows.map(({ allocates }) => allocates), [64_000_000, 16_000_000]);
  equal(timeTable(rows).rows.map((row) => row.at(-1)), ["61 MB", "15 MB"]);
});

test("an interrupted run keeps what it had, and one that never began has no cases", () => {
  const { run, experiment } = resultOf(100);
  const problem = { title: "Interrupted", detail: "The server was restarted." };
  const broken = pastRun(experiment, { ...run, state: "INTERRUPTED", verdict: undefined, problem });
  equal([broken.stage, broken.cases.length, broken.verdict, broken.problem], ["interrupted", 2, undefined, problem]);
  equal(pastRun(experiment, { ...run, state: "INTERRUPTED", startedAt: undefined }).cases, []);
  equal(["QUEUED", "RUNNING", "FINISHED", "INTERRUPTED"].map((state) => isPast({ state })), [false, false, true, true]);
});

test("a result says when and where it was measured or recorded", () => {
  says(originInWords(resultOf(1)), "Measured", "22 November 2026", "Intel Xeon, 8 processors");
  const recorded = { machine: "big-box", on: "2026-01-05" };
  says(originInWords(resultOf(1, { recorded })), "Recorded", "5 January 2026", "Intel Xeon, 8 processors");
});

test("code has changed if any text of it has, and nobody knows where there is none", () => {
  const { experiment } = resultOf(1);
  const changed = structuredClone(experiment);
  changed.variants[1].code[0].text += " ";
  const moved = structuredClone(experiment);
  moved.variants[1].code[0].firstLine += 3;
  equal(
    [experiment, changed, moved, null, { variants: [] }].map((current) => codeChanged(experiment, current)),
    [false, true, false, null, null],
  );
});

test("what is no result is refused in words", () => {
  equal(faultOf(resultOf(1)), null);
  truthy(faultOf(null), "nothing");
  says(faultOf({ ...resultOf(1), version: 2 }), "version 2");
  const running = { ...resultOf(1), run: { ...resultOf(1).run, state: "RUNNING" } };
  const stranger = structuredClone(resultOf(1));
  stranger.run.cases[0].key = "unknown";
  for (const one of [running, stranger, { ...resultOf(1), experiment: { id: "x" } }]) {
    truthy(faultOf(one).includes("damaged"), "damaged");
  }
});

test("a result with anything that the page could not draw is damaged", () => {
  const damages = [
    ({ run }) => Object.assign(run.cases[0].score, { median: "fast" }),
    ({ run }) => Object.assign(run.cases[0], { trust: { level: "perfect", reasons: [] } }),
    ({ run }) => Object.assign(run.cases[0].iterations[0], { nsPerOp: null }),
    ({ run }) => Object.assign(run.cases[0], { allocatedBytesPerOp: "much" }),
    ({ run }) => Object.assign(run.verdict, { outcome: "MAYBE" }),
    ({ run }) => Object.assign(run, { endedAt: "yesterday" }),
    ({ run }) => Object.assign(run, { machine: null }),
    ({ experiment }) => Object.assign(experiment, { explanation: 7 }),
    ({ experiment }) => Object.assign(experiment.claim, { claimVariant: "nobody" }),
    ({ experiment }) => Object.assign(experiment.variants[0], { code: [{ file: "X.java" }] }),
  ];
  for (const damage of damages) {
    const one = structuredClone(resultOf(1));
    damage(one);
    truthy(faultOf(one)?.includes("damaged"), damage.toString());
  }
});

test("the settings are told in words", () => {
  says(settingsInWords(resultOf(1)), "Size 16 rows", "quick");
  const many = resultOf(1);
  const request = { ...many.run.request, pools: ["virtual"], workers: [1, 2] };
  says(
    settingsInWords({ ...many, run: { ...many.run, request } }),
    ...["Size 16 rows", "virtual", "1, 2 workers", "quick"],
  );
});
