// Every sample of every case, round by round, on the axis of those that count.
import { samplesChart, unseenSamples } from "../charts/chart-data.js";
import { samplesTable } from "../charts/chart-tables.js";
import { plural } from "../base/format.js";
import { html } from "../elements/element.js";
import "../charts/chart-figure.js";

const SHAPES = ["circle", "triangle", "square", "diamond", "star"];

function legendOf(rows) {
  const rounds = Math.max(1, ...rows.flatMap((row) => row.samples.map((sample) => sample.round)));
  const shapes = Array.from({ length: rounds }, (_, at) => ({
    label: `round ${at + 1}`,
    mark: SHAPES[at % SHAPES.length],
  }));
  return [{ label: "warm-up", mark: "hollow" }, ...shapes];
}

export function view({ rows, axis }) {
  const unseen = unseenSamples(rows);
  const note = unseen > 0 ? `Outside, and in the table: ${plural(unseen, "sample")} of the warm-up` : "";
  return html`<chart-figure class="samples" heading="Every sample, by round" note=${note}
    .chart=${samplesChart} .input=${{ rows, axis }} .table=${samplesTable(rows)} .legend=${legendOf(rows)}
    .summary=${`${plural(rows.flatMap((row) => row.samples).length, "sample")}.`}></chart-figure>`;
}
