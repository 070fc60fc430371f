// The difference of two texts as a unified diff, which `git apply` takes. Pure.
import { lineSteps } from "../base/line-steps.js";

/** Lines around a change that are shown with it. */
const AROUND = 3;

/** The steps from one list of lines to the other; what begins and ends both need not be compared. */
function steps(before, after) {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const [a, b] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const kept = (lines) => lines.map((line) => [" ", line]);
  return [...kept(before.slice(0, start)), ...lineSteps(a, b), ...kept(before.slice(before.length - end))];
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
