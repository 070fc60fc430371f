// Every case: its time with its limit, and its speedup against the baseline with the guide's figure.
import { speedupChart, timeChart } from "../charts/chart-data.js";
import { limitLegend } from "../charts/chart-limits.js";
import { speedupTable, timeTable } from "../charts/chart-tables.js";
import { ratio, speedupInWords, time } from "../base/format.js";
import { segments } from "../elements/segments.js";
import { html, PageElement } from "../elements/element.js";
import "../charts/chart-figure.js";

const AXES = [
  ["linear", "Linear"],
  ["log", "Log"],
];
const NOTHING_YET = "Nothing measured yet.";
const besides = ({ overYardstick }) => (overYardstick ? `; over the yardstick ${speedupInWords(overYardstick)}` : "");

customElements.define("cases-view", class extends PageElement {
  static properties = { of: { attribute: false } }; // { experiment, rows, axis }

  #poolLegend(mark) {
    const pools = [...new Set(this.of.rows.filter((row) => row.pooled).map((row) => row.pool))];
    return pools.map((pool) => ({ label: pool, mark: `${mark}-${pool}` }));
  }

  render() {
    const { experiment, rows, axis } = this.of;
    const { id } = experiment;
    const choose = (other) => this.say("change-view", { id, part: { axis: other } });
    const { guideSpeedup, yardstickVariant } = experiment.claim;
    const yardstick = experiment.variants.find((one) => one.id === yardstickVariant)?.label ?? null;
    const timed = rows.filter((row) => row.time);
    const limits = limitLegend(rows);
    const compared = rows.filter((row) => row.speedup && !row.baseline);
    return html`<div class="charts">
      <chart-figure heading="Time per operation"
        note=${axis === "log" ? "further left takes less time" : "shorter takes less time"}
        .chart=${timeChart} .input=${{ rows, axis }} .table=${timeTable(rows)}
        .aside=${segments("Scale of the times", `${id}-axis`, AXES, axis, choose)}
        .legend=${[...this.#poolLegend(axis === "log" ? "point" : "bar"), ...limits]}
        .summary=${timed.map((row) => `${row.label}: ${time(row.time.median)}.`).join(" ")}></chart-figure>
      <chart-figure heading="Speedup against the baseline" note="right of 1× takes less time"
        .chart=${speedupChart} .input=${{ rows, guideSpeedup }} .table=${speedupTable(rows, yardstick)}
        .legend=${[...this.#poolLegend("point"), ...(timed.some((row) => row.baseline) ? limits : [])]}
        .summary=${`${guideSpeedup ? `The guide's figure is ${ratio(guideSpeedup)}. ` : ""}${
          compared.map((row) => `${row.label}: ${speedupInWords(row.speedup)}${besides(row)}.`).join(" ") || NOTHING_YET
        }`}></chart-figure>
    </div>`;
  }
});

export const view = (of) => html`<cases-view .of=${of}></cases-view>`;
