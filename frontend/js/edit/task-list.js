// Six tasks, each harder than the one before: a piece of code to edit, how fast it should become, a hint, and the
// variant of the project whose code is the solution, so that there is no copy of it here. Pure.
import { nameOfFile } from "../base/format.js";
import { methodOf, withBodyOf } from "./pieces.js";

export const TASKS = [
  {
    id: "loop-order",
    title: "Loop order",
    ...{ experiment: "row-vs-column", variant: "by-columns", piece: "MatrixSum.byColumns", target: 4 },
    text: "Add up the same numbers in an order that uses all of each cache line.",
    hint: "The inner loop should go from one number to its neighbour. Which index must change fastest?",
    solution: { variant: "by-rows", piece: "MatrixSum.byRows" },
  },
  {
    id: "four-sums",
    title: "Four sums",
    ...{ experiment: "simd-width", variant: "scalar", piece: "Dot.oneFusedSum", target: 2 },
    text: "Let no multiply-add wait for the one before it.",
    hint: "Keep four sums that take turns, and add them up at the end. At most three numbers are left over.",
    solution: { variant: "scalar-four-sums", piece: "Dot.fourSums" },
  },
  {
    id: "maximum",
    title: "A branch into a maximum",
    ...{ experiment: "relu", variant: "if-and-else", piece: "Relu.byBranch", target: 2 },
    text: "Take away the decision that the processor cannot predict.",
    hint: "Taking the larger of a number and zero needs no if: Java has a method for it.",
    solution: { variant: "math-max", piece: "Relu.byMaximum" },
  },
  {
    id: "chunk",
    title: "A chunk for each worker",
    ...{ experiment: "tiny-tasks", variant: "one-task-per-number", piece: "Squares.oneTaskPerNumber", target: 4 },
    text: "Pay the price of a task once for each worker, and not once for each number.",
    hint: "The pool has a second method, which calls its body with the beginning and the end of a chunk.",
    solution: { variant: "chunk-per-worker", piece: "Squares.chunkPerWorker" },
  },
  {
    id: "padding",
    title: "Padding",
    ...{ experiment: "false-sharing", variant: "adjacent", piece: "FalseSharing.adjacent", target: 1.5 },
    text: "Keep one worker’s writes from taking the cache line away from another.",
    hint: "The room is large enough for counters that lie further apart. They have to be read from where they are written.",
    solution: { variant: "padded", piece: "FalseSharing.padded" },
  },
  {
    id: "register-tile",
    title: "A tile in registers",
    ...{ experiment: "matmul", variant: "vector-api", piece: "MatrixProduct.vectorApi", target: 2 },
    text: "Use every number that is loaded more than once, and keep the sums of a small tile in registers.",
    hint: "Sums of 4 rows by 2 vectors fill half of 16 registers. Copy the right matrix into the order in which it is read.",
    solution: { variant: "blocked-and-packed", piece: "MatrixProduct.blockedAndPacked" },
  },
];

/** The task of a link's entry; one that no list has knows neither hint nor solution. */
export function taskOf({ experiment, variant, piece }, targets) {
  const known = TASKS.find((one) => one.experiment === experiment && one.variant === variant && (!piece || one.piece === piece));
  const target = targets.find((one) => one.experiment === experiment)?.times ?? null;
  return { title: "Edit this code", text: "", ...known, experiment, variant, piece, target };
}

/** The query that opens a task at its card. */
export const taskQuery = ({ experiment, variant, piece, target }) =>
  `?v=1&at=${experiment}&edit=${[experiment, variant, piece].join(":")}&target=${experiment}:${target}`;

/** What a link calls a piece: "MatrixSum.byColumns". */
const nameOf = (piece) => `${nameOfFile(piece.file).replace(/\.java$/, "")}.${methodOf(piece)}`;

/** A method of at most so many lines is only a call of a kernel. */
const ONLY_A_CALL = 9;

/** A variant's piece of that name, or else the one that does the work; undefined if it has no code. */
export function pieceOf(variants, id, name) {
  const { code = [] } = variants.find((one) => one.id === id) ?? {};
  const [method, ...called] = code;
  const small = method && method.lastLine - method.firstLine < ONLY_A_CALL;
  const working = (small && called.find(({ role }) => role === "kernel")) || method;
  return code.find((piece) => nameOf(piece) === name) ?? working;
}

/** The piece to be edited as the project's own variant has it; null if the task has no solution. */
export function solutionOf({ variant, piece, solution }, variants) {
  const own = pieceOf(variants, variant, piece);
  const other = solution && pieceOf(variants, solution.variant, solution.piece);
  return own && other ? withBodyOf(own.text, other.text) : null;
}

/**
 * How far a task is by a run.
 *
 * @returns `{ state, value }`: "none" if the edit was not measured, "wrong" if its results differ, "doubtful" if it or its
 *   original has a red light, else "reached" or "not"; `value` is the best speedup of the edited variant over its original
 */
export function progressOf({ variant, target }, run) {
  const own = (run?.cases ?? []).filter((one) => one.edited && one.variant.replace(/@edit$/, "") === variant);
  const known = own.filter(({ speedupOverOriginal }) => speedupOverOriginal);
  const value = Math.max(0, ...known.map(({ speedupOverOriginal }) => speedupOverOriginal.value));
  if (own.some(({ correct }) => correct === false)) return { state: "wrong", value };
  if (known.length === 0) return { state: "none", value };
  const compared = run.cases.filter(({ key }) => known.some((one) => one.key === key || one.key === `${key}@edit`));
  if (compared.some(({ trust }) => trust?.level === "doubtful")) return { state: "doubtful", value };
  const agrees = known.every(({ correct }) => correct === true);
  return { state: agrees && (!target || value >= target) ? "reached" : "not", value };
}
