// Measurements laid over each other as Chart.js configurations. Pure, like `chart-data.js`.
import { valueAxis } from "../charts/chart-axes.js";
import { pointChart, timeBars, tooltip } from "../charts/chart-data.js";
import { comparedCases, figureInWords, rateInWords } from "../results/compare.js";
import { speedupInWords, tickRatio, tickTime } from "../base/format.js";
import { chartNames, middleOut } from "../results/jmh-cases.js";

/** As many as a phone shows. */
const MOST_LETTERS = 23;

/** So many lines are drawn at once: a canvas of more would be higher than some browsers can draw. */
const MOST_LINES = 120;

/**
 * The lines of a chart: a heading for each case, and below it a line for each measurement that has it; of one
 * measurement alone a line for each case. `{ lines, of, pages, page }`: of many only those of one page, and `of` names the
 * parameters whose values alone stand in the lines.
 */
export function comparedLines(measurements, has, page = 0) {
  const cases = comparedCases(measurements).filter(({ rows }) => rows.some((row) => row && has(row)));
  const { names, of } = chartNames(cases);
  const alone = measurements.length === 1;
  const perPage = alone ? MOST_LINES : Math.floor(MOST_LINES / (measurements.length + 1));
  const pages = Math.ceil(cases.length / perPage);
  // Fewer measurements may leave fewer pages.
  const shown = Math.max(0, Math.min(page, pages - 1));
  const lines = cases.flatMap(({ label, rows }, at) => {
    if (Math.floor(at / perPage) !== shown) return [];
    const name = (one) => (alone ? names[at] : middleOut(measurements[one].name, MOST_LETTERS));
    const own = rows.flatMap((row, one) =>
      row && has(row) ? [{ row, pooled: true, shortLabel: name(one), solid: one === 0, label }] : [],
    );
    return alone ? own : [{ heading: true, label: names[at] }, ...own];
  });
  return { lines, of, pages, page: shown };
}

const figuresOf = (measurements, part) => measurements.flatMap(({ rows }) => rows.map((row) => row[part]).filter(Boolean));

const say = ({ label, shortLabel, row }) => {
  const where = label.endsWith(shortLabel) ? label : `${label}, ${shortLabel}`;
  return `${where}: ${figureInWords(row)}`;
};

/** A point per line of what `figureOf` a row gives: the first measurement's are solid, those of the others rings. */
function comparedPoints(lines, figureOf, { x, palette, plugins }) {
  const colour = ({ row }) => (row ? palette.hue(row.hue) : "transparent");
  const look = {
    pointStyle: lines.map(({ row }) => (row?.pool === "virtual" ? "triangle" : "circle")),
    pointRadius: lines.map(({ solid }) => (solid ? 5 : 5.5)),
    pointBackgroundColor: lines.map((line) => (line.row && !line.solid ? palette.raised : colour(line))),
    pointBorderColor: lines.map(colour),
    pointBorderWidth: 2,
    whiskerColours: lines.map((line) => (line.row ? colour(line) : null)),
  };
  return pointChart(lines, lines.map(({ row }) => row && figureOf(row)), look, { x, palette, plugins });
}

/** A bar per line of `row[part]`: the first measurement's are solid, those of the others outlines. On a log axis, where the
 * length of a bar says nothing, a point. */
function comparedBars(part, tick) {
  return ({ measurements, axis, page }, palette) => {
    const { lines } = comparedLines(measurements, (row) => row[part], page);
    const values = figuresOf(measurements, part).flatMap(({ median, low, high }) => [median, low, high]);
    const plugins = { tooltip: tooltip(({ dataIndex }) => say(lines[dataIndex])) };
    if (axis === "log") {
      const x = valueAxis(palette, values, { log: true, say: tick });
      return comparedPoints(lines, (row) => row[part], { x, palette, plugins });
    }
    const look = ({ solid }) => ({ solid, width: solid ? 1 : 2 });
    const bar = ({ row }) => row && { ...row, time: row[part] };
    return timeBars(lines, bar, look, { values, axis, palette, plugins, say: tick });
  };
}

/** Time per operation. */
export const comparedTimeChart = comparedBars("time", tickTime);

/** Operations per second. */
export const comparedRateChart = comparedBars("rate", (value) => rateInWords(value).replace(" ops/s", "/s"));

export const hasSpeedup = (row) => row.speedup && !row.baseline;

/** Speedup against each one's own baseline: the first measurement's points are solid, those of the others rings. */
export function comparedSpeedupChart({ measurements, page }, palette) {
  const { lines } = comparedLines(measurements, hasSpeedup, page);
  const values = figuresOf(measurements, "speedup").flatMap(({ value, low, high }) => [value, low, high]);
  return comparedPoints(lines, (row) => row.speedup, {
    x: valueAxis(palette, [1, ...values], { log: true, say: tickRatio }),
    palette,
    plugins: {
      tooltip: tooltip(({ dataIndex }) => {
        const { label, shortLabel, row } = lines[dataIndex];
        return `${label}, ${shortLabel}: ${speedupInWords(row.speedup)}`;
      }),
      marks: { lines: [{ at: 1 }] },
    },
  });
}
