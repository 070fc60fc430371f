// A listing: the hot loop in full, the code around it folded, and a word about the instruction under the pointer.
import { html, nothing, PageElement } from "../elements/element.js";
import { nameOfFile, plural } from "../base/format.js";
import { explained } from "./mnemonics.js";

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

customElements.define("code-listing", class extends PageElement {
  static properties = {
    code: { attribute: false },
    pairs: { attribute: false }, // source lines and their colours
    active: { state: true }, // index of the line that is explained, or null
  };

  willUpdate(changed) {
    if (changed.has("code")) this.active = this.code.loop?.first ?? null;
  }

  #move(event) {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const { first, last } = this.code.loop ?? { first: 0, last: this.code.lines.length - 1 };
    this.active = Math.min(last, Math.max(first, (this.active ?? first) + step));
    this.updateComplete.then(() => this.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" }));
  }

  #line({ at, text, place, note }, index) {
    const [mnemonic, ...operands] = text.split(" ");
    const pair = this.pairs.find((one) => one.place === place);
    const where = place === undefined || place === null ? null : this.code.places[place];
    return html`<li data-pair=${pair?.hue ?? nothing} ?data-active=${index === this.active}
      @pointerenter=${() => {
        this.active = index;
      }}><span class="at">${at.toString(16)}</span><span class="where">${
        where ? `${nameOfFile(where.file).replace(".java", "")}:${where.line}` : ""
      }</span><span class="text"><b>${mnemonic}</b> ${operands.join(" ")}${
        note ? html`  <i>${note}</i>` : nothing
      }</span></li>`;
  }

  #fold(lines, from, leftOut, where) {
    const all = lines.length + leftOut;
    if (all === 0) return nothing;
    const hidden = leftOut > 0 ? html`<li class="left-out">${leftOut} more not shown</li>` : nothing;
    return html`<details><summary>${plural(all, "instruction")} ${where}</summary><ol class="listing">
      ${where === "before" ? hidden : nothing}${lines.map((line, at) => this.#line(line, from + at))}${
        where === "before" ? nothing : hidden
      }</ol></details>`;
  }

  #explained() {
    const line = this.code.lines[this.active];
    if (!line) return nothing;
    const mnemonic = line.text.split(" ")[0];
    return html`<b>${mnemonic}</b> ${explained(mnemonic) || "has no explanation here yet"}.`;
  }

  render() {
    const { code } = this;
    const { first, last } = code.loop ?? { first: 0, last: code.lines.length - 1 };
    return html`
      <p class="look-note"><code>${code.method}</code>, ${code.isa}. ↑ and ↓, or the pointer, choose an instruction.</p>
      ${this.#fold(code.lines.slice(0, first), 0, code.before, "before")}
      <ol class="listing" data-loop tabindex="0" aria-label="Hot loop" @keydown=${this.#move}>
        ${code.lines.slice(first, last + 1).map((line, at) => this.#line(line, first + at))}</ol>
      <output class="explained">${this.#explained()}</output>
      ${this.#fold(code.lines.slice(last + 1), last + 1, code.after, "behind")}`;
  }
});
