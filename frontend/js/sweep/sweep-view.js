// A sweep over a parameter: which values, what it takes, and when it has run from where on what pays.
import { isOver } from "../answer/run-state.js";
import { hues } from "../elements/palette.js";
import { plural, speedupInWords, wait } from "../base/format.js";
import { store } from "../base/store.js";
import { addSheet } from "../elements/style-sheets.js";
import { given, html, nothing, PageElement } from "../elements/element.js";
import { overParamChart } from "./chart-over-param.js";
import { chosenCases, rangeText } from "../base/settings.js";
import * as sweeps from "./sweep-lines.js";
import "../charts/chart-figure.js";

await addSheet("sweep-view");

const LEAST = 3;
const MOST = 9;

customElements.define("sweep-view", class extends PageElement {
  static properties = {
    ...given("experiment", "settings", "run"),
    kept: { attribute: false }, // whether it shows a result that was measured before, and has no controls
    fault: { state: true },
  };

  #change(sweep) {
    this.fault = null;
    this.say("change-settings", { id: this.experiment.id, part: { sweep } });
  }

  /** Takes up values as they were typed, if a run can measure them. */
  #choose(text, param) {
    const values = sweeps.valuesIn(text, param);
    const inRange = (value) => Number.isInteger(value) && value >= param.min && value <= param.max;
    const count = values.length;
    if (count < LEAST || count > MOST) this.fault = `Takes ${LEAST} to ${MOST} values, not ${count}.`;
    else if (!values.every(inRange)) this.fault = `Must be from ${rangeText(param)}.`;
    else this.#change({ ...this.settings.sweep, values });
  }

  /** The further case to measure, out of those that the claim is not about. */
  #also(sweep, lines, locked) {
    const { experiment, settings } = this;
    const id = `${experiment.id}-also`;
    const own = lines.filter(({ key }) => !sweep.also?.includes(key)).map(({ key }) => key);
    const others = chosenCases(experiment, settings).filter(({ key }) => !own.includes(key));
    if (others.length === 0) return nothing;
    return html`
      <div class="field">
        <label for=${id}>Also measure</label>
        <select id=${id} ?disabled=${locked} @change=${({ target: { value } }) =>
          this.#change({ param: sweep.param, values: sweep.values, ...(value && { also: [value] }) })}>
          <option value="">nothing else</option>${others.map(
            (one) => html`<option value=${one.key}
              ?selected=${sweep.also?.[0] === one.key}>${sweeps.nameOf(experiment, one)}</option>`,
          )}</select>
      </div>`;
  }

  #controls(sweep, param) {
    const { experiment, settings, run } = this;
    const id = `${experiment.id}-sweep`;
    const { lines, seconds } = sweeps.plannedLines(experiment, settings, store.state.machine);
    const locked = Boolean(run) && !isOver(run);
    return html`
      <div class="field">
        <label for=${id}>Values of ${param.label.toLowerCase()}</label>
        <input id=${id} type="text" inputmode=${param.choices ? "text" : "numeric"} autocomplete="off"
          .value=${sweep.values.map((value) => sweeps.nameOfValue(param, value)).join(", ")} ?disabled=${locked}
          aria-invalid=${this.fault ? "true" : "false"} aria-describedby=${`${id}-hint`}
          @change=${({ target }) => this.#choose(target.value, param)}>
        <p class="hint" id=${`${id}-hint`} ?data-fault=${this.fault}>${
          this.fault ??
          `${plural(lines.length, "case")} at ${plural(sweep.values.length, "value")}, ${wait(seconds)} at most.
            Press Run to measure.`
        }</p>
      </div>
      ${this.#also(sweep, lines, locked)}
      <button type="button" class="small" ?disabled=${locked}
        @click=${() => this.#change(undefined)}>Back to one value</button>`;
  }

  #outcome(sweep, param) {
    const { experiment, run } = this;
    const colours = hues(experiment);
    const lines = sweeps.sweptLines(experiment, run).map((line) => ({ ...line, hue: colours[line.variant] }));
    const told = lines.filter(({ text }) => text);
    return html`
      ${told.length > 0 ? html`<ul class="told">${told.map(({ text }) => html`<li>${text}</li>`)}</ul>` : nothing}
      <chart-figure heading=${`Speedup over ${param.label.toLowerCase()}`} note="above 1× takes less time"
        .chart=${overParamChart} .input=${{ param, values: sweep.values, lines }}
        .table=${sweeps.sweepTable(param, lines)} .legend=${[
          ...lines.map(({ name, hue, pool }) => {
            return { label: name, hue, mark: pool === "virtual" ? "line-virtual" : "line-platform" };
          }),
          { label: "equal speed", mark: "ideal" },
        ]}
        .summary=${
          lines
            .flatMap(({ name, points }) =>
              points.map(
                ({ at, speedup }) => `${name}, ${sweeps.valueInWords(param, at)}: ${speedupInWords(speedup)}.`,
              ),
            )
            .join(" ")
        }></chart-figure>`;
  }

  /** One button for each parameter that can be swept. */
  #offer() {
    if (this.kept) return nothing;
    return html`<p class="sweep-controls">From where on does it pay? Measured at several values of
      ${this.experiment.params
        .filter((param) => param.sweep)
        .map((param) => html`<button type="button" class="small" @click=${() => this.say("sweep", param)}
          >${param.label}</button>`)}</p>`;
  }

  render() {
    const { experiment, settings, run, kept } = this;
    const planned = kept ? null : settings.sweep;
    const measured = run?.request?.sweep;
    if (!planned && !measured) return this.#offer();
    return html`
      <section class="sweep-view" aria-label=${`Sweep: ${experiment.title}`}>
        ${
          planned
            ? html`<div class="sweep-controls">${this.#controls(planned, sweeps.paramOf(experiment, planned))}</div>`
            : nothing
        }
        ${measured ? this.#outcome(measured, sweeps.paramOf(experiment, measured)) : nothing}
      </section>`;
  }
});

export const view = ({ experiment, settings, run, kept }) =>
  html`<sweep-view .experiment=${experiment} .settings=${settings} .run=${run} .kept=${kept}></sweep-view>`;
