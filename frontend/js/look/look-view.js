// Machine code and profile of the two variants whose codes are open: fetched on a press, drawn when they are there.
import { chosenCases } from "../base/settings.js";
import { html, nothing, PageElement } from "../elements/element.js";
import { hues } from "../elements/palette.js";
import { addSheet } from "../elements/style-sheets.js";
import { cancelLook, known, look, lookInto, onLook } from "./look-actions.js";
import { busyLines, paint, wipe } from "./line-paint.js";
import { difference, measuredApart } from "./turn-words.js";
import "./look-pane.js";

/** The view of a card, of `{ experiment, run, settings, kept? }`. */
export const view = (of) => html`<machine-code .of=${of}></machine-code>`;

/** How many colours there are for pairs of lines and instructions. */
const PAIRS = 8;

customElements.define("machine-code", class extends PageElement {
  static properties = {
    of: { attribute: false },
    chosen: { state: true }, // by side: the case of a pooled variant
  };

  constructor() {
    super();
    this.chosen = {};
    addSheet("machine-code");
  }

  get #card() {
    return this.closest("experiment-card");
  }

  attached(signal) {
    signal.addEventListener("abort", onLook(() => this.requestUpdate()));
    signal.addEventListener("abort", () => wipe(this.painted));
  }

  /** Of the run that is shown, where its figures were measured, or else of the one to come. */
  #asked({ variant, one }) {
    const { experiment, run, settings } = this.of;
    const { params = {}, machine } = run?.settings ?? run?.request ?? settings ?? {};
    return { ...lookInto(experiment, { params, machine }, one), ...variant.asked }; // an edit knows its own
  }

  /** What is known of a case: by a look of this page, or else by the run that is shown. */
  #known(side) {
    const { run } = this.of;
    const kept = run?.cases?.find((one) => one.key === side.one.key);
    return { machineCode: kept?.machineCode, profile: kept?.profile, ...(this.#kept ? {} : known(this.#asked(side))) };
  }

  /** Whether it shows a result that was measured elsewhere or before. */
  get #kept() {
    const { kept, run, settings } = this.of;
    return Boolean(kept || run?.kept || !settings);
  }

  #side(side) {
    const { experiment, run, settings } = this.of;
    const id = this.#card?.view?.[side] ?? experiment.variants[side === "left" ? 0 : experiment.variants.length - 1].id;
    const variant = experiment.variants.find((one) => one.id === id) ?? experiment.variants[0];
    const ran = run?.cases?.filter((one) => one.variant === id) ?? [];
    const all = { ...settings, variants: [id] };
    const cases = ran.length > 0 ? ran : settings ? chosenCases(experiment, all) : [];
    const one = cases.find(({ key }) => key === this.chosen[side]) ?? cases.at(-1);
    return { side, variant, cases, one, known: one ? this.#known({ variant, one }) : {} };
  }

  #look(side) {
    const { run } = this.of;
    look(this.#asked(side), run?.stage === "finished" ? run.id : null);
  }

  updated() {
    this.painted = this.#card;
    wipe(this.painted);
    const panes = this.painted?.querySelectorAll("code-pane") ?? [];
    ["left", "right"].forEach((side, at) => {
      const { machineCode, profile } = this.#side(side).known;
      if (panes[at]) paint(panes[at], pairsOf(machineCode), profile ? busyLines(profile) : []);
    });
  }

  render() {
    const { experiment } = this.of;
    const sides = [this.#side("left"), this.#side("right")];
    const told = sides.map(({ variant, one, known }) => ({
      label: variant.label,
      turn: known.machineCode?.loop?.turn,
      median: one?.score?.median,
    }));
    const apart = difference(told[0], told[1]);
    const colours = hues(experiment);
    return html`
      ${apart ? html`<p class="apart">${apart} ${measuredApart(...told)}</p>` : nothing}
      <div class="looks">${sides.map(
        (side) => html`<look-pane .of=${side} .hue=${colours[side.variant.id]} .kept=${this.#kept} .name=${experiment.id}
          .measured=${side.one?.score?.median} .pairs=${pairsOf(side.known.machineCode)}
          @look=${() => this.#look(side)} @leave=${() => cancelLook(this.#asked(side))}
          @choose-case=${({ detail }) => {
            this.chosen = { ...this.chosen, [side.side]: detail };
          }}></look-pane>`,
      )}</div>`;
  }
});

/** The lines of the source that the loop's instructions belong to, each with a colour: `[{ place, file, line, hue }]`. */
function pairsOf(code) {
  if (!code?.loop) return [];
  const inLoop = code.lines.slice(code.loop.first, code.loop.last + 1).map(({ place }) => place);
  const places = [...new Set(inLoop)].filter((place) => place !== undefined && place !== null);
  return places.map((place, at) => ({ place, ...code.places[place], hue: at % PAIRS }));
}
