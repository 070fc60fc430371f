// The axes of the charts: one for times or ratios, one with a line per case. Pure.
import { logTicks, roundFigure } from "../base/axis.js";

/** A chart as Chart.js takes it. @param lines how many there are, if each needs its height; the others are options */
export const chartOf = (type, datasets, { lines, ...options }) => ({ type, data: { datasets }, options, lines });

/** Up to so many lines get more height each. */
export const FEW_LINES = 6;

/** The rows of a chart with one line per case: a heading line above each pooled variant's cases. */
export function chartLines(rows) {
  return rows.flatMap((row, at) => {
    const first = row.pooled && rows[at - 1]?.variant !== row.variant;
    return first ? [{ heading: true, label: row.variantLabel }, row] : [row];
  });
}

/** A label on as many lines as it needs, at most `most` characters on each where words allow. */
export function wrapped(text, most = 22) {
  return text.split(" ").reduce((lines, word) => {
    const fits = lines.length > 0 && `${lines.at(-1)} ${word}`.length <= most;
    return fits ? [...lines.slice(0, -1), `${lines.at(-1)} ${word}`] : [...lines, word];
  }, []);
}

const lineLabel = ({ pooled, heading, label, shortLabel }) =>
  pooled ? `\u2007\u2007${shortLabel}` : heading ? label : wrapped(shortLabel);

const roomFor = (axis) => Math.max(3, Math.floor(axis.isHorizontal() ? axis.width / 58 : axis.height / 28));

const ticksAt = (placesOn) => ({
  afterBuildTicks: (axis) => {
    axis.ticks = placesOn(axis).map((value) => ({ value }));
  },
});

/** An axis of times or ratios, at its ends round figures around the values it must show. */
export function valueAxis(palette, values, { log, say }) {
  const known = values.filter((value) => Number.isFinite(value) && value > 0);
  const [least, most] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [1, 100];
  const common = {
    border: { display: false },
    grid: { color: palette.line, drawTicks: false },
    ticks: {
      display: known.length > 0,
      color: palette.soft,
      padding: 6,
      maxRotation: 0,
      callback: (value) => say(value),
    },
  };
  if (!log)
    return {
      type: "linear",
      min: 0,
      suggestedMax: most * 1.05,
      ...common,
      ticks: { ...common.ticks, maxTicksLimit: 5 },
    };
  const min = roundFigure(least * 0.9, "below");
  const max = roundFigure(most * 1.1, "above");
  return {
    type: "logarithmic",
    min,
    max,
    ...common,
    ...ticksAt((axis) => logTicks(min, max, roomFor(axis))),
    ticks: { ...common.ticks, autoSkip: false },
  };
}

/** An axis of numbers with a name, and a tick at each of these places. */
export const placesAxis = (palette, title, places, { ticks, ...more }) => ({
  border: { display: false },
  grid: { display: false },
  title: { display: true, text: title, color: palette.soft },
  ...ticksAt(() => places),
  ticks: { color: palette.soft, ...ticks },
  ...more,
});

export function lineAxis(palette, lines) {
  return {
    type: "linear",
    min: -0.5,
    max: lines.length - 0.5,
    reverse: true,
    offset: false,
    border: { display: false },
    grid: { display: false },
    ...ticksAt(() => [...lines.keys()]),
    ticks: {
      autoSkip: false,
      padding: 4,
      crossAlign: "far",
      color: ({ tick }) => (lines[tick?.value]?.heading ? palette.ink : palette.soft),
      font: ({ tick }) => ({ weight: lines[tick?.value]?.heading ? 600 : 400 }),
      callback: (value) => lineLabel(lines[value]),
    },
  };
}
