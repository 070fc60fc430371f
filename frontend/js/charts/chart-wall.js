// The charts of an experiment: time, speedup, speedup over workers where there are any, and the samples.
import { lawsInWords } from "./chart-amdahl.js";
import { coldChart, coldRows } from "./chart-cold.js";
import { samplesChart, speedupChart, timeChart } from "./chart-data.js";
import { limitLegend } from "./chart-limits.js";
import { sweepChart, sweepSeries } from "./chart-sweep.js";
import { coldTable, samplesTable, speedupTable, sweepTable, timeTable } from "./chart-tables.js";
import { plural, ratio, speedupInWords, time } from "../base/format.js";
import { html, nothing, PageElement } from "../base/element.js";
import "./chart-figure.js";
import "./timeline-figure.js";

const SHAPES = ["circle", "triangle", "square", "diamond", "star"];
const besides = ({ overYardstick }) => (overYardstick ? `; over the yardstick ${speedupInWords(overYardstick)}` : "");
const NOTHING_YET = "Nothing measured yet.";

class ChartWall extends PageElement {
  static properties = {
    experiment: { attribute: false },
    rows: { attribute: false },
    run: { attribute: false },
    axis: { attribute: false }, // "log" or "linear": of the times
    timeline: { attribute: false }, // key of the case whose operation is drawn, or null
    ceilings: { attribute: false }, // the machine's, or null
  };

  updated() {
    if (this.querySelector("roofline-figure")) import("./roofline-figure.js");
  }

  #axisSwitch() {
    const { id } = this.experiment;
    return html`<fieldset class="seg small"><legend class="unseen">Scale of the times</legend>
      ${["log", "linear"].map(
        (axis) => html`<label><input type="radio" name=${`${id}-axis`} value=${axis}
        .checked=${axis === this.axis} @change=${() => this.say("change-view", { id, part: { axis } })}>
        <span>${axis === "log" ? "Log" : "Linear"}</span></label>`,
      )}</fieldset>`;
  }

  #poolLegend() {
    const pools = [...new Set(this.rows.filter((row) => row.pooled).map((row) => row.pool))];
    return pools.length === 0 ? null : pools.map((pool) => ({ label: pool, mark: `bar-${pool}` }));
  }

  #pointLegend() {
    return this.#poolLegend()?.map(({ label, mark }) => ({ label, mark: mark.replace("bar", "point") })) ?? null;
  }

  #roundLegend() {
    const rounds = Math.max(0, ...this.rows.flatMap((row) => row.samples.map((sample) => sample.round)));
    const shapes = Array.from({ length: rounds }, (_, at) => ({
      label: `round ${at + 1}`,
      mark: SHAPES[at % SHAPES.length],
    }));
    return [{ label: "warm-up", mark: "hollow" }, ...(rounds > 0 ? shapes : [{ label: "round 1", mark: "circle" }])];
  }

  #sweep(series) {
    const lines = series.map(({ label, hue, pool }) => ({ label, hue, mark: `line-${pool}` }));
    const { fits = [], machine = null } = this.run ?? {};
    const law = fits.some((fit) => fit.serialShare) ? [{ label: "Amdahl's law", mark: "law" }] : [];
    const told = lawsInWords(series, fits);
    const laws = told.length > 0 ? told : [{ label: "Amdahl's law", text: "is fitted when the run has finished" }];
    return html`<chart-figure class="sweep" heading="Speedup over workers"
      .chart=${sweepChart} .input=${{ rows: this.rows, fits, machine }}
      .table=${sweepTable(series, fits)}
      .legend=${[...lines, ...law, { label: "ideal", mark: "ideal" }]}
      .below=${laws}
      .summary=${
        series
          .map(({ label, cases }) => {
            const last = cases.findLast((row) => row.speedup);
            return last ? `${label}, ${plural(last.workers, "worker")}: ${speedupInWords(last.speedup)}.` : "";
          })
          .join(" ") || NOTHING_YET
      }></chart-figure>`;
  }

  #warmingUp(cold) {
    return html`<chart-figure class="sweep" heading="Time of a call, from a cold start"
      note="every point is a first, a tenth, a thousandth call in JVMs of its own"
      .chart=${coldChart} .input=${{ rows: this.rows, axis: this.axis }} .table=${coldTable(cold)}
      .legend=${cold.map(({ label, hue }) => ({ label, hue, mark: "circle" }))}
      .summary=${
        cold
          .filter((row) => row.time)
          .map((row) => `${row.label}: ${time(row.time.median)}.`)
          .join(" ") || NOTHING_YET
      }></chart-figure>`;
  }

  /** The roofline of cases that calculate, and the room for it until it is known whether there are any. */
  #roofline() {
    const { experiment, rows, run, ceilings } = this;
    const some = rows.some(({ work, limit }) => limit && work.flops > 0 && work.bytes > 0);
    const awaited = experiment.countsWork && !(run?.cases.length > 0) && ceilings?.compute?.length > 0;
    return some || awaited
      ? html`<roofline-figure .rows=${rows} .ceilings=${ceilings}></roofline-figure>`
      : nothing;
  }

  render() {
    const { rows, axis, experiment } = this;
    const { guideSpeedup, yardstickVariant } = experiment.claim;
    const yardstick = experiment.variants.find(({ id }) => id === yardstickVariant)?.label ?? null;
    const cold = coldRows(rows);
    const series = sweepSeries(rows);
    const timed = rows.filter((row) => row.time);
    const limits = limitLegend(rows);
    const compared = rows.filter((row) => row.speedup && !row.baseline);
    return html`
      <div class="wall">
        ${series.length > 0 ? this.#sweep(series) : nothing}
        ${cold.length > 0 ? this.#warmingUp(cold) : nothing}
        <chart-figure heading="Time per operation" note="shorter takes less time" .chart=${timeChart} .input=${{ rows, axis }}
          .table=${timeTable(rows)} .aside=${this.#axisSwitch()} .legend=${[...(this.#poolLegend() ?? []), ...limits]}
          .summary=${timed.map((row) => `${row.label}: ${time(row.time.median)}.`).join(" ") || NOTHING_YET}>
        </chart-figure>
        <chart-figure heading="Speedup against the baseline" note="right of 1× takes less time"
          .chart=${speedupChart} .input=${{ rows, guideSpeedup }} .table=${speedupTable(rows, yardstick)}
          .legend=${[...(this.#pointLegend() ?? []), ...(timed.some((row) => row.baseline) ? limits : [])]}
          .summary=${`${guideSpeedup ? `The guide's figure is ${ratio(guideSpeedup)}. ` : ""}${
            compared.map((row) => `${row.label}: ${speedupInWords(row.speedup)}${besides(row)}.`).join(" ") || NOTHING_YET
          }`}></chart-figure>
        <chart-figure class=${series.length > 0 ? "samples" : "samples wide"} heading="Every sample, by round"
          .chart=${samplesChart} .input=${{ rows, axis }}
          .table=${samplesTable(rows)} .legend=${this.#roundLegend()}
          .summary=${`${plural(rows.flatMap((row) => row.samples).length, "sample")}.`}></chart-figure>
        ${this.#roofline()}
        ${
          series.length > 0
            ? html`<timeline-figure .experiment=${experiment} .rows=${rows} .chosen=${this.timeline}></timeline-figure>`
            : nothing
        }
      </div>`;
  }
}

customElements.define("chart-wall", ChartWall);
