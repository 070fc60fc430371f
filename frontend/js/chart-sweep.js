// Speedup over workers as a Chart.js configuration. Pure, like `chart-data.js`.
import { valueAxis } from "./chart-axes.js";
import { POINTS_OF_POOLS, tooltip } from "./chart-data.js";
import { speedupInWords, tickRatio } from "./format.js";

const DASHES_OF_POOLS = { platform: [], virtual: [6, 4] };

/** The lines of the sweep: the cases of each variant on each pool, by workers. */
export function sweepSeries(rows) {
  const series = Map.groupBy(
    rows.filter((row) => row.pooled),
    (row) => `${row.variant}/${row.pool}`,
  );
  return [...series.values()].map((cases) => ({
    label: `${cases[0].variantLabel}, ${cases[0].pool}`,
    hue: cases[0].hue,
    pool: cases[0].pool,
    cases: cases.toSorted((a, b) => a.workers - b.workers),
  }));
}

/** Speedup over workers, a line per variant and pool, with the line of the ideal. */
export function sweepChart({ rows }, palette) {
  const series = sweepSeries(rows);
  const workers = [...new Set(rows.filter((row) => row.pooled).map((row) => row.workers))].sort((a, b) => a - b);
  const values = rows.filter((row) => row.pooled && row.speedup).flatMap(({ speedup: { low, high } }) => [low, high]);
  const most = workers.at(-1) ?? 1;
  const ideal = {
    label: "ideal",
    data: workers.map((count) => ({ x: count, y: count })),
    borderColor: palette.faint,
    borderWidth: 1.5,
    borderDash: [2, 3],
    pointRadius: 0,
    pointHitRadius: 0,
  };
  return {
    type: "line",
    data: {
      datasets: [
        ...series.map(({ label, hue, pool, cases }) => ({
          label,
          rows: cases,
          data: cases.map((row) => ({ x: row.workers, y: row.speedup?.value ?? NaN })),
          intervals: cases.map((row) => row.speedup ?? null),
          borderColor: palette.hue(hue),
          borderWidth: 2,
          borderDash: DASHES_OF_POOLS[pool],
          spanGaps: true,
          whiskerColours: cases.map(() => palette.hue(hue)),
          pointStyle: POINTS_OF_POOLS[pool].shape,
          pointRadius: POINTS_OF_POOLS[pool].radius,
          pointBackgroundColor: palette.hue(hue),
          pointBorderColor: palette.raised,
          pointBorderWidth: 1,
          pointHoverRadius: 7,
        })),
        ideal,
      ],
    },
    options: {
      scales: {
        x: {
          type: "logarithmic",
          min: (workers[0] ?? 1) * 0.88,
          max: most * 1.14,
          border: { display: false },
          grid: { display: false },
          title: { display: true, text: "workers", color: palette.soft },
          afterBuildTicks: (axis) => {
            axis.ticks = workers.map((value) => ({ value }));
          },
          ticks: { autoSkip: false, color: palette.soft, callback: (value) => String(value) },
        },
        y: valueAxis(palette, [1, ...workers, ...values], { log: true, say: tickRatio }),
      },
      plugins: {
        tooltip: tooltip(
          ({ dataset, dataIndex }) =>
            `${dataset.label} ${workers[dataIndex]}: ` + speedupInWords(dataset.rows?.[dataIndex].speedup),
        ),
      },
    },
  };
}
