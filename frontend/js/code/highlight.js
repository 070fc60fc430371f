// Java with its parts named, line by line, for syntax colours.

let library = null;

/** The highlighter. Its core is published for browsers' bundlers as CommonJS: it needs a `module` to export to. */
async function load() {
  globalThis.module = {};
  try {
    await import("highlight.js/core");
    const core = globalThis.module.exports;
    const { default: java } = await import("highlight.js/java");
    core.registerLanguage("java", java);
    return core;
  } finally {
    delete globalThis.module;
  }
}

const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };
const PIECES = /<span class="([^"]*)">|<\/span>|[^<]+/g;

/** Highlighted HTML as lines of `{ kind, text }`; `kind` is highlight.js's class name or "". */
function tokens(html) {
  const lines = [[]];
  const open = [""];
  for (const [piece, kind] of html.matchAll(PIECES)) {
    if (kind !== undefined) open.push(kind);
    else if (piece === "</span>") open.pop();
    else {
      const text = piece.replace(/&(amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity]);
      text.split("\n").forEach((part, at) => {
        if (at > 0) lines.push([]);
        if (part) lines.at(-1).push({ kind: open.at(-1), text: part });
      });
    }
  }
  return lines;
}

/** Code without colours, in the same form, for as long as the highlighter is not there. */
export function plainLines(text) {
  return text.split("\n").map((line) => [{ kind: "", text: line }]);
}

export async function highlightedLines(text) {
  library ??= load();
  const core = await library;
  return tokens(core.highlight(text, { language: "java" }).value);
}
