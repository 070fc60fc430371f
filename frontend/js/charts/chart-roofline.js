// The roofline: what the cases calculate each second over the work that a byte is used for, under the machine's
// ceilings, as a Chart.js configuration. Pure, like `chart-data.js`.
import { roundFigure } from "../base/axis.js";
import { chartOf, valueAxis } from "./chart-axes.js";
import { plainLine, pointsOf, tooltip } from "./chart-data.js";
import { significant } from "../base/format.js";
import { coresInWords, intensityOf } from "./roofline.js";
import { drawable, pointInWords, rateOf, roofsOf } from "./roofs.js";

const ROOM_BESIDE = 4;
const ROOM_ABOVE = 1.6;

/** The axes' ends: around all cases, and all the roofs there. */
function frameOf(cases, roofs) {
  const intensities = cases.map(({ work }) => intensityOf(work));
  const peaks = roofs.map(({ peak }) => peak.gflops.median);
  const ridges = roofs.flatMap(({ peak, levels }) =>
    levels.map(({ gbPerSecond }) => peak.gflops.median / gbPerSecond.median),
  );
  const rates = cases.map(rateOf).filter(Boolean).flatMap(({ value, low }) => [value, low ?? value]);
  const [least, most] = [Math.min(...intensities, ...ridges), Math.max(...intensities, ...ridges)];
  return {
    minX: roundFigure(least / ROOM_BESIDE, "below"),
    maxX: roundFigure(most * ROOM_BESIDE, "above"),
    minY: roundFigure(Math.min(...rates, Math.min(...peaks) / 100) / ROOM_ABOVE, "below"),
    maxY: roundFigure(Math.max(...peaks, ...rates) * ROOM_ABOVE, "above"),
  };
}

const cores = (workers) => (workers === 1 ? "" : `, ${coresInWords(workers)}`);

/** The lines of a roof, `{ from, to, text, limiting, workers, atEnd }`: one for each level up to its ridge, and the
 * flat one of the arithmetic. A narrow chart has room for their names, and none for their rates. */
function linesOf({ workers, peak, levels }, cases, { minX, maxX }, narrow) {
  const height = peak.gflops.median;
  const limiting = (level) => cases.some(({ limit }) => limit.workers === workers && limit.level === level);
  const slopes = levels.map(({ level, gbPerSecond: { median } }) => ({
    from: { x: minX, y: minX * median },
    to: { x: height / median, y: height },
    text: narrow ? level : `${level} ${significant(median)} GB/s${cores(workers)}`,
    limiting: limiting(level),
    workers,
    atEnd: workers > 1,
  }));
  const fastest = Math.max(...levels.map(({ gbPerSecond }) => gbPerSecond.median));
  return [
    ...slopes,
    {
      from: { x: height / fastest, y: height },
      to: { x: maxX, y: height },
      text: narrow ? "arithmetic" : `${significant(height)} GFLOP/s${cores(workers)}`,
      limiting: limiting(null),
      workers,
      atEnd: true,
    },
  ];
}

const roofLine = ({ from, to, limiting, workers }, palette) =>
  plainLine([from, to], palette, {
    showLine: true,
    borderColor: limiting ? palette.ink : palette.faint,
    borderWidth: limiting ? 1.75 : 1,
    borderDash: workers > 1 ? [6, 4] : [],
  });

/** The fastest case of each variant that has one, from the highest on. */
function fastestOf(cases) {
  const variants = Map.groupBy(cases.filter((row) => row.time), (row) => row.variant);
  return [...variants.values()]
    .map((own) => ({
      row: own.reduce((best, row) => (rateOf(row).value > rateOf(best).value ? row : best)),
      several: own.length > 1,
    }))
    .sort((one, other) => rateOf(other.row).value - rateOf(one.row).value);
}

const letter = (at) => String.fromCharCode("A".charCodeAt(0) + at);

/** What the letters of a narrow chart stand for, `{ label, text }`. */
export const lettersOf = (rows) =>
  fastestOf(drawable(rows)).map(({ row }, at) => ({ label: letter(at), text: pointInWords(row) }));

/** One name for each variant, at its fastest case: with its pool and workers where there are several, or the letter
 * that stands for it. */
const namesOf = (cases, palette, narrow) =>
  fastestOf(cases).map(({ row, several }, at) => ({
    x: intensityOf(row.work),
    y: rateOf(row).value,
    text: narrow ? letter(at) : several ? row.label : row.variantLabel,
    colour: palette.ink,
  }));

const tick = (value) => String(Number(value.toPrecision(2)));

const axisOf = (palette, title, from, to) => ({
  ...valueAxis(palette, [from * 1.2, to / 1.2], { log: true, say: tick }),
  title: { display: true, text: title, color: palette.soft },
});

/** @param narrow whether there is no room for names beside the points and rates along the roofs */
export function rooflineChart({ rows, ceilings, narrow = false }, palette) {
  const cases = drawable(rows);
  const roofs = roofsOf(cases, ceilings);
  const frame = frameOf(cases, roofs);
  const lines = roofs.flatMap((roof) => linesOf(roof, cases, frame, narrow));
  const measured = cases.filter((row) => row.time);
  const colours = measured.map((row) => palette.hue(row.hue));
  const points = {
    data: measured.map((row) => ({ x: intensityOf(row.work), y: rateOf(row).value })),
    intervals: measured.map((row) => (row.time.low === null ? null : rateOf(row))),
    whiskerColours: colours,
    ...pointsOf(measured),
    pointBackgroundColor: colours,
    pointBorderColor: palette.raised,
    pointBorderWidth: 1,
    pointHoverRadius: 7,
  };
  return chartOf("scatter", [points, ...lines.map((line) => roofLine(line, palette))], {
    scales: {
      x: axisOf(palette, "flop per byte", frame.minX, frame.maxX),
      y: axisOf(palette, "GFLOP/s", frame.minY, frame.maxY),
    },
    plugins: {
      tooltip: tooltip(({ dataIndex }) => pointInWords(measured[dataIndex])),
      marks: { lines: [] },
      labels: {
        along: lines.map(({ limiting, ...line }) => ({ ...line, colour: limiting ? palette.ink : palette.soft })),
        names: namesOf(cases, palette, narrow),
        ground: palette.raised,
        leader: palette.faint,
      },
    },
  });
}
