// The axis of a guess as a picture: ticks, the guess as a flag, and what was measured. Pure.
import { ratio } from "../base/format.js";
import { placeOf, ticks } from "./guess-logic.js";
import { nothing, svg } from "../elements/element.js";

const LINE = 46;
const percent = (place) => `${(2 + 96 * place).toFixed(2)}%`;
const width = (from, to) => `${(96 * (to - from)).toFixed(2)}%`;
const label = (value) => `${Number((value < 1 ? 1 / value : value).toPrecision(2)).toLocaleString("en-GB")}×`;
const isPowerOfTen = (value) => Number.isInteger(Math.log10(value < 1 ? Math.round(1 / value) : value));

/** The place on the axis, from 0 to 1, of a horizontal place in its box. */
export function placeIn(x, { left, width }) {
  return ((x - left) / width - 0.02) / 0.96;
}

function tick({ value, labelled }, range) {
  const place = placeOf(value, range);
  const x = percent(place);
  const middle = value === 1;
  const end = middle ? null : place > 0.99 ? "end" : place < 0.01 ? "start" : null; // it would stand out of the box
  const half = labelled ? 7 : 4;
  const name = svg`<text class="label" ?data-minor=${!isPowerOfTen(value)} text-anchor=${end ?? "middle"}
    x=${end ? { start: "0%", end: "100%" }[end] : x} y=${LINE + 22}>${middle ? "1" : label(value)}</text>`;
  return svg`<line class="tick" ?data-middle=${middle} x1=${x} x2=${x} y1=${LINE - half}
    y2=${LINE + half}></line>${labelled ? name : nothing}`;
}

/** What was measured: its interval and its median, and when it is final the way from the guess to it. */
function measuredMarks({ value, low, high }, guess, range, final) {
  const [from, to, middle, said] = [low, high, value, guess].map((one) => placeOf(one, range));
  const [begin, end] = [Math.min(said, middle), Math.max(said, middle)];
  const way = svg`<rect class="off" x=${percent(begin)} width=${width(begin, end)} y=${LINE - 3} height="6"></rect>`;
  return svg`${final ? way : nothing}
    <rect class="interval" x=${percent(from)} width=${width(from, Math.max(to, from + 0.004))} y=${LINE - 9}
      height="18" rx="3"></rect>
    <line class="median" x1=${percent(middle)} x2=${percent(middle)} y1=${LINE - 13} y2=${LINE + 13}></line>`;
}

function sureMark(value, sure, range) {
  const [from, to] = [placeOf(value / sure, range), placeOf(value * sure, range)];
  return svg`<rect class="sure" x=${percent(from)} width=${width(from, to)} y=${LINE - 5} height="10" rx="5"></rect>`;
}

/**
 * @param value the guess; null as long as it is not placed
 * @param range the ends of the axis
 * @param measured `{ value, low, high }` or null
 * @param final whether nothing more will be measured
 * @param sure the factor within which the visitor is sure; null if that was not said
 */
export function axisPicture({ value, range, measured = null, final = false, sure = null }) {
  return svg`
    ${sure && value !== null ? sureMark(value, sure, range) : nothing}
    <line class="line" x1=${percent(0)} x2=${percent(1)} y1=${LINE} y2=${LINE}></line>
    ${ticks(range).map((one) => tick(one, range))}
    ${measured ? measuredMarks(measured, value, range, final) : nothing}
    ${
      value === null
        ? nothing
        : svg`<svg x=${percent(placeOf(value, range))} y="0" overflow="visible"><g class="flag">
            <line x1="0" x2="0" y1="10" y2=${LINE + 3}></line><path d="M0 8h22l-5 6 5 6H0z"></path></g></svg>`
    }`;
}

/** What the axis shows, for those who do not see it. */
export const measuredInWords = ({ value, low, high }) =>
  `${ratio(value)} times the speed, between ${ratio(low)} and ${ratio(high)}`;
