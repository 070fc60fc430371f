// What more workers bring: speedup over workers with the ideal, Amdahl's law and the cores.
import { lawsInWords } from "../charts/chart-amdahl.js";
import { sweepChart, sweepSeries } from "../charts/chart-sweep.js";
import { sweepTable } from "../charts/chart-tables.js";
import { plural, speedupInWords } from "../base/format.js";
import { html } from "../elements/element.js";
import "../charts/chart-figure.js";

const summaryOf = (series) =>
  series
    .map(({ label, cases }) => {
      const last = cases.findLast((row) => row.speedup);
      return last ? `${label}, ${plural(last.workers, "worker")}: ${speedupInWords(last.speedup)}.` : "";
    })
    .join(" ");

export function view({ rows, run }) {
  const series = sweepSeries(rows);
  const { fits = [], machine = null } = run ?? {};
  const lines = series.map(({ label, hue, pool }) => ({ label, hue, mark: `line-${pool}` }));
  const law = fits.some((fit) => fit.serialShare) ? [{ label: "Amdahl's law", mark: "law" }] : [];
  const told = lawsInWords(series, fits);
  const laws = told.length > 0 ? told : [{ label: "Amdahl's law", text: "is fitted when the run has finished" }];
  return html`<chart-figure heading="Speedup over workers"
    .chart=${sweepChart} .input=${{ rows, fits, machine }} .table=${sweepTable(series, fits)}
    .legend=${[...lines, ...law, { label: "ideal", mark: "ideal" }]} .below=${laws}
    .summary=${summaryOf(series)}></chart-figure>`;
}
