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

/** Highlighted HTML as lines of `{ kind, text }`; `kind` is highlight.js's class name or "". */
function tokens(html) {
  const lines = [[]];
  const visit = (node, kind) => {
    if (node.nodeType !== Node.TEXT_NODE) return node.childNodes.forEach((child) => visit(child, node.className ?? ""));
    node.data.split("\n").forEach((part, at) => {
      if (at > 0) lines.push([]);
      if (part) lines.at(-1).push({ kind, text: part });
    });
  };
  const { content } = Object.assign(document.createElement("template"), { innerHTML: html });
  visit(content, "");
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
