// Two variants' code side by side, the lines that differ marked.
import { differingLines } from "./code-diff.js";
import { time } from "../base/format.js";
import { whenNear } from "../base/reveal.js";
import { given, html, nothing, PageElement } from "../elements/element.js";
import "./code-pane.js";

const SIDES = [
  ["left", "Left code"],
  ["right", "Right code"],
];

/** The marks of two variants' pieces: each is compared with the piece of the same part in the other. */
function marksOf(left, right) {
  const marks = { left: [], right: [] };
  const places = (variant) => {
    const seen = {};
    return new Map(
      variant.code.map((piece, at) => {
        seen[piece.role] = (seen[piece.role] ?? -1) + 1;
        return [`${piece.role} ${seen[piece.role]}`, at];
      }),
    );
  };
  const others = places(right);
  for (const [part, at] of places(left)) {
    const other = others.get(part);
    if (other === undefined) continue;
    const found = differingLines(left.code[at].text, right.code[other].text);
    marks.left[at] = found.left;
    marks.right[other] = found.right;
  }
  return marks;
}

/** Codes are most of what a page holds: those that are far from the window are drawn when they come so near. */
const NEAR = "700px";

customElements.define("code-compare", class extends PageElement {
  static properties = {
    ...given("id", "code", "colours", "left", "right"),
    times: { attribute: false }, // one row per variant: the case that is told
    drawn: { state: true },
  };

  attached(signal) {
    const draw = () => {
      this.drawn = true;
    };
    if (!this.drawn) whenNear(this, draw, { margin: NEAR, signal });
    window.addEventListener("beforeprint", draw, { signal });
  }

  #marks = {};

  willUpdate(changed) {
    if (!this.code?.variants || !(changed.has("code") || changed.has("left") || changed.has("right"))) return;
    const [left, right] = [this.left, this.right].map((id) => this.code.variants.find((variant) => variant.id === id));
    this.#marks = left === right ? {} : marksOf(left, right);
  }

  #time(variant) {
    const row = this.times.find((one) => one.variant === variant);
    if (!row?.time) return nothing;
    return html`${time(row.time.median)}${row.pooled ? html` <small>${row.shortLabel}</small>` : nothing}`;
  }

  render() {
    const { id, code, colours } = this;
    if (code?.problem) {
      return html`<div class="codes-note" role="alert">The code could not be loaded. ${code.problem.message}
        <button @click=${() => this.say("load-code", id)}>Try again</button></div>`;
    }
    if (!code) return html`<div class="codes-note">Loading the code…</div>`;
    if (!this.drawn) return html`<div class="codes-room"></div>`;
    return html`<div class="codes">${SIDES.map(
      ([side, name]) => html`
      <code-pane .name=${name} .pane=${`${id}-${side}`} .variants=${code.variants}
        .chosen=${this[side]} .colours=${colours}
        .marks=${this.#marks[side]} .time=${this.#time(this[side])}
        @choose=${({ detail }) => this.say("change-view", { id, part: { [side]: detail } })}></code-pane>`,
    )}</div>`;
  }
});
