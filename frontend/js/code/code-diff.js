// Which lines make the difference between two codes. Pure.

/** Above this share of differing lines the codes are simply two codes, and marking them would say nothing. */
const MOST = 0.7;

const isFrame = (line) => /^([{}()[\];,\s]*|@.*|\/\/.*|\/\*.*|\*.*)$/.test(line);

/** The telling lines of a method's body as `{ at, line }`: no frames, no comments, white space made even. */
function telling(text) {
  const lines = text.split("\n").map((line) => line.trim().replace(/\s+/g, " "));
  const head = lines.findIndex((line) => line.endsWith("{") && !isFrame(line));
  return lines.map((line, at) => ({ at, line })).filter(({ at, line }) => at > head && !isFrame(line));
}

/** `lengths[i][j]`: how many lines `a` from `i` and `b` from `j` have in common, in the same order. */
function commonLengths(a, b) {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const same = a[i].line === b[j].line;
      lengths[i][j] = same ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  return lengths;
}

/**
 * The numbers, from 0, of the lines in each text that the other does not have.
 *
 * @returns `{ left: Set, right: Set }`, both empty when the texts say the same or almost everything differs
 */
export function differingLines(leftText, rightText) {
  const left = telling(leftText);
  const right = telling(rightText);
  const lengths = commonLengths(left, right);
  const marks = { left: new Set(), right: new Set() };
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i].line === right[j].line) {
      i += 1;
      j += 1;
    } else if (j >= right.length || (i < left.length && lengths[i + 1][j] >= lengths[i][j + 1])) {
      marks.left.add(left[i++].at);
    } else {
      marks.right.add(right[j++].at);
    }
  }
  const differs = (marked, lines) => marked.size > MOST * lines.length;
  const tooMuch = differs(marks.left, left) && differs(marks.right, right);
  return tooMuch ? { left: new Set(), right: new Set() } : marks;
}
