// Machine code and profile of the two variants whose codes are open: asked for with a press, drawn when they are there.
import { chosenCases } from "../base/settings.js";
import { html, nothing, PageElement } from "../base/element.js";
import { hues } from "../base/palette.js";
import { addSheet } from "../base/style-sheets.js";
import { isOver } from "../answer/run-state.js";
import { look } from "./look-actions.js";
import { paint, wipe } from "./line-paint.js";
import { difference } from "./turn-words.js";
import "./look-pane.js";

/** The view of a card, of `{ experiment, run, settings, kept? }`. */
export const view = (of) => html`<machine-code .of=${of}></machine-code>`;

/** How many colours there are for pairs of lines and instructions. */
const PAIRS = 8;

class MachineCode extends PageElement {
  static properties = {
    of: { attribute: false },
    looks: { state: true }, // by case: what has become known of a look
    chosen: { state: true }, // by side: the case of a pooled variant
  };

  #cancels = {};

  constructor() {
    super();
    this.looks = {};
    this.chosen = {};
    addSheet("machine-code");
  }

  get #card() {
    return this.closest("experiment-card");
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const cancel of Object.values(this.#cancels)) cancel();
    this.#cancels = {};
    wipe(this.painted);
  }

  /** What is known of a case: by a look of this page, or else by the run that is shown. */
  #known(key) {
    const { run } = this.of;
    const kept = run?.cases?.find((one) => one.key === key);
    return { machineCode: kept?.machineCode, profile: kept?.profile, ...this.looks[key] };
  }

  #side(side) {
    const { experiment, run, settings } = this.of;
    const id = this.#card?.view?.[side] ?? experiment.variants[side === "left" ? 0 : experiment.variants.length - 1].id;
    const variant = experiment.variants.find((one) => one.id === id);
    const ran = run?.cases?.filter((one) => one.variant === id) ?? [];
    const all = { ...settings, variants: [id] };
    const cases = ran.length > 0 ? ran : settings ? chosenCases(experiment, all) : [];
    const one = cases.find(({ key }) => key === this.chosen[side]) ?? cases.at(-1);
    return { side, variant, cases, one, known: one ? this.#known(one.key) : {} };
  }

  #look({ variant, one }) {
    const { experiment, run, settings } = this.of;
    const { key, pool, workers } = one;
    const params = (run?.settings ?? run?.request ?? settings)?.params ?? {};
    const with_ = run?.id && isOver(run) && run.stage === "finished" ? { run: run.id } : {};
    const pooled = pool === "sequential" ? {} : { pool, workers };
    this.#cancels[key] = look({ experiment: experiment.id, params, variant: variant.id, ...pooled, ...with_ }, (more) => {
      if (["finished", "failed", "cancelled"].includes(more.stage)) delete this.#cancels[key];
      this.looks = { ...this.looks, [key]: { ...this.looks[key], ...more } };
    });
  }

  updated() {
    this.painted = this.#card;
    wipe(this.painted);
    const panes = this.painted?.querySelectorAll("code-pane") ?? [];
    ["left", "right"].forEach((side, at) => {
      const { machineCode, profile } = this.#side(side).known;
      if (panes[at]) paint(panes[at], pairsOf(machineCode), profile?.lines ?? []);
    });
  }

  render() {
    const { experiment } = this.of;
    const sides = [this.#side("left"), this.#side("right")];
    const told = sides.map(({ variant, known }) => ({ label: variant.label, turn: known.machineCode?.loop?.turn }));
    const apart = difference(told[0], told[1]);
    const colours = hues(experiment);
    const kept = this.of.kept || !this.of.settings;
    return html`
      ${apart ? html`<p class="apart">${apart}</p>` : nothing}
      <div class="looks">${sides.map(
        (side) => html`<look-pane .of=${side} .hue=${colours[side.variant.id]} .kept=${kept} .name=${experiment.id}
          .measured=${side.one?.score?.median} .pairs=${pairsOf(side.known.machineCode)}
          @look=${() => this.#look(side)} @leave=${() => this.#cancels[side.one.key]?.()}
          @choose-case=${({ detail }) => {
            this.chosen = { ...this.chosen, [side.side]: detail };
          }}></look-pane>`,
      )}</div>`;
  }
}

/** The lines of the source that the loop's instructions belong to, each with a colour: `[{ place, file, line, hue }]`. */
function pairsOf(code) {
  if (!code?.loop) return [];
  const inLoop = code.lines.slice(code.loop.first, code.loop.last + 1).map(({ place }) => place);
  const places = [...new Set(inLoop)].filter((place) => place !== undefined && place !== null);
  return places.map((place, at) => ({ place, ...code.places[place], hue: at % PAIRS }));
}

customElements.define("machine-code", MachineCode);
