// Which lines make the difference between two codes. Pure.
import { lineSteps } from "../base/line-steps.js";

/** Above this share of differing lines the codes are simply two codes, and marking them would say nothing. */
const MOST = 0.7;

const isFrame = (line) => /^([{}()[\];,\s]*|@.*|\/\/.*|\/\*.*|\*.*)$/.test(line);

/** The telling lines of a method's body as `{ at, line }`: no frames, no comments, white space made even. */
function telling(text) {
  const lines = text.split("\n").map((line) => line.trim().replace(/\s+/g, " "));
  const head = lines.findIndex((line) => line.endsWith("{") && !isFrame(line));
  return lines.map((line, at) => ({ at, line })).filter(({ at, line }) => at > head && !isFrame(line));
}

/**
 * The numbers, from 0, of the lines in each text that the other does not have.
 *
 * @returns `{ left: Set, right: Set }`, both empty when the texts say the same or almost everything differs
 */
export function differingLines(leftText, rightText) {
  const left = telling(leftText);
  const right = telling(rightText);
  const marks = { left: new Set(), right: new Set() };
  for (const [sign, { at }] of lineSteps(left, right, (one, other) => one.line === other.line)) {
    if (sign === "-") marks.left.add(at);
    if (sign === "+") marks.right.add(at);
  }
  const differs = (marked, lines) => marked.size > MOST * lines.length;
  const tooMuch = differs(marks.left, left) && differs(marks.right, right);
  return tooMuch ? { left: new Set(), right: new Set() } : marks;
}
