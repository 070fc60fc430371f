// Measurements laid over each other as Chart.js configurations. Pure, like `chart-data.js`.
import { lineAxis, valueAxis } from "./chart-axes.js";
import { timeBars, tooltip } from "./chart-data.js";
import { comparedCases } from "./compare.js";
import { speedupInWords, tickRatio, time } from "./format.js";

/** As many as a phone shows. */
const MOST_LETTERS = 23;

/** A name as a chart has room for it. What tells it from others stands at its end, so its middle is left out. */
const brief = (name) => (name.length > MOST_LETTERS ? `${name.slice(0, 9)}…${name.slice(10 - MOST_LETTERS)}` : name);

/** The lines of a chart: a heading for each case, and below it a line for each measurement that has it. */
export function comparedLines(measurements, has) {
  return comparedCases(measurements).flatMap(({ label, rows }) => {
    const own = rows.flatMap((row, at) =>
      row && has(row) ? [{ row, pooled: true, shortLabel: brief(measurements[at].name), solid: at === 0, label }] : [],
    );
    return own.length > 0 ? [{ heading: true, label }, ...own] : [];
  });
}

const sayTime = ({ label, shortLabel, row }) =>
  `${label}, ${shortLabel}: ${time(row.time.median)}` +
  (row.time.low == null ? "" : ` (${time(row.time.low)} to ${time(row.time.high)})`);

/** Time per operation: the first measurement's bars are solid, those of the others outlines. */
export function comparedTimeChart({ measurements, axis }, palette) {
  const lines = comparedLines(measurements, (row) => row.time);
  const shown = lines.filter(({ row }) => row);
  const values = shown.flatMap(({ row: { time: known } }) => [known.median, known.low, known.high]);
  const plugins = { tooltip: tooltip(({ dataIndex }) => sayTime(lines[dataIndex])) };
  const look = ({ solid }) => ({ solid, width: solid ? 1 : 2 });
  return timeBars(lines, ({ row }) => row, look, { values, axis, palette, plugins });
}

/** Speedup against each one's own baseline: the first measurement's points are solid, those of the others rings. */
export function comparedSpeedupChart({ measurements }, palette) {
  const lines = comparedLines(measurements, (row) => row.speedup && !row.baseline);
  const shown = lines.filter(({ row }) => row);
  const values = shown.flatMap(({ row: { speedup } }) => [speedup.value, speedup.low, speedup.high]);
  const colour = ({ row }) => (row ? palette.hue(row.hue) : "transparent");
  return {
    type: "scatter",
    data: {
      datasets: [
        {
          data: lines.map(({ row }, at) => ({ x: row?.speedup.value ?? NaN, y: at })),
          intervals: lines.map(({ row }) => row?.speedup ?? null),
          pointStyle: lines.map(({ row }) => (row?.pool === "virtual" ? "triangle" : "circle")),
          pointRadius: lines.map(({ solid }) => (solid ? 5 : 5.5)),
          pointBackgroundColor: lines.map((line) => (line.row && !line.solid ? palette.raised : colour(line))),
          pointBorderColor: lines.map(colour),
          pointBorderWidth: 2,
          pointHoverRadius: 7,
          whiskerColours: lines.map((line) => (line.row ? colour(line) : null)),
        },
      ],
    },
    options: {
      indexAxis: "y",
      scales: { x: valueAxis(palette, [1, ...values], { log: true, say: tickRatio }), y: lineAxis(palette, lines) },
      plugins: {
        tooltip: tooltip(({ dataIndex }) => {
          const { label, shortLabel, row } = lines[dataIndex];
          return `${label}, ${shortLabel}: ${speedupInWords(row.speedup)}`;
        }),
        marks: { lines: [{ at: 1 }] },
      },
    },
    lines: lines.length,
  };
}
