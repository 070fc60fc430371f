// The page's colours as a chart needs them: read from the style sheet, so that a theme is written down once.
import { HUES } from "../elements/palette.js";

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

/** The style sheet's colours as `#rrggbb`, whatever they are called there: a colour of the system has a name. */
function readColours(names) {
  const probe = document.body.appendChild(document.createElement("i"));
  const context = document.createElement("canvas").getContext("2d");
  const colours = names.map((name) => {
    probe.style.color = `var(--${name})`;
    context.fillStyle = getComputedStyle(probe).color;
    return context.fillStyle;
  });
  probe.remove();
  return colours;
}

/** The same in light colours. */
function readLightColours(names) {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset.theme = "light";
  const colours = readColours(names);
  if (theme) dataset.theme = theme;
  else delete dataset.theme;
  return colours;
}

/**
 * The palette that `chart-data.js` takes, for the theme that is on now.
 *
 * @param paper whether it is for a sheet of paper, which is white in every theme
 */
export function chartPalette({ paper = false } = {}) {
  const hues = Array.from({ length: HUES }, (_, at) => `v${at + 1}`);
  const read = paper ? readLightColours : readColours;
  const [ink, soft, faint, line, raised, ...colours] = read(["ink", "soft", "faint", "line", "raised", ...hues]);
  const hue = (number) => colours[number - 1];
  return {
    ink,
    soft,
    faint,
    line,
    raised: paper ? "#ffffff" : raised,
    hue,
    fill(number, { hatched, faint }) {
      if (faint) return `${hue(number)}44`;
      return hatched ? stripes(hue(number), `${hue(number)}40`) : hue(number);
    },
  };
}
