// How a call gets faster from a cold start on.
import { coldChart, coldRows } from "../charts/chart-cold.js";
import { coldTable } from "../charts/chart-tables.js";
import { time } from "../base/format.js";
import { html } from "../elements/element.js";
import "../charts/chart-figure.js";

export function view({ rows, axis }) {
  const cold = coldRows(rows);
  const timed = cold.filter((row) => row.time);
  return html`<chart-figure heading="Time of a call, from a cold start"
    note="every point is a first, a tenth, a thousandth call in JVMs of its own"
    .chart=${coldChart} .input=${{ rows, axis }} .table=${coldTable(cold)}
    .legend=${cold.map(({ label, hue }) => ({ label, hue, mark: "circle" }))}
    .summary=${timed.map((row) => `${row.label}: ${time(row.time.median)}.`).join(" ")}>
  </chart-figure>`;
}
