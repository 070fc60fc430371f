// A piece of a source file with its real line numbers and syntax colours.
import { highlightedLines, plainLines } from "./highlight.js";
import { html, PageElement } from "../elements/element.js";

/** Lines without the white space that all of them begin with. */
function withoutIndent(text) {
  const lines = text.split("\n");
  const indents = lines.filter((line) => line.trim()).map((line) => line.match(/^ */)[0].length);
  const indent = Math.min(...indents, 80);
  return lines.map((line) => line.slice(indent)).join("\n");
}

customElements.define("code-piece", class extends PageElement {
  static properties = {
    piece: { attribute: false },
    marked: { attribute: false }, // the numbers, from 0, of the lines that make the difference
    lines: { state: true },
  };

  willUpdate(changed) {
    if (!changed.has("piece")) return;
    const { piece } = this;
    const text = withoutIndent(piece.text);
    this.lines = plainLines(text);
    highlightedLines(text).then((lines) => {
      if (this.piece === piece) this.lines = lines;
    }, console.warn); // without the highlighter the code stays plain
  }

  render() {
    const { firstLine, file } = this.piece;
    const label = `Code of ${file} from line ${firstLine}`;
    const lines = this.lines.map((line, at) => this.#line(line, firstLine + at, this.marked?.has(at)));
    return html`<pre tabindex="0" role="group" aria-label=${label}><code>${lines}</code></pre>`;
  }

  #line(tokens, number, marked) {
    const parts = tokens.map(({ kind, text }) => (kind ? html`<span class=${kind}>${text}</span>` : text));
    return html`<span class="line" data-line=${number} ?data-marked=${marked}>${parts}${"\n"}</span>`;
  }
});
