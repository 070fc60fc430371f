// Speedup over workers as a Chart.js configuration. Pure, like `chart-data.js`.
import { coreMarks, fitOf, fitPoints } from "./chart-amdahl.js";
import { chartOf, placesAxis, valueAxis } from "./chart-axes.js";
import { DASHES_OF_POOLS, lineStyle, plainLine, tooltip } from "./chart-data.js";
import { speedupInWords, tickRatio } from "../base/format.js";

/** The lines of the sweep: the cases of each variant on each pool, by workers. */
export function sweepSeries(rows) {
  const series = Map.groupBy(
    rows.filter((row) => row.pooled),
    (row) => `${row.variant}/${row.pool}`,
  );
  return [...series.values()].map((cases) => ({
    label: `${cases[0].variantLabel}, ${cases[0].pool}`,
    hue: cases[0].hue,
    variant: cases[0].variant,
    pool: cases[0].pool,
    cases: cases.toSorted((a, b) => a.workers - b.workers),
  }));
}

/** Amdahl's law fitted to a line of the sweep: a thin curve that takes no pointer. */
const fitCurve = ({ label, hue, pool, points }, palette) =>
  plainLine(points, palette, {
    label: `${label}, Amdahl's law`,
    borderColor: palette.hue(hue),
    borderWidth: 1,
    borderDash: DASHES_OF_POOLS[pool],
  });

/**
 * Speedup over workers, a line per variant and pool, with the line of the ideal, and once they are there Amdahl's law
 * and the machine's cores.
 */
export function sweepChart({ rows, fits = [], machine = null }, palette) {
  const series = sweepSeries(rows);
  const workers = [...new Set(rows.filter((row) => row.pooled).map((row) => row.workers))].sort((a, b) => a - b);
  const values = rows.filter((row) => row.pooled && row.speedup).flatMap(({ speedup: { low, high } }) => [low, high]);
  const most = workers.at(-1) ?? 1;
  const least = workers[0] ?? 1;
  const baseline = rows.find((row) => row.baseline)?.time?.median;
  const curves = series
    .map((line) => ({ ...line, points: fitPoints(fitOf(line, fits), baseline) }))
    .filter(({ points }) => points.length > 0);
  const lawful = curves.flatMap(({ points }) => points.map(({ y }) => y));
  const ideal = plainLine(workers.map((count) => ({ x: count, y: count })), palette, { label: "ideal" });
  const measured = series.map(({ label, hue, pool, cases }) => ({
    label,
    rows: cases,
    data: cases.map((row) => ({ x: row.workers, y: row.speedup?.value ?? NaN })),
    intervals: cases.map((row) => row.speedup ?? null),
    ...lineStyle({ hue, pool }, cases.length, palette),
    spanGaps: true,
  }));
  return chartOf("line", [...measured, ideal, ...curves.map((curve) => fitCurve(curve, palette))], {
    scales: {
      x: placesAxis(palette, "workers", workers, {
        type: "logarithmic",
        min: least * 0.88,
        max: most * 1.14,
        ticks: { autoSkip: false, callback: (value) => String(value) },
      }),
      y: valueAxis(palette, [1, ...workers, ...values, ...lawful], { log: true, say: tickRatio }),
    },
    plugins: {
      tooltip: tooltip(
        ({ dataset, dataIndex }) =>
          `${dataset.label} ${workers[dataIndex]}: ` + speedupInWords(dataset.rows?.[dataIndex].speedup),
      ),
      marks: { lines: coreMarks(machine, least, most) },
    },
  });
}
