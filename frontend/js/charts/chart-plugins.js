// What Chart.js does not draw by itself: intervals as whiskers, and marked values as lines.

const CAP = 4;
const LIMIT_GAP = 3;

/** Draws lines `[x1, y1, x2, y2]`. */
export function stroke(context, ...lines) {
  context.beginPath();
  for (const [x1, y1, x2, y2] of lines) {
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  }
  context.stroke();
}

/**
 * Draws `dataset.intervals[i]`, `{ low, high }` or null, at each point or bar, along the axis of its value: over a bar,
 * and behind a point in `dataset.whiskerColours[i]`.
 */
export const whiskers = {
  id: "whiskers",
  beforeDatasetsDraw: (chart) => drawWhiskers(chart, (dataset) => dataset.whiskerColours),
  afterDatasetsDraw: (chart) => drawWhiskers(chart, (dataset) => !dataset.whiskerColours),
};

function drawWhiskers(chart, concerned) {
  const {
    ctx: context,
    chartArea: { left, right, top, bottom },
    scales: { x, y },
  } = chart;
  const across = chart.options.indexAxis === "y";
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  context.lineWidth = 1.75;
  chart.data.datasets.forEach((dataset, at) => {
    if (!dataset.intervals || !concerned(dataset)) return;
    chart.getDatasetMeta(at).data.forEach((element, index) => {
      const interval = dataset.intervals[index];
      if (!interval) return;
      const [low, high] = [interval.low, interval.high].map((value) => (across ? x : y).getPixelForValue(value));
      const { x: middleX, y: middleY } = element;
      context.strokeStyle = dataset.whiskerColours?.[index] ?? chart.options.plugins.whiskers.color;
      const point = (value, aside) => (across ? [value, middleY + aside] : [middleX + aside, value]);
      const caps = [low, high].map((end) => [...point(end, -CAP), ...point(end, CAP)]);
      stroke(context, [...point(low, 0), ...point(high, 0)], ...caps);
    });
  });
  context.restore();
}

/**
 * Draws a line across the chart at each `{ at, label?, dashed? }` of its values, behind what is drawn there; and the
 * limits, `{ at, from, to, limit }`, from one place on the other axis to another, over bars and behind points.
 */
export const marks = {
  id: "marks",
  beforeDatasetsDraw: (chart, _, options) => {
    for (const mark of linesOf(options)) {
      if (!mark.limit) drawMark(chart, mark, options);
      else if (!hasBars(chart)) drawLimit(chart, mark, options);
    }
  },
  afterDatasetsDraw: (chart, _, options) => {
    if (hasBars(chart)) for (const mark of linesOf(options)) if (mark.limit) drawLimit(chart, mark, options);
  },
};

const hasBars = (chart) => chart.config.type === "bar";
const linesOf = (options) => Object.values(options.lines ?? []);

function drawMark({ ctx: context, chartArea: { left, right, top, bottom }, scales: { x } }, mark, options) {
  const { at, label, dashed } = mark;
  const pixel = x.getPixelForValue(at);
  context.save();
  context.strokeStyle = options.color;
  context.fillStyle = options.ink;
  context.lineWidth = 1.25;
  context.setLineDash(dashed ? [4, 4] : []);
  stroke(context, [pixel, top, pixel, bottom]);
  if (label) {
    context.font = options.font;
    const half = context.measureText(label).width / 2;
    context.textAlign = "center";
    context.fillText(label, Math.min(right - half, Math.max(left + half, pixel)), top - 6);
  }
  context.restore();
}

/** A limit has an edge of the ground's colour, so that it is seen on every bar. */
function drawLimit({ ctx: context, scales: { x, y } }, { at, from, to }, options) {
  const pixel = x.getPixelForValue(at);
  context.save();
  for (const [colour, width] of [
    [options.ground, 5],
    [options.strong, 2],
  ]) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    stroke(context, [pixel, y.getPixelForValue(from) + LIMIT_GAP, pixel, y.getPixelForValue(to) - LIMIT_GAP]);
  }
  context.restore();
}
