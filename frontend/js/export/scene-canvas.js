// A scene as a PNG picture, painted with the page's own typeface.

const SCALE = 2;
const FAMILY = "Inter, system-ui, sans-serif";

function paint(context, { rect, line, circle, text, ...how }) {
  const { fill, stroke, round, width, dashed, size, bold, anchor, light, at } = how;
  context.fillStyle = fill ?? "transparent";
  context.strokeStyle = stroke ?? "transparent";
  context.lineWidth = width ?? 1;
  context.setLineDash(dashed ? [4, 4] : []);
  context.beginPath();
  if (rect) {
    const [x, y, across, down] = rect;
    context.roundRect(x, y, Math.max(0, across), down, round ?? 0);
    context.globalAlpha = light ? 0.35 : 1;
    context.fill();
    context.globalAlpha = 1;
    if (stroke) context.stroke();
  } else if (line) {
    context.moveTo(line[0], line[1]);
    context.lineTo(line[2], line[3]);
    context.stroke();
  } else if (circle) {
    context.arc(...circle, 0, 2 * Math.PI);
    context.fill();
    if (stroke) context.stroke();
  } else {
    context.font = `${bold ? 600 : 400} ${size}px ${FAMILY}`;
    context.textAlign = anchor === "middle" ? "center" : "start";
    context.fillText(text, ...at);
  }
}

/** The scene as a PNG, twice as large in pixels as in the scene's own units. */
export function pngOf({ width, height, shapes }) {
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext("2d");
  context.scale(SCALE, SCALE);
  for (const shape of shapes) paint(context, shape);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The browser could not make a picture."))));
  });
}
