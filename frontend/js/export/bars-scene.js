// A result's times as bars from 0 on, for little room: labels over their bars, a tall list cut to what matters. Pure.
import { time } from "../base/format.js";
import { whisker } from "./scene-whisker.js";

const MOST = 8;
const LINE = 38;
const BAR = 12;
const FIGURE = 84;
const CAPTION = 18;

/** The rows to show: all, or where there are many each variant's fastest, the quickest ones last. */
export function fewRows(rows) {
  if (rows.length <= MOST) return rows;
  const fastest = [...Map.groupBy(rows, ({ variant }) => variant).values()].map((own) =>
    own.reduce((best, row) => (row.time.median < best.time.median ? row : best)),
  );
  return fastest.slice(0, MOST);
}

const caption = ({ faint }) => ({ text: "Time per operation, less is better", at: [0, 11], fill: faint, size: 11 });

/** One row's label, its bar with the interval over it, and its figure. */
function bar(row, top, place, palette) {
  const middle = top + 18 + BAR / 2;
  const { median, low, high } = row.time;
  const hue = palette.hue(row.hue);
  return [
    { text: row.label, at: [0, top + 12], fill: palette.soft, size: 12 },
    { rect: [0, top + 18, place(median), BAR], fill: hue, stroke: hue, round: 3, light: row.pool === "virtual" },
    ...whisker(place, row.time, middle, palette.ink),
    {
      text: time(median),
      at: [Math.max(place(median), high == null ? 0 : place(high)) + 8, middle + 4.5],
      ...{ fill: palette.ink, size: 13, bold: true },
    },
  ];
}

/** A scene as `figure-scene.js` describes it, `width` wide and as high as it must be. */
export function barsScene(rows, width, palette) {
  const shown = fewRows(rows);
  const highs = shown.map(({ time: known }) => known.high ?? known.median);
  const most = Math.max(...highs);
  const place = (value) => (value / most) * (width - FIGURE);
  return {
    width,
    height: CAPTION + Math.max(1, shown.length) * LINE,
    title: `Time per operation: ${shown.map((row) => `${row.label} ${time(row.time.median)}`).join(", ")}`,
    shapes: [caption(palette), ...shown.flatMap((row, at) => bar(row, CAPTION + at * LINE, place, palette))],
  };
}
