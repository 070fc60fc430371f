// The editor's library, put together for a piece of Java: colours of the page, marks of the compiler, few keys.
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { java } from "@codemirror/lang-java";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.self, tags.null, tags.bool], color: "var(--code-keyword)" },
  { tag: [tags.typeName, tags.className], color: "var(--code-type)" },
  { tag: [tags.number, tags.string, tags.character], color: "var(--code-literal)" },
  { tag: [tags.definition(tags.variableName), tags.function(tags.variableName)], color: "var(--code-title)" },
  { tag: [tags.lineComment, tags.blockComment, tags.meta, tags.annotation], color: "var(--code-comment)" },
]);

const theme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--raised)", fontSize: "inherit" },
  "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "19px", fontVariantLigatures: "none" },
  ".cm-content": { caretColor: "var(--ink)", padding: "2px 0 8px" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--here) 55%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "color-mix(in srgb, var(--focus) 25%, transparent)",
  },
  ".cm-gutters": { backgroundColor: "var(--raised)", color: "var(--faint)", border: "0" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "36px", padding: "0 8px 0 4px" },
  ".cm-tooltip": { backgroundColor: "var(--raised)", color: "var(--ink)", border: "1px solid var(--edge)" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--bad)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--noisy)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--bad) 1px" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--noisy) 1px" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    backgroundColor: "transparent",
    outline: "1px solid var(--edge)",
  },
});

/** A browser that types over coloured text gives the new text the old colours by style attributes, which the page's policy
 * forbids: so the editor does it. */
const typesOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== "insertText" || !event.data || view.composing || view.state.selection.main.empty) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
    return true;
  },
});

/**
 * Puts an editor into a shadow root, where its style sheets are adopted: the page's policy allows no others.
 *
 * @param onText called with the text after each change
 * @param onLeave called if Escape was pressed
 * @param onRun called if Ctrl-Enter or Cmd-Enter was pressed
 * @returns `{ view, show(text), mark(problems), number(firstLine) }`; problems are `[{ line, column, endColumn?, text, kind }]`
 */
export function openEditor({ root, parent, text, label, firstLine, onText, onLeave, onRun }) {
  const numbers = new Compartment();
  const numbered = (first) => lineNumbers({ formatNumber: (number) => String(number + first - 1) });
  const does = (action) => () => {
    action();
    return true;
  };
  const view = new EditorView({
    root,
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        numbers.of(numbered(firstLine)),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        highlightActiveLine(),
        indentUnit.of("    "),
        java(),
        syntaxHighlighting(colours),
        lintGutter(),
        typesOver,
        theme,
        EditorView.contentAttributes.of({ "aria-label": label, autocapitalize: "off", tabindex: "0" }),
        EditorView.updateListener.of((update) => update.docChanged && onText(update.state.doc.toString())),
        keymap.of([
          { key: "Escape", run: does(onLeave) },
          { key: "Mod-Enter", run: does(onRun) },
          indentWithTab,
          ...historyKeymap,
          ...defaultKeymap,
        ]),
      ],
    }),
  });
  return {
    view,
    show(now) {
      const was = view.state.doc.toString();
      if (was !== now) view.dispatch({ changes: { from: 0, to: was.length, insert: now } });
    },
    number: (first) => view.dispatch({ effects: numbers.reconfigure(numbered(first)) }),
    mark: (problems) => view.dispatch(setDiagnostics(view.state, problems.map((one) => diagnostic(view.state.doc, one)))),
  };
}

/** A problem as the library has it. One at a single place marks the word there. */
function diagnostic(doc, { line, column, endColumn, text, kind }) {
  const own = doc.line(Math.min(Math.max(1, line), doc.lines));
  const from = Math.min(own.from + Math.max(0, column - 1), own.to);
  const word = doc.sliceString(from, own.to).match(/^\w+|^\S?/)[0].length;
  const to = Math.min(endColumn > column ? own.from + endColumn - 1 : from + word, own.to);
  return { from: from === to ? own.from : from, to, message: text, severity: kind === "ERROR" ? "error" : "warning" };
}
