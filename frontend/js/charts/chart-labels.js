// Texts inside a chart, beside what they name: a plugin for Chart.js.
import { stroke } from "./chart-plugins.js";

const LINE = 15;
const AWAY = 12;
const HALO = 6; // covers what runs below a space, too
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

/** Points' names: on the right where they fit, since a roof above a point only rises there, or else on the side with
 * more room. Those too near to each other are moved apart, and led to by a line. */
function drawNames({ ctx: context, chartArea: { left, right }, scales }, names, { ground, leader }) {
  const points = names
    .map((name) => ({ ...name, pixelX: scales.x.getPixelForValue(name.x), pixelY: scales.y.getPixelForValue(name.y) }))
    .sort((a, b) => a.pixelY - b.pixelY);
  const places = apart(points.map(({ pixelY }) => pixelY));
  points.forEach(({ text, colour, pixelX, pixelY }, at) => {
    const fits = pixelX + AWAY + 8 + context.measureText(text).width <= right;
    const way = fits || right - pixelX >= pixelX - left ? 1 : -1;
    context.textAlign = way > 0 ? "left" : "right";
    if (Math.abs(places[at] - pixelY) > 2) {
      context.strokeStyle = leader;
      context.lineWidth = 1;
      stroke(context, [pixelX + way * 7, pixelY, pixelX + way * (AWAY + 6), places[at]]);
    }
    write(context, text, pixelX + way * (AWAY + 8), places[at] + 4, { ground, colour });
  });
}

/** Where texts along lines begin, `[{ beginX, endX, heightAt, wide, atEnd }]`: as near to the end of its line as the
 * texts before it leave room; null where its line leaves none. */
export function along(texts) {
  const taken = [];
  return texts.map(({ beginX, endX, heightAt, wide, atEnd }) => {
    const room = ({ from, to, height }, x) =>
      Math.abs(height(x) - heightAt(x)) >= LINE || x >= to + AWAY || x + wide <= from - AWAY;
    let x = atEnd ? endX - ABOVE - wide : beginX + ABOVE * 2;
    for (let other; (other = taken.find((one) => !room(one, x))); ) {
      x = atEnd ? other.from - AWAY - wide : other.to + AWAY;
    }
    if (x < beginX || x + wide > endX) return null;
    taken.push({ from: x, to: x + wide, height: heightAt });
    return x;
  });
}

/** Texts along lines, written on the line from where it begins inside the chart, or towards its end. */
function drawAlong({ ctx: context, chartArea, scales }, lines, { ground }) {
  const texts = lines.map(({ from, to, text, colour, atEnd }) => {
    const [beginX, endX] = [from, to].map(({ x }) => scales.x.getPixelForValue(x));
    const [beginY, endY] = [from, to].map(({ y }) => scales.y.getPixelForValue(y));
    const slope = (endY - beginY) / (endX - beginX);
    const angle = Math.atan(slope);
    return {
      ...{ text, colour, atEnd, angle, endX },
      beginX: slope < 0 && beginY > chartArea.bottom ? beginX + (chartArea.bottom - beginY) / slope : beginX,
      heightAt: (x) => beginY + (x - beginX) * slope,
      wide: context.measureText(text).width * Math.cos(angle),
    };
  });
  const places = along(texts);
  texts.forEach(({ text, colour, angle, heightAt }, at) => {
    const x = places[at];
    if (x === null) return;
    context.save();
    context.translate(x, heightAt(x));
    context.rotate(angle);
    context.textAlign = "left";
    write(context, text, 0, -ABOVE, { ground, colour });
    context.restore();
  });
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
