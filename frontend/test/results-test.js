import { caseRows, claimRows, largestError, raceRows, trustInBoth, wrongRows } from "../js/answer/results.js";
import { afterEvent, newRun } from "../js/answer/run-state.js";
import { defaultSettings } from "../js/base/settings.js";
import { equal, test } from "./harness.js";
import { eventsOfARun, plain, pooled, wordy } from "./samples.js";

const finished = () =>
  eventsOfARun().reduce(afterEvent, newRun({ id: "r1", settings: defaultSettings(plain), rounds: 1 }));

test("before a run there is a row for each case that would be measured", () => {
  const rows = caseRows(pooled, defaultSettings(pooled), undefined);
  equal(
    rows.map((row) => row.label),
    [
      "Label of alone",
      "Label of shared, platform 1",
      "Label of shared, platform 2",
      "Label of shared, virtual 1",
      "Label of shared, virtual 2",
    ],
  );
  equal(
    rows.every((row) => row.time === null),
    true,
  );
});

test("the rows of a run are its own cases, not those of the controls", () => {
  equal(
    caseRows(plain, defaultSettings(plain), finished()).map((row) => row.key),
    ["slow", "fast"],
  );
});

test("the baseline has the first colour and the claim's variant the second", () => {
  const rows = caseRows(plain, defaultSettings(plain), undefined);
  equal(
    rows.map(({ variant, hue }) => [variant, hue]),
    [
      ["slow", 1],
      ["middle", 3],
      ["fast", 2],
    ],
  );
});

test("a comparison is trusted as little as the lesser of its two cases", () => {
  const { claim, reference } = claimRows(plain, caseRows(plain, defaultSettings(plain), finished()));
  equal(trustInBoth(claim, reference), {
    level: "noisy",
    reasons: [{ code: "steal", text: "Stolen time.", nextStep: "Again.", of: ["Label of fast"] }],
  });
  equal(trustInBoth(null, null), null);
});

test("a reason that both cases share is given once, in the words of the lesser one", () => {
  const wide = (percent) => ({ code: "wide", text: `${percent} % wide.` });
  const good = { label: "A", trust: { level: "good", reasons: [{ code: "single", text: "One JVM." }, wide(5)] } };
  const noisy = { label: "B", trust: { level: "noisy", reasons: [wide(31)] } };
  equal(trustInBoth(good, noisy), {
    level: "noisy",
    reasons: [
      { ...wide(31), of: ["B", "A"] },
      { code: "single", text: "One JVM.", of: ["A"] },
    ],
  });
});

test("a claim against the cores is compared with the same variant and pool on as many workers", () => {
  const crowd = { ...pooled, claim: { ...pooled.claim, claimWorkers: 8, againstCores: true } };
  const rows = caseRows(crowd, { ...defaultSettings(crowd), workers: [1, 2, 8] }, undefined);
  const keys = (machine) => {
    const { claim, reference } = claimRows(crowd, rows, { machine });
    return [claim, reference].map((row) => row?.key ?? null);
  };
  equal(keys({ usableCpus: 4, physicalCores: 2 }), ["shared/platform/8", "shared/platform/2"]);
  equal(keys({ usableCpus: 64, physicalCores: 0 }), ["shared/platform/8", null]);
  equal(keys(null), ["shared/platform/8", null]);
});

test("a row knows how it runs, its second ratio and what it reports", () => {
  const settings = defaultSettings(wordy);
  const waited = { label: "Waited", value: 2, unit: "%" };
  const scored = { trust: { level: "good", reasons: [] }, score: null, speedup: null };
  const run = [
    { seq: 1, type: "started", cases: ["slow", "loop", "fast"], estimateSeconds: 1, machine: {} },
    { seq: 2, type: "scored", key: "loop", ...scored, trust: { level: "doubtful", reasons: [] } },
    { seq: 3, type: "scored", key: "fast", ...scored, speedupOverYardstick: { value: 35, low: 30, high: 40 } },
    { seq: 4, type: "checked", key: "fast", correct: true, check: {}, figures: [waited] },
  ].reduce(afterEvent, newRun({ id: "r1", settings, rounds: 1 }));
  const [slow, loop, fast] = caseRows(wordy, settings, run);
  equal([slow.way, loop.way, fast.way], ["interpreted", "", "after 1,000 calls"]);
  equal([slow.label, loop.label], ["Label of slow (interpreted)", "Label of loop"]);
  equal(fast.overYardstick, { value: 35, low: 30, high: 40, doubtful: true });
  equal([loop.overYardstick, loop.figures, fast.figures.length], [null, [], 1]);
});

test("a row is marked that allocates more than a line of the cache", () => {
  const settings = defaultSettings(plain);
  const scored = (seq, key, allocatedBytesPerOp) => ({ seq, type: "scored", key, allocatedBytesPerOp });
  const run = [
    { seq: 1, type: "started", cases: ["slow", "middle", "fast"], estimateSeconds: 1, machine: {} },
    scored(2, "slow", 1200),
    scored(3, "middle", 63),
    scored(4, "fast"),
  ].reduce(afterEvent, newRun({ id: "r1", settings, rounds: 1 }));
  equal(
    caseRows(plain, settings, run).map((row) => row.allocates),
    [1200, null, null],
  );
});

test("the largest error stands for all", () => {
  const row = (maxRelativeError) => ({ check: { maxRelativeError } });
  equal(largestError([row(0), row(2e-6), row(1e-6), { check: null }]), row(2e-6));
  equal(largestError([{ check: { lost: 3 } }, { check: null }]), null);
});

test("wrong results come worst first", () => {
  const rows = [
    { correct: false, check: { lost: 2 } },
    { correct: true },
    { correct: false, check: { lost: 7 } },
    { correct: null },
  ];
  equal(
    wrongRows(rows).map((row) => row.check.lost),
    [7, 2],
  );
});

test("what is quoted is the ratio to compiled code, and that to the interpreter stands beside it", () => {
  const trust = { level: "good", reasons: [] };
  const one = (key, more) => ({ key, variant: key, label: key, trust, ...more });
  const rows = [
    one("slow", { baseline: true }),
    one("loop", {}),
    one("fast", { speedup: { value: 13000 }, overYardstick: { value: 42 } }),
  ];
  const soFar = claimRows(wordy, rows, undefined);
  equal([soFar.reference.key, soFar.speedup.value], ["loop", 42]);
  equal([soFar.besides.reference.key, soFar.besides.speedup.value], ["slow", 13000]);
  const [slow, , fast] = rows;
  const left = claimRows(wordy, [slow, fast], undefined);
  equal([left.reference.key, left.speedup.value, left.besides], ["slow", 13000, null]);
});

test("the verdict decides which cases are told", () => {
  const rows = caseRows(pooled, { ...defaultSettings(pooled), workers: [1, 2] }, undefined);
  const verdict = {
    claimKey: "shared/virtual/2",
    referenceKey: "alone",
    measuredSpeedup: { value: 2 },
    quoted: { referenceKey: "alone", speedup: { value: 2 } },
    best: { key: "shared/platform/1", name: "Shared", speedup: { value: 3 } },
  };
  const told = claimRows(pooled, rows, { verdict });
  equal([told.claim.key, told.speedup.value, told.best.row.key], ["shared/virtual/2", 2, "shared/platform/1"]);
  equal(claimRows(pooled, rows, { verdict: { ...verdict, best: { ...verdict.best, key: "shared/virtual/2" } } }).best, null);
});

test("the variant that is told of races with the case that is told of", () => {
  const row = (variant, workers, median) => ({ variant, workers, time: { median } });
  const told = row("b", 4, 9);
  equal(
    raceRows([row("a", 1, 9), row("b", 1, 5), told, row("b", 8, 2)], [told]).map(({ workers }) => workers),
    [1, 4],
  );
});

test("each variant races with its fastest case", () => {
  const row = (variant, workers, median) => ({ variant, workers, time: median && { median } });
  equal(
    raceRows([row("a", 1, 9), row("b", 1, 5), row("b", 2, 3), row("b", 4, null)]).map(({ variant, workers }) => [
      variant,
      workers,
    ]),
    [
      ["a", 1],
      ["b", 2],
    ],
  );
});
