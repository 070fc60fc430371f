// The page's colours as a chart needs them: read from the style sheet, so that a theme is written down once.
import { HUES } from "./palette.js";

const STRIPE = 6;

function stripes(colour, ground) {
  const tile = document.createElement("canvas");
  tile.width = tile.height = STRIPE;
  const context = tile.getContext("2d");
  context.fillStyle = ground;
  context.fillRect(0, 0, STRIPE, STRIPE);
  context.strokeStyle = colour;
  context.lineWidth = 2.6;
  for (const shift of [-STRIPE, 0, STRIPE]) {
    context.beginPath();
    context.moveTo(shift - 1, STRIPE + 1);
    context.lineTo(shift + STRIPE + 1, -1);
    context.stroke();
  }
  return context.createPattern(tile, "repeat");
}

/** The palette that `chart-data.js` takes, for the theme that is on now. */
export function chartPalette() {
  const style = getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue(`--${name}`).trim();
  const colours = Array.from({ length: HUES }, (_, at) => token(`v${at + 1}`));
  const hue = (number) => colours[number - 1];
  return {
    ink: token("ink"),
    soft: token("soft"),
    faint: token("faint"),
    line: token("line"),
    raised: token("raised"),
    hue,
    fill(number, { hatched, faint }) {
      if (faint) return `${hue(number)}44`;
      return hatched ? stripes(hue(number), `${hue(number)}40`) : hue(number);
    },
  };
}
