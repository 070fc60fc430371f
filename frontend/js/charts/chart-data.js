// Cases as Chart.js configurations. Pure: colours come in as a palette `{ ink, soft, faint, line, raised, hue(n),
// fill(n, { hatched, faint }) }`, and nothing is drawn here.
import { roundFigure } from "../base/axis.js";
import { chartLines, chartOf, FEW_LINES, lineAxis, valueAxis } from "./chart-axes.js";
import { limitMarks } from "./chart-limits.js";
import { plainSpeedup, speedupInWords, tickRatio, tickTime, time } from "../base/format.js";

const SHAPES_OF_ROUNDS = ["circle", "triangle", "rect", "rectRot", "star"];
export const DASHES_OF_POOLS = { sequential: [], platform: [], virtual: [6, 4] };

const POINTS_OF_POOLS = {
  sequential: { shape: "circle", radius: 5 },
  platform: { shape: "circle", radius: 5 },
  virtual: { shape: "triangle", radius: 6.5 },
};

/** How the line of a case is drawn, with so many points: the hue is its variant's, dashes and points are its pool's. */
export const lineStyle = ({ hue, pool }, points, palette) => ({
  borderColor: palette.hue(hue),
  borderWidth: 2,
  borderDash: DASHES_OF_POOLS[pool],
  whiskerColours: Array(points).fill(palette.hue(hue)),
  pointStyle: POINTS_OF_POOLS[pool].shape,
  pointRadius: POINTS_OF_POOLS[pool].radius,
  pointBackgroundColor: palette.hue(hue),
  pointBorderColor: palette.raised,
  pointBorderWidth: 1,
  pointHoverRadius: 7,
});

/** A line that no pointer finds, such as that of equal speed. */
export const plainLine = (data, palette, more) => ({
  data,
  borderColor: palette.faint,
  borderWidth: 1.5,
  borderDash: [2, 3],
  pointRadius: 0,
  pointHitRadius: 0,
  ...more,
});

export const tooltip = (say) => ({
  displayColors: false,
  callbacks: { title: () => "", label: (item) => say(item) },
});

const sayTime = (row) =>
  `${row.label}: ${time(row.time.median)}` +
  (row.time.low === null ? ", so far" : ` (${time(row.time.low)} to ${time(row.time.high)})`);

const HOLLOW = "transparent";

/** The shapes and sizes of points, one for each line: its pool's. */
export const pointsOf = (lines) => ({
  pointStyle: lines.map((line) => POINTS_OF_POOLS[line?.pool]?.shape ?? "circle"),
  pointRadius: lines.map((line) => POINTS_OF_POOLS[line?.pool]?.radius ?? 0),
});

/**
 * A chart of times: a bar per line, with its interval; faint while no fork is complete.
 *
 * @param rowOf the row that a line shows, with `time`, `hue` and `pool`; null for a heading
 * @param look `{ solid, width }` of a line's bar
 */
export function timeBars(lines, rowOf, look, { values, axis, palette, plugins, say = tickTime }) {
  const timed = lines.map((line) => (rowOf(line)?.time ? rowOf(line) : null));
  const fill = ({ hue, pool, time: { provisional } }) =>
    palette.fill(hue, { hatched: pool === "virtual", faint: provisional });
  const bars = {
    data: timed.map((row, at) => ({ x: row?.time.median ?? null, y: at })),
    intervals: timed.map((row) => (row?.time.low == null ? null : row.time)),
    backgroundColor: timed.map((row, at) => (row && look(lines[at]).solid ? fill(row) : HOLLOW)),
    borderColor: timed.map((row) => (row ? palette.hue(row.hue) : HOLLOW)),
    borderWidth: lines.map((line) => look(line).width),
    borderRadius: 3,
    borderSkipped: "start",
    barThickness: lines.length > FEW_LINES ? 14 : 19,
  };
  return chartOf("bar", [bars], {
    indexAxis: "y",
    scales: { x: valueAxis(palette, values, { log: axis === "log", say }), y: lineAxis(palette, lines) },
    plugins,
    lines: lines.length,
  });
}

/**
 * A chart with a point per line, and its interval.
 *
 * @param figures of each line `{ value or median, low, high }`, or null
 * @param look how the points and whiskers are drawn
 */
export function pointChart(lines, figures, look, { x, palette, plugins }) {
  const points = {
    data: figures.map((figure, at) => ({ x: figure?.value ?? figure?.median ?? NaN, y: at })),
    intervals: figures.map((figure) => (figure?.low == null ? null : figure)),
    pointHoverRadius: 7,
    ...look,
  };
  const scales = { x, y: lineAxis(palette, lines) };
  return chartOf("scatter", [points], { indexAxis: "y", scales, plugins, lines: lines.length });
}

/** Points of times, hollow while no fork is complete: on a log axis the length of a bar says nothing. */
function timePoints(lines, { values, palette, plugins }) {
  const timed = lines.map((line) => (line.heading || !line.time ? null : line));
  const hue = (row) => (row ? palette.hue(row.hue) : HOLLOW);
  const look = {
    ...pointsOf(timed),
    pointBackgroundColor: timed.map((row) => (row?.time.provisional ? HOLLOW : hue(row))),
    pointBorderColor: timed.map(hue),
    pointBorderWidth: 1.5,
    whiskerColours: timed.map(hue),
  };
  const x = valueAxis(palette, values, { log: true, say: tickTime });
  return pointChart(lines, timed.map((row) => row?.time), look, { x, palette, plugins });
}

/** Time per operation, with its interval and its limit: a bar per case from 0 on, or a point per case on a log axis. */
export function timeChart({ rows, axis }, palette) {
  const lines = chartLines(rows);
  const shown = rows.filter((row) => row.time);
  const limits = limitMarks(lines, (ns) => ns);
  const times = shown.flatMap(({ time: { median, low, high } }) => [median, low, high]);
  const plugins = { tooltip: tooltip(({ dataIndex }) => sayTime(lines[dataIndex])), marks: { lines: limits } };
  const own = (line) => (line.heading ? null : line);
  const values = [...times, ...limits.map(({ at }) => at)];
  return axis === "log"
    ? timePoints(lines, { values, palette, plugins })
    : timeBars(lines, own, () => ({ solid: true, width: 1 }), { values, axis, palette, plugins });
}

const guideMark = (speedup) =>
  speedup ? [{ at: speedup, label: `guide ${plainSpeedup(speedup)}`, dashed: true }] : [];

/** Speedup against the baseline: a point per case with its interval and, once there is a baseline, its limit; a line at
 * 1, and the guide's figure as a mark. */
export function speedupChart({ rows, guideSpeedup }, palette) {
  const lines = chartLines(rows);
  const baseline = rows.find((row) => row.baseline)?.time?.median;
  const limits = baseline ? limitMarks(lines, (ns) => baseline / ns) : [];
  const speedups = rows.filter((row) => row.speedup).flatMap(({ speedup: { value, low, high } }) => [value, low, high]);
  const values = [...speedups, ...limits.map(({ at }) => at)];
  const look = {
    ...pointsOf(lines),
    pointBackgroundColor: lines.map((line) => (line.heading ? HOLLOW : palette.hue(line.hue))),
    pointBorderColor: palette.raised,
    pointBorderWidth: 1,
    whiskerColours: lines.map((line) => (line.heading ? null : palette.hue(line.hue))),
  };
  return pointChart(lines, lines.map((line) => line.speedup), look, {
    x: valueAxis(palette, [1, guideSpeedup, ...values], { log: true, say: tickRatio }),
    palette,
    plugins: {
      tooltip: tooltip(({ dataIndex }) => `${lines[dataIndex].label}: ${speedupInWords(lines[dataIndex].speedup)}`),
      marks: { lines: [{ at: 1 }, ...guideMark(guideSpeedup), ...limits] },
    },
  });
}

/** Whether each sample lies far from the other measured ones, as the server tells by their places. */
function farSamples({ samples = [], outliers = [] }) {
  let measured = -1;
  return samples.map(({ phase }) => phase === "measure" && outliers.includes(++measured));
}

/** How much further than the samples that count the axis goes, to either side. */
const BEYOND = 1.25;

/** The ends of what is shown of the samples: around those that count, or all while none does. */
function reachOf(rows) {
  const all = rows.flatMap((row) => row.samples);
  const counted = all.filter(({ phase }) => phase === "measure");
  const times = (counted.length > 0 ? counted : all).map(({ nsPerOp }) => nsPerOp);
  return [Math.min(...times) / BEYOND, Math.max(...times) * BEYOND];
}

/** Samples this far apart are all seen on a log axis only. */
const WORTH_A_LOG_AXIS = 16;

/** The ends of a linear axis around its values: points need no 0. */
function closeTo(least, most) {
  const stepSize = roundFigure((most - least) / 5, "above");
  return { min: Math.floor(least / stepSize) * stepSize, max: Math.ceil(most / stepSize) * stepSize };
}

/** How many samples of the warm-up lie beyond the axis. */
export function unseenSamples(rows) {
  const [least, most] = reachOf(rows);
  return rows.flatMap((row) => row.samples).filter(({ nsPerOp }) => nsPerOp < least || nsPerOp > most).length;
}

/** Every sample of each case, warm-up hollow; its shape tells the round. The axis is of the samples that count. */
export function samplesChart({ rows, axis }, palette) {
  const lines = chartLines(rows);
  const rounds = Math.max(1, ...rows.flatMap((row) => row.samples.map((sample) => sample.round)));
  const far = new Map(lines.map((line) => [line, farSamples(line)]));
  const counts = ({ phase }) => phase === "measure";
  const datasets = lines.flatMap((line, at) => {
    if (!line.samples?.length) return [];
    const { samples, hue } = line;
    const isFar = far.get(line);
    return {
      row: line,
      data: samples.map(({ nsPerOp, round }) => ({ x: nsPerOp, y: at + 0.56 * ((round - 0.5) / rounds - 0.5) })),
      pointStyle: samples.map(({ round }) => SHAPES_OF_ROUNDS[(round - 1) % SHAPES_OF_ROUNDS.length]),
      pointRadius: samples.map((one) => (counts(one) ? 3.2 : 2.4)),
      pointBackgroundColor: samples.map((one) => (counts(one) ? palette.hue(hue) : HOLLOW)),
      pointBorderColor: samples.map((_, index) => (isFar[index] ? palette.ink : palette.hue(hue))),
      pointBorderWidth: samples.map((one, index) => (isFar[index] ? 2 : counts(one) ? 0.5 : 1)),
    };
  });
  const [least, most] = reachOf(rows);
  const log = axis === "log" || most / least > WORTH_A_LOG_AXIS;
  const x = valueAxis(palette, [least, most], { log, say: tickTime });
  return chartOf("scatter", datasets.length > 0 ? datasets : [{ data: [] }], {
    scales: { x: log || datasets.length === 0 ? x : { ...x, ...closeTo(least, most) }, y: lineAxis(palette, lines) },
    plugins: {
      tooltip: tooltip(({ dataset, dataIndex }) => {
        const { phase, round, iteration, nsPerOp } = dataset.row.samples[dataIndex];
        const outlier = far.get(dataset.row)[dataIndex];
        const kind = outlier ? "outlier, sample" : phase === "measure" ? "sample" : "warm-up";
        return `${dataset.row.label}: ${time(nsPerOp)}, ${kind} ${iteration} of round ${round}`;
      }),
    },
    lines: lines.length,
  });
}
