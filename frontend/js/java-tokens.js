// Java with its parts named, line by line, for syntax colours. Pure.

const PRIMITIVES = "boolean byte char double float int long short void var";
const KEYWORDS = new Set(
  (
    `${PRIMITIVES} abstract assert break case catch class continue default do else enum extends final finally for if ` +
    "implements import instanceof interface native new non-sealed package permits private protected public record " +
    "return sealed static strictfp super switch synchronized this throw throws transient try volatile while when yield"
  ).split(" "),
);
const LITERALS = new Set(["true", "false", "null"]);
const NAMES_A_TYPE = new Set(PRIMITIVES.split(" "));

const DECIMAL = String.raw`(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?`;

/** One token at a time, the longer forms first; what has no group of its own is plain. */
const TOKEN = new RegExp(
  [
    String.raw`(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))`,
    String.raw`(?<string>"""[\s\S]*?(?:"""|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)`,
    String.raw`(?<meta>@(?!interface\b)[A-Za-z_$][\w$.]*)`,
    String.raw`(?<number>(?:0[xX][\da-fA-F_]+|0[bB][01_]+|${DECIMAL})[fFdDlL]?)`,
    String.raw`(?<word>non-sealed\b|[A-Za-z_$][\w$]*)`,
    String.raw`(?<space>\s+)`,
    String.raw`(?<sign>[\s\S])`,
  ].join("|"),
  "g",
);

/** What a word is: "keyword", "literal", "type", "title" of a method declared here, or "" for any other name. */
function kindOfWord(word, before, after) {
  if (LITERALS.has(word)) return "literal";
  if (KEYWORDS.has(word)) return "keyword";
  const declared = after.startsWith("(") && (before === ">" || before === "]" || before === "type");
  if (declared) return "title";
  return /^[A-Z](?:[\w$]*[a-z][\w$]*)?$/.test(word) ? "type" : "";
}

/** What stands before a word, as far as that tells whether it is a method's name: a type, or the sign that ends one. */
function asBefore(kind, text, spaced) {
  if (kind === "type" || NAMES_A_TYPE.has(text)) return "type";
  return spaced ? "" : text; // after a space, > compares
}

/** A token's kind and text, in the order of the code. */
function* tokens(code) {
  let before = "";
  let spaced = false;
  for (const { groups, index, 0: text } of code.matchAll(TOKEN)) {
    const { comment, string, meta, number, word, space } = groups;
    if (space !== undefined) {
      spaced = true;
      yield { kind: "", text };
      continue;
    }
    const kind =
      (comment !== undefined && "comment") ||
      ((string ?? number) !== undefined && "literal") ||
      (meta !== undefined && "meta") ||
      (word !== undefined && kindOfWord(word, before, code.slice(index + text.length))) ||
      "";
    if (comment === undefined) before = asBefore(kind, text, spaced);
    spaced = false;
    yield { kind, text };
  }
}

/** Java as lines of `{ kind, text }`; neighbours of the same kind are one. A token of several lines is one on each. */
export function javaLines(code) {
  const lines = [[]];
  for (const { kind, text } of tokens(code)) {
    text.split("\n").forEach((part, at) => {
      if (at > 0) lines.push([]);
      const line = lines.at(-1);
      if (line.at(-1)?.kind === kind) line.at(-1).text += part;
      else if (part) line.push({ kind, text: part });
    });
  }
  return lines;
}
