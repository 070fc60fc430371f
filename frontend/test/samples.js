// Two experiments in the form of the API: one plain, one with pools.

const variant = (id, more) => ({
  id,
  label: `Label of ${id}`,
  baseline: false,
  pooled: false,
  note: "",
  available: true,
  ...more,
});
const efforts = [
  { id: "quick", label: "Quick", forks: 1, secondsPerCase: 2 },
  { id: "standard", label: "Standard", forks: 3, secondsPerCase: 6 },
];

export const plain = {
  id: "plain",
  section: 2,
  title: "Plain",
  question: "?",
  claim: {
    text: "",
    guideFigure: "",
    guideSpeedup: 100,
    effect: "HELPS",
    baselineVariant: "slow",
    claimVariant: "fast",
    claimWorkers: null,
  },
  check: { kind: "CLOSE", relativeTolerance: 1e-4 },
  params: [{ name: "size", label: "Size", unit: "rows", min: 8, max: 64, default: 32, scale: "log2" }],
  variants: [variant("slow", { baseline: true }), variant("middle"), variant("fast")],
  pools: [],
  workers: null,
  efforts,
};

/** One with the rarer words: an interpreted baseline, a yardstick, a case from cold, and a parameter of names. */
export const wordy = {
  ...plain,
  id: "wordy",
  claim: { ...plain.claim, yardstickVariant: "loop" },
  params: [
    {
      name: "kind",
      label: "Kind",
      unit: "",
      min: 0,
      max: 1,
      default: 1,
      scale: "linear",
      choices: [
        { value: 0, label: "waiting" },
        { value: 1, label: "busy" },
      ],
    },
  ],
  variants: [
    variant("slow", { baseline: true, execution: "interpreted", callsBefore: 0 }),
    variant("loop", { execution: "compiled", callsBefore: 0 }),
    variant("fast", { execution: "from-cold", callsBefore: 1000 }),
    variant("wide", { available: false, unavailableBecause: "it needs vectors of 512 bits, and this machine has 256" }),
  ],
  efforts: [
    { id: "quick", label: "Quick", forks: 1, secondsPerCase: 2, secondsPerCaseBy: { interpreted: 7, "from-cold": 4 } },
  ],
};

export const pooled = {
  id: "pooled",
  section: 3,
  title: "Pooled",
  question: "?",
  claim: {
    text: "",
    guideFigure: "",
    guideSpeedup: null,
    effect: "HURTS",
    baselineVariant: "alone",
    claimVariant: "shared",
    claimWorkers: 4,
  },
  check: { kind: "COUNT", relativeTolerance: 0 },
  params: [],
  variants: [variant("alone", { baseline: true }), variant("shared", { pooled: true })],
  pools: ["platform", "virtual"],
  workers: { allowed: [1, 2, 4, 8], default: [1, 2] },
  efforts,
};

const around = (median) => ({ median, low: median * 0.9, high: median * 1.1 });
const bandwidth = (level, upToBytes, workers, pattern, median) => ({
  ...{ level, upToBytes, workers, pattern },
  gbPerSecond: around(median),
});

/** A machine with two cores, of which one calculates 100 GFLOP/s. */
export const ceilings = {
  state: "MEASURED",
  measuredAt: "2026-01-01T12:00:00Z",
  jvm: "25",
  compute: [
    { workers: 1, gflops: around(100) },
    { workers: 2, gflops: around(190) },
  ],
  bandwidth: [
    bandwidth("memory", null, 1, "copy", 20),
    bandwidth("L1", 16_384, 1, "load", 200),
    bandwidth("L2", 500_000, 1, "load", 80),
    bandwidth("L2", 500_000, 1, "add", 60),
    bandwidth("L1", 16_384, 2, "load", 390),
    bandwidth("L2", 500_000, 2, "load", 150),
    bandwidth("memory", null, 2, "copy", 25),
  ],
};

export const palette = {
  ink: "ink",
  soft: "soft",
  faint: "faint",
  line: "line",
  raised: "raised",
  hue: (number) => `hue ${number}`,
  fill: (number, { hatched, faint }) => `fill ${number}${hatched ? " hatched" : ""}${faint ? " faint" : ""}`,
};

const score = (median) => ({
  median,
  low: median * 0.9,
  high: median * 1.1,
  unit: "ns/op",
  confidence: 0.95,
  samples: 10,
  forks: 1,
});

/** The events of a whole run of `plain`, in which `fast` takes a quarter of the time of `slow`. */
export function eventsOfARun() {
  const events = [
    { type: "queued", position: 1 },
    { type: "started", cases: ["slow", "fast"], estimateSeconds: 4, machine: {} },
    { type: "caseStarted", key: "slow", round: 1 },
    { type: "sample", key: "slow", phase: "warmup", round: 1, iteration: 1, nsPerOp: 900 },
    { type: "sample", key: "slow", phase: "measure", round: 1, iteration: 1, nsPerOp: 400 },
    {
      type: "scored",
      key: "slow",
      score: score(400),
      speedup: { value: 1, low: 1, high: 1 },
      trust: { level: "good", reasons: [] },
    },
    { type: "progress", doneFraction: 0.5, remainingSeconds: 2 },
    { type: "caseStarted", key: "fast", round: 1 },
    { type: "sample", key: "fast", phase: "measure", round: 1, iteration: 1, nsPerOp: 100 },
    {
      type: "scored",
      key: "fast",
      score: score(100),
      speedup: { value: 4, low: 3.3, high: 4.9 },
      trust: { level: "noisy", reasons: [{ code: "steal", text: "Stolen time.", nextStep: "Again." }] },
    },
    { type: "checked", key: "fast", correct: true, check: { text: "agrees" } },
    {
      type: "finished",
      verdict: {
        outcome: "HOLDS",
        text: "It holds.",
        guideSpeedup: 100,
        measuredSpeedup: { value: 4, low: 3.3, high: 4.9 },
      },
    },
  ];
  return events.map((event, at) => ({ seq: at + 1, ...event }));
}
