// A result in the form of the API: a run of `plain` with its code, measured on a machine of eight processors.
import { plain } from "./samples.js";

const interval = (median) => ({ median, low: median * 0.9, high: median * 1.1, samples: 2, forks: 2 });
const iterations = (ns) =>
  [1, 2].flatMap((round) => [
    { phase: "warmup", round, iteration: 1, nsPerOp: ns * 2 },
    { phase: "measure", round, iteration: 1, nsPerOp: ns + round, cpuNsPerOp: ns },
  ]);

const oneCase = (variant, ns, speedup) => ({
  key: variant,
  variant,
  pool: "sequential",
  workers: 1,
  samples: [ns + 1, ns + 2],
  iterations: iterations(ns),
  score: { ...interval(ns), unit: "ns/op", confidence: 0.95 },
  speedup,
  speedupOverYardstick: null,
  correct: true,
  check: { text: "agrees" },
  figures: [],
  trust: { level: "good", reasons: [] },
  timeline: { spanNs: 1_000, lanes: [], busyShare: 0.5 },
  allocatedBytesPerOp: ns * 10,
  work: { flop: 8, bytes: 16 },
});

const piece = (name) => ({
  file: "dev/lanes/experiment/sample/Plain.java",
  firstLine: 7,
  lastLine: 9,
  text: `void ${name}() {\n  <b>"&"</b>\n}`,
  role: "variant",
});

export const machine = {
  cpuModel: "Intel(R) Xeon(R) CPU @ 2.20GHz",
  logicalCores: 8,
  physicalCores: 4,
  usableCpus: 8,
  caches: [{ level: 1, kind: "data", bytes: 32768, lineBytes: 64 }],
  simdBits: 256,
  memoryBytes: 2 ** 33,
  os: "Linux",
  javaVersion: "25.0.1",
  jvmName: "OpenJDK 64-Bit Server VM",
  jit: "C1 and C2",
  warnings: [],
};

export const measured = {
  ...plain,
  title: "Plain <title>",
  question: "Is it, faster?",
  explanation: "Because.\n\nAnd so.",
  variants: plain.variants.map((variant) => ({ ...variant, code: [piece(variant.id)] })),
};

/** A result in which `fast` takes `ns` and `slow` four times that. */
export const resultOf = (ns, change = {}) => ({
  version: 1,
  id: "abcdefgh234567ab",
  run: {
    id: "k3f9",
    state: "FINISHED",
    request: {
      ...{ experiment: "plain", params: { size: 16 }, variants: ["slow", "fast"] },
      ...{ pools: [], workers: [], effort: "quick" },
    },
    seed: 7,
    machine,
    createdAt: "2026-11-22T11:59:00Z",
    startedAt: "2026-11-22T11:59:30Z",
    endedAt: "2026-11-22T12:01:00Z",
    lastSeq: 12,
    cases: [
      oneCase("slow", ns * 4, { value: 1, low: 1, high: 1 }),
      oneCase("fast", ns, { value: 4, low: 3.3, high: 4.9 }),
    ],
    verdict: {
      outcome: "HOLDS",
      text: "It holds.",
      guideSpeedup: 100,
      measuredSpeedup: { value: 4, low: 3.3, high: 4.9 },
      reasons: [],
    },
    fits: [],
  },
  experiment: measured,
  lanes: { version: "1.0.0" },
  sharedAt: null,
  expiresAt: null,
  recorded: null,
  codeChanged: null,
  ...change,
});
