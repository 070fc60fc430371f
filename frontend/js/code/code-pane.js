// One variant's code: tabs to choose it, the method itself, and under it what it calls.
import { given, html, nothing, PageElement } from "../elements/element.js";
import { nameOfFile } from "../base/format.js";
import "./code-piece.js";

/** A method with at most so many lines is only a call: the kernel it calls is shown at once. */
const ONLY_A_CALL = 9;
/** Of what a variant calls, so many pieces of each part have a line of their own, and one more if it is the last. */
const FIRST_PIECES = 1;
const PARTS = { kernel: "the kernel", pool: "the pool" };

const place = ({ file, firstLine, lastLine }) => `${nameOfFile(file)}, lines ${firstLine}-${lastLine}`;

/** The name of the method or type that a piece of code declares. */
function declared({ text, file }) {
  const code = text.split("\n").find((line) => /^\s*[a-z@]/i.test(line) && !/^\s*(@|\/\/)/.test(line)) ?? "";
  return code.match(/(\w+)\s*\(/)?.[1] ?? code.match(/(?:class|record|enum|interface)\s+(\w+)/)?.[1] ?? nameOfFile(file);
}

/** What is called, `[{ part, first, more }]`: part by part as they are reached, each in the order of reading and with
 * its place among the variant's pieces. */
function partsOf(called) {
  const placed = called.map((piece, at) => ({ piece, at }));
  return [...Map.groupBy(placed, ({ piece }) => piece.role)].map(([role, own]) => {
    const shown = own.length === FIRST_PIECES + 1 ? own.length : FIRST_PIECES;
    return { part: PARTS[role], first: own.slice(0, shown), more: own.slice(shown) };
  });
}

customElements.define("code-pane", class extends PageElement {
  static properties = {
    ...given("name", "variants", "colours", "time"),
    pane: { attribute: false }, // an id for the pane
    chosen: { attribute: false }, // a variant's id
    marks: { attribute: false }, // per piece, the lines that make the difference
  };

  #move(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const ids = this.variants.map((variant) => variant.id);
    const next = ids[(ids.indexOf(this.chosen) + step + ids.length) % ids.length];
    this.say("choose", next);
    this.querySelector(`#${CSS.escape(`${this.pane}-${next}`)}`).focus();
  }

  updated(changed) {
    if (changed.has("chosen") || changed.has("marks")) this.#showMarks();
    if (!changed.has("chosen")) return;
    const tabs = this.querySelector(".tabs");
    const { offsetLeft, offsetWidth } = tabs.querySelector("[aria-selected=true]");
    tabs.scrollLeft = offsetLeft - (tabs.clientWidth - offsetWidth) / 2;
  }

  /** Scrolls to the first line that makes the difference, if it would be out of sight. */
  async #showMarks() {
    await Promise.all([...this.querySelectorAll("code-piece")].map((piece) => piece.updateComplete));
    const pane = this.querySelector("[role=tabpanel]");
    const line = this.querySelector("[data-marked]");
    const below = line ? line.getBoundingClientRect().bottom - pane.getBoundingClientRect().top + pane.scrollTop : 0;
    pane.scrollTop = below > pane.clientHeight ? below - pane.clientHeight / 2 : 0;
  }

  #tabs() {
    return html`<div class="tabs" role="tablist" aria-label=${this.name} @keydown=${this.#move}>
      ${this.variants.map(
        ({ id, label }) => html`<button role="tab" id=${`${this.pane}-${id}`} data-label=${label}
        data-hue=${this.colours[id]} aria-selected=${id === this.chosen ? "true" : "false"} aria-controls=${`${this.pane}-panel`}
        tabindex=${id === this.chosen ? 0 : -1} @click=${() => this.say("choose", id)}>${label}</button>`,
      )}</div>`;
  }

  #called({ piece, at }, onlyACall) {
    return html`<details class="called" ?open=${at === 0 && piece.role === "kernel" && onlyACall}>
      <summary><code>${declared(piece)}</code> <span title=${piece.file}>${place(piece)}</span></summary>
      <code-piece .piece=${piece} .marked=${this.marks?.[at + 1]}></code-piece>
    </details>`;
  }

  #folded(pieces, part) {
    const count = `${pieces.length} more pieces of ${part}`;
    return html`<details class="called more">
      <summary>${count}</summary>
      <div role="group" aria-label=${count}>${pieces.map((one) => this.#called(one, false))}</div>
    </details>`;
  }

  render() {
    const { variants, chosen, colours, pane } = this;
    const variant = variants.find(({ id }) => id === chosen);
    const [method, ...called] = variant.code ?? [];
    const onlyACall = method && method.lastLine - method.firstLine < ONLY_A_CALL;
    return html`
      <section class="pane" data-hue=${colours[chosen]}>
        <div class="pane-head">${this.#tabs()}<output>${this.time}</output></div>
        <div class="pane-code" role="tabpanel" id=${`${pane}-panel`} aria-labelledby=${`${pane}-${chosen}`} tabindex="0">
          <p class="pane-note">${variant.note} ${method ? html`<span title=${method.file}>${place(method)}</span>` : nothing}</p>
          ${method ? html`<code-piece .piece=${method} .marked=${this.marks?.[0]}></code-piece>` : nothing}
          ${partsOf(called).map(
            ({ part, first, more }) => html`${first.map((one) => this.#called(one, onlyACall))}
            ${more.length > 0 ? this.#folded(more, part) : nothing}`,
          )}
        </div>
      </section>`;
  }
});
