// A scene as SVG. Pure.

/** The style sheet's colours by name, so that a figure in the page follows the theme by itself. */
export const SHEET_PALETTE = {
  ink: "var(--ink)",
  soft: "var(--soft)",
  faint: "var(--faint)",
  line: "var(--line)",
  raised: "var(--raised)",
  hue: (number) => `var(--v${number})`,
};

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const escaped = (text) => String(text).replace(/[&<>"']/g, (letter) => ENTITIES[letter]);

/** Letters that XML does not have at all are left out. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const short = (value) => (typeof value === "number" ? Number(value.toFixed(2)) : value);

const element = (name, attributes, content = "") => {
  const all = Object.entries(attributes)
    .filter(([, value]) => value != null)
    .map(([key, value]) => ` ${key}="${escaped(short(value))}"`);
  return content ? `<${name}${all.join("")}>${content}</${name}>` : `<${name}${all.join("")}/>`;
};

function shapeOf({ rect, line, circle, text, ...how }) {
  const { fill, stroke, round, width, dashed, size, bold, anchor, light, at } = how;
  if (rect) {
    const [x, y, across, down] = rect;
    return element("rect", {
      ...{ x, y, width: Math.max(0, across), height: down, rx: round, fill, stroke },
      "fill-opacity": light ? 0.35 : null,
    });
  }
  if (line) {
    const [x1, y1, x2, y2] = line;
    const dashes = dashed ? "4 4" : null;
    return element("line", { x1, y1, x2, y2, stroke, "stroke-width": width ?? 1, "stroke-dasharray": dashes });
  }
  if (circle) {
    const [cx, cy, r] = circle;
    return element("circle", { cx, cy, r, fill, stroke });
  }
  const [x, y] = at;
  const letters = { "font-size": size, "font-weight": bold ? 600 : null, "text-anchor": anchor };
  return element("text", { x, y, fill, ...letters }, escaped(text));
}

/** The scene as an element of the page. */
export const elementOf = (scene) =>
  document.adoptNode(new DOMParser().parseFromString(svgOf(scene), "image/svg+xml").documentElement);

/** The scene as a picture of its own, without style sheets and scripts. */
export function svgOf({ width, height, title, shapes }) {
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: "img",
    "font-family": "Inter, system-ui, sans-serif",
  };
  const content = [element("title", {}, escaped(title)), ...shapes.map(shapeOf)].join("\n");
  return element("svg", attributes, `\n${content}\n`).replace(CONTROLS, "");
}
