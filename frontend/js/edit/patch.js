// The difference of two texts as a unified diff, which `git apply` takes. Pure.

/** Lines around a change that are shown with it. */
const AROUND = 3;

/** The steps from one list of lines to the other: `[sign, line]`, the sign " ", "-" or "+". */
function steps(before, after) {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const [a, b] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i][j] = a[i] === b[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const found = before.slice(0, start).map((line) => [" ", line]);
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      found.push([" ", a[i]]);
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && lengths[i + 1][j] >= lengths[i][j + 1])) found.push(["-", a[i++]]);
    else found.push(["+", b[j++]]);
  }
  return [...found, ...before.slice(before.length - end).map((line) => [" ", line])];
}

/** Changes that stand close to each other, with the lines around them: `[from, to]`, places among the steps. */
function hunks(all) {
  const found = [];
  all.forEach(([sign], at) => {
    if (sign === " ") return;
    const last = found.at(-1);
    if (last && at - last[1] <= 2 * AROUND) last[1] = at + 1;
    else found.push([at, at + 1]);
  });
  return found.map(([from, to]) => [Math.max(0, from - AROUND), Math.min(all.length, to + AROUND)]);
}

const END = "\\ No newline at end of file";

/** A text's lines; the last of one that does not end with a line feed says so. */
function linesOf(text) {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  else lines[lines.length - 1] += `\n${END}`;
  return lines;
}

const range = (first, count) => `${count === 0 ? first - 1 : first}${count === 1 ? "" : `,${count}`}`;

/** @param path of the file, such as "src/main/java/A.java". @returns "" if the texts are the same */
export function patchOf(path, before, after) {
  const all = steps(linesOf(before), linesOf(after));
  const count = (from, to, sign) => all.slice(from, to).filter(([one]) => one === " " || one === sign).length;
  const text = hunks(all).map(([from, to]) => {
    const [old, now] = ["-", "+"].map((sign) => range(count(0, from, sign) + 1, count(from, to, sign)));
    return `@@ -${old} +${now} @@\n${all.slice(from, to).map(([sign, line]) => sign + line).join("\n")}\n`;
  });
  return text.length === 0 ? "" : `--- a/${path}\n+++ b/${path}\n${text.join("")}`;
}
