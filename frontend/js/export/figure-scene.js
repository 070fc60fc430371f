// A result's figure as plain shapes, for pictures and reports: times and speedups, a line per case. Pure.
//
// A scene is `{ width, height, title, shapes }`. A shape is a rectangle, a line, a circle or a text:
//   { rect: [x, y, width, height], fill, stroke?, round? }   { line: [x1, y1, x2, y2], stroke, width?, dashed? }
//   { circle: [x, y, radius], fill, stroke? }                { text, at: [x, y], fill, size, bold?, anchor? }
import { linearAxis, logAxis } from "../base/axis.js";
import { chartLines, wrapped } from "../charts/chart-axes.js";
import { plainSpeedup, ratio, tickRatio, tickTime, time } from "../base/format.js";
import { whisker } from "./scene-whisker.js";

const WIDTH = 900;
const EDGE = 28;
const LABELS = 210;
const FIGURES = 118;
const HEAD = 92;
const FOOT = 78;
const FOOT_LINE = 17;
const FOOT_LETTERS = 140;
const TITLE_LETTERS = 78;
const LINE = 34;
const SMALL = 12.5;
const MOST_TICKS = 6;

const KINDS = {
  time: {
    heading: "Time per operation: shorter takes less time",
    axisOf: linearAxis,
    of: (row) => row.time && { value: row.time.median, low: row.time.low, high: row.time.high },
    say: ({ value }) => time(value),
    tick: tickTime,
    draw: (axis, left, { value, ...interval }, y, row, palette) => [
      {
        rect: [left, y - 9, axis.place(value) - left, 18],
        fill: palette.hue(row.hue),
        stroke: palette.hue(row.hue),
        light: row.pool === "virtual",
        round: 3,
      },
      ...whisker(axis.place, interval, y, palette.ink),
    ],
  },
  speedup: {
    heading: "Speedup against the baseline: right of 1× takes less time",
    axisOf: (values) => logAxis(values, MOST_TICKS),
    of: (row) => row.speedup,
    say: (speedup) => `${ratio(speedup.value)}×`,
    tick: tickRatio,
    draw: (axis, left, speedup, y, row, palette) => [
      ...whisker(axis.place, speedup, y, palette.hue(row.hue)),
      { circle: [axis.place(speedup.value), y, 5.5], fill: palette.hue(row.hue), stroke: palette.raised },
    ],
  },
};

function lineLabel(line, y, palette, bold) {
  const texts = wrapped(line.pooled ? line.shortLabel : line.label, 30).slice(0, 2);
  return texts.map((text, at) => ({
    text,
    at: [EDGE + (line.pooled ? 14 : 0), y + 4 + (at - (texts.length - 1) / 2) * 14],
    fill: bold ? palette.ink : palette.soft,
    size: SMALL,
    bold,
  }));
}

const guideLabel = (guide, axis, palette) => ({
  ...{ text: `guide ${plainSpeedup(guide)}`, at: [axis.place(guide), HEAD - 13], fill: palette.soft },
  ...{ size: 11.5, anchor: "middle", bold: true },
});

/** What stands below a figure: the answer, in as many lines as it takes, and where it was measured. */
export const footOf = (verdict, origin) => [...(verdict?.answer ? wrapped(verdict.answer, FOOT_LETTERS) : []), origin];

/**
 * One figure of a result.
 *
 * @param kind "time" or "speedup"
 * @param about `{ title, guideSpeedup, foot: [text, a line each] }`
 * @param palette `{ ink, soft, faint, line, raised, hue(n) }`, as colours
 */
export function figureScene(kind, rows, about, palette) {
  const { heading, axisOf, of, say, tick, draw } = KINDS[kind];
  const lines = chartLines(rows);
  const known = lines.map((line) => (line.heading ? null : (of(line) ?? null)));
  const guide = kind === "speedup" ? about.guideSpeedup : null;
  const marks = kind === "speedup" ? [1, guide].filter(Boolean) : [];
  const left = EDGE + LABELS;
  const right = WIDTH - EDGE - FIGURES;
  const { place, ticks } = axisOf([...marks, ...known.flatMap((one) => (one ? [one.value, one.low, one.high] : []))]);
  const axis = { ticks, place: (value) => left + place(value) * (right - left) };
  const bottom = HEAD + lines.length * LINE;
  const height = bottom + FOOT + Math.max(0, about.foot.length - 2) * FOOT_LINE;
  const caption = { text: heading, at: [EDGE, 62], fill: palette.soft, size: SMALL + 0.5 };
  const title = wrapped(about.title, TITLE_LETTERS)[0];
  return {
    width: WIDTH,
    height,
    title: `${about.title} ${heading}`,
    shapes: [
      { rect: [0, 0, WIDTH, height], fill: palette.raised },
      { text: title === about.title ? title : `${title} …`, at: [EDGE, 38], fill: palette.ink, size: 17, bold: true },
      caption,
      ...axis.ticks.flatMap((value) => [
        { line: [axis.place(value), HEAD - 8, axis.place(value), bottom], stroke: palette.line },
        { text: tick(value), at: [axis.place(value), bottom + 20], fill: palette.soft, size: 12, anchor: "middle" },
      ]),
      ...marks.map((at) => ({
        line: [axis.place(at), HEAD - 8, axis.place(at), bottom],
        stroke: palette.faint,
        width: 1.25,
        dashed: at === guide,
      })),
      ...(guide ? [guideLabel(guide, axis, palette)] : []),
      ...lines.flatMap((line, at) => {
        const y = HEAD + (at + 0.5) * LINE;
        const one = known[at];
        return [
          ...lineLabel(line, y, palette, Boolean(line.heading)),
          ...(one ? draw(axis, left, one, y, line, palette) : []),
          ...(one ? [{ text: say(one), at: [right + 14, y + 4], fill: palette.ink, size: 13, bold: true }] : []),
        ];
      }),
      ...about.foot.map((text, at) => ({ text, at: [EDGE, bottom + 46 + at * FOOT_LINE], fill: palette.faint, size: 11.5 })),
    ],
  };
}
