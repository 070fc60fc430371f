// The difference between two hot loops, in one sentence. Pure.
import { plainSpeedup, plural } from "../base/format.js";

const sumsOf = ({ sums }) => (sums > 0 ? plural(sums, "sum") : null);
const lanesOf = ({ lanes }) => (lanes > 1 ? `${lanes} lanes` : "one number at a time");
const PRICES = [
  ["boundsChecks", "bounds check"],
  ["calls", "call"],
  ["allocations", "new object"],
  ["branches", "decision"],
  ["atomics", "atomic instruction"],
  ["spills", "move to or from the stack"],
];

/** Such as "16 lanes and 4 sums". */
function inShort(turn, other) {
  const whole = `${plural(turn.instructions, "instruction")} that touch no numbers in lanes`;
  const parts = [turn.numbers === 0 ? whole : lanesOf(turn)];
  if (turn.sums !== other.sums && sumsOf(turn)) parts.push(sumsOf(turn));
  if (turn.lanes === other.lanes && turn.numbers !== other.numbers) parts.push(`${plural(turn.numbers, "number")} a turn`);
  for (const [name, word] of PRICES) {
    if (turn[name] > 0 && turn[name] !== other[name]) parts.push(plural(turn[name], word).replace(/(move) (.*)s$/, "$1s $2"));
  }
  return parts.length < 2 ? parts[0] : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/**
 * The difference of two loops in one sentence, or "" if there are not two.
 *
 * @param left and right `{ label, turn }`
 */
export function difference(left, right) {
  if (!left?.turn || !right?.turn || left.label === right.label) return "";
  const [one, two] = [inShort(left.turn, right.turn), inShort(right.turn, left.turn)];
  if (one === two) {
    return `Both loops are alike: ${one}. The difference lies outside of the loop, or in the order of memory.`;
  }
  return `${left.label}: ${one}. ${right.label}: ${two}.`;
}

/**
 * The difference of two loops as a reason for the speedup of one over the other: if fewer instructions for a number go
 * with a gain, or more with a loss, and the code that was printed was faster or slower by itself. Else "".
 *
 * @param claim and reference `{ label, turn, nsPerOp }`, each with the time of the code that was printed
 */
export function loopReason(claim, reference, speedup) {
  const clear = speedup?.low > 1 || speedup?.high < 1;
  if (!clear || !claim.turn?.numbers || !reference.turn?.numbers) return "";
  const faster = speedup.low > 1;
  const perNumber = ({ turn }) => turn.instructions / turn.numbers;
  const explains = perNumber(claim) < perNumber(reference) === faster && claim.nsPerOp < reference.nsPerOp === faster;
  return explains ? difference(claim, reference) : "";
}

/** What was measured of the two, to stand behind their difference: "Measured: Lanes is 5.2× as fast." */
export function measuredApart(left, right) {
  if (!left.median || !right.median || left.label === right.label) return "";
  const [fast, slow] = left.median <= right.median ? [left, right] : [right, left];
  return `Measured: ${fast.label} is ${plainSpeedup(slow.median / fast.median)} as fast.`;
}

/** Whether the code was timed elsewhere than it was printed: another compilation, or another day. */
export const isOtherCompilation = (looked, measured) =>
  Boolean(looked && measured) && Math.abs(looked / measured - 1) > 0.1;
