// Texts inside a chart, beside what they name: a plugin for Chart.js.

const LINE = 15;
const AWAY = 12;
const HALO = 4;
const ABOVE = 5;

/** Moves places apart that are nearer than a line, the order and the middle of each crowd kept; sorted from the top. */
export function apart(places, line = LINE) {
  const crowds = [];
  for (const place of places) {
    crowds.push({ middle: place, size: 1 });
    while (crowds.length > 1) {
      const [upper, lower] = crowds.slice(-2);
      if (lower.middle - upper.middle >= ((upper.size + lower.size) / 2) * line) break;
      const size = upper.size + lower.size;
      crowds.splice(-2, 2, { middle: (upper.middle * upper.size + lower.middle * lower.size) / size, size });
    }
  }
  return crowds.flatMap(({ middle, size }) =>
    Array.from({ length: size }, (_, at) => middle + (at - (size - 1) / 2) * line),
  );
}

function write(context, text, x, y, { ground, colour }) {
  context.strokeStyle = ground;
  context.lineWidth = HALO;
  context.lineJoin = "round";
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

/** Points' names: beside them, on the side with more room, moved apart and then led to by a line. */
function drawNames({ ctx: context, chartArea: { left, right }, scales }, names, { ground, leader }) {
  const points = names
    .map((name) => ({ ...name, pixelX: scales.x.getPixelForValue(name.x), pixelY: scales.y.getPixelForValue(name.y) }))
    .sort((a, b) => a.pixelY - b.pixelY);
  const places = apart(points.map(({ pixelY }) => pixelY));
  points.forEach(({ text, colour, pixelX, pixelY }, at) => {
    const way = right - pixelX >= pixelX - left ? 1 : -1;
    context.textAlign = way > 0 ? "left" : "right";
    if (Math.abs(places[at] - pixelY) > 2) {
      context.strokeStyle = leader;
      context.lineWidth = 1;
      context.beginPath();
      context.moveTo(pixelX + way * 7, pixelY);
      context.lineTo(pixelX + way * (AWAY + 6), places[at]);
      context.stroke();
    }
    write(context, text, pixelX + way * (AWAY + 8), places[at] + 4, { ground, colour });
  });
}

/** Texts along lines, written on the line where it begins inside the chart, or before its end. */
function drawAlong({ ctx: context, chartArea, scales }, lines, { ground }) {
  for (const { from, to, text, colour, atEnd } of lines) {
    const [beginX, endX] = [from, to].map(({ x }) => scales.x.getPixelForValue(x));
    const [beginY, endY] = [from, to].map(({ y }) => scales.y.getPixelForValue(y));
    const slope = (endY - beginY) / (endX - beginX);
    const insideX = slope < 0 && beginY > chartArea.bottom ? beginX + (chartArea.bottom - beginY) / slope : beginX;
    const x = atEnd ? endX - ABOVE : insideX + ABOVE * 2;
    context.save();
    context.translate(x, beginY + (x - beginX) * slope);
    context.rotate(Math.atan(slope));
    context.textAlign = atEnd ? "right" : "left";
    write(context, text, 0, -ABOVE, { ground, colour });
    context.restore();
  }
}

/** Writes `options.along`, `[{ from, to, text, colour, atEnd }]`, and `options.names`, `[{ x, y, text, colour }]`. */
export const labels = {
  id: "labels",
  afterDatasetsDraw(chart, _, options) {
    const { ctx: context } = chart;
    context.save();
    context.font = "12px Inter, system-ui, sans-serif";
    drawAlong(chart, Object.values(options.along ?? []), options);
    context.font = "600 12px Inter, system-ui, sans-serif";
    drawNames(chart, Object.values(options.names ?? []), options);
    context.restore();
  },
};
