// Pieces of a source file: where they stand in it, and the whole file with some of them edited. Pure.
//
// The server cuts a piece without the white space that all of its lines begin with.

const indentOf = (line) => line.match(/^ */)[0].length;
const isBlank = (line) => line.trim() === "";

/** Lines without the white space that all of them begin with. */
function dedented(lines) {
  const indent = Math.min(...lines.filter((line) => !isBlank(line)).map(indentOf), 80);
  return lines.map((line) => (isBlank(line) ? "" : line.slice(indent)));
}

/** Where in its line a piece begins: an annotation may stand before it. */
const columnOf = (line, head) => line.trimEnd().length - head.trim().length;

/** Lines of a file as the server cuts them into a piece that begins with `head`. */
function cut(lines, head) {
  const [first, ...more] = lines;
  const column = columnOf(first, head);
  return dedented([" ".repeat(column) + first.slice(column), ...more]);
}

/** Whether the piece's lines begin at that line of the file, counted from 0. */
function standsAt(lines, at, piece) {
  const own = lines.slice(at, at + piece.length);
  if (own.length < piece.length || !own[0].trim().endsWith(piece[0].trim())) return false;
  return cut(own, piece[0]).every((line, nth) => line.trimEnd() === piece[nth].trimEnd());
}

/** The line of the file, from 0, at which a piece begins: that it had, or the nearest one; -1 if the file lacks it. */
export function placeOf(lines, { before, firstLine }) {
  const piece = before.split("\n");
  const found = lines.map((_, at) => at).filter((at) => standsAt(lines, at, piece));
  const away = (at) => Math.abs(at - (firstLine - 1));
  return found.sort((a, b) => away(a) - away(b))[0] ?? -1;
}

/** An edited piece with the white space, and what else stands before its first line, that the original has. */
function indented(text, original, head) {
  const [first, ...more] = text.split("\n");
  const indent = " ".repeat(indentOf(original.at(-1)));
  const before = original[0].slice(0, columnOf(original[0], head));
  return [before + first.trimStart(), ...more.map((line) => (isBlank(line) ? "" : indent + line))];
}

/**
 * A file with its drafts in place.
 *
 * @param drafts `[{ before, firstLine, text }]` of this file
 * @returns `{ text, places, lost }`: the whole; of each draft that fits `{ draft, from, to, indent }`, its lines in the
 *   edited file from 1, both included; and the drafts whose original the file no longer has
 */
export function edited(fileText, drafts) {
  const lines = fileText.split("\n");
  const placed = drafts.map((draft) => ({ draft, at: placeOf(lines, draft) }));
  const fitting = placed.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at);
  const whole = [];
  const places = [];
  let next = 0;
  for (const { draft, at } of fitting) {
    const length = draft.before.split("\n").length;
    const own = lines.slice(at, at + length);
    const now = indented(draft.text, own, draft.before.split("\n")[0]);
    whole.push(...lines.slice(next, at));
    places.push({ draft, from: whole.length + 1, to: whole.length + now.length, indent: indentOf(own.at(-1)) });
    whole.push(...now);
    next = at + length;
  }
  whole.push(...lines.slice(next));
  return { text: whole.join("\n"), places, lost: placed.filter(({ at }) => at < 0).map(({ draft }) => draft) };
}

/** Where in the pieces a problem of the compiler is: `{ draft, line, column }`, from 1; null if it is in none. */
export function inPiece({ line, column }, places) {
  const own = places.find(({ from, to }) => line >= from && line <= to);
  return own ? { draft: own.draft, line: line - own.from + 1, column: Math.max(1, column - own.indent) } : null;
}

/**
 * A piece as an edited file has it, found by the line that it begins with; null if there is no such line.
 *
 * @returns `{ text, firstLine, lastLine }`
 */
export function pieceIn(fileText, { text, firstLine }) {
  const lines = fileText.split("\n");
  const head = text.split("\n")[0].trim();
  const away = (at) => Math.abs(at - (firstLine - 1));
  const found = lines.map((_, at) => at).filter((at) => head && lines[at].trim().endsWith(head));
  const at = found.sort((a, b) => away(a) - away(b))[0];
  if (at === undefined) return null;
  const end = `${" ".repeat(indentOf(lines[at]))}}`;
  const last = head.endsWith("}") ? at : lines.findIndex((line, nth) => nth > at && line.trimEnd() === end);
  const own = cut(lines.slice(at, (last < 0 ? lines.length - 1 : last) + 1), head);
  return { text: own.join("\n"), firstLine: at + 1, lastLine: at + own.length };
}

/** The name of the method that a piece of code declares. */
export function methodOf({ text }) {
  const code = text.split("\n").find((line) => /^\s*[a-z@]/i.test(line) && !/^\s*(@|\/\/)/.test(line)) ?? "";
  return code.match(/(\w+)\s*\(/)?.[1] ?? "";
}

/** A method's piece with another's body: how a task is solved by a variant that the project has. */
export function withBodyOf(text, other) {
  const head = text.slice(0, text.search(/\{[ \t]*(\/\/.*)?\n/));
  return head + other.slice(other.search(/\{[ \t]*(\/\/.*)?\n/));
}
