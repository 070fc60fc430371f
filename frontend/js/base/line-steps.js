// How one list becomes another with as few changes as can be. Pure.

/** `lengths[i][j]`: how many items `a` from `i` and `b` from `j` have in common, in the same order. */
function commonLengths(a, b, same) {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i][j] = same(a[i], b[j]) ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  return lengths;
}

/** The steps from `a` to `b`: `[sign, item]`, the sign " " for an item of both, "-" for one of `a` and "+" for one of `b`. */
export function lineSteps(a, b, same = (one, other) => one === other) {
  const lengths = commonLengths(a, b, same);
  const found = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && same(a[i], b[j])) {
      found.push([" ", a[i]]);
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && lengths[i + 1][j] >= lengths[i][j + 1])) found.push(["-", a[i++]]);
    else found.push(["+", b[j++]]);
  }
  return found;
}
