// Numbers as a visitor reads them. Pure.

const UNITS = [
  [1e9, "s"],
  [1e6, "ms"],
  [1e3, "µs"],
  [1, "ns"],
];

/** Differences below this are never called faster or slower, and who lies within the other takes about as long. */
const SMALLEST_DIFFERENCE = 0.03;
const ABOUT_EQUAL = 0.1;

/** A count with thousands separated: 31,539. By hand, since making an `Intl.NumberFormat` ready holds up the first page. */
export const count = (value) => Number(value).toFixed(0).replace(/\B(?=(\d{3})+$)/g, ",");

/** The last part of a path: "Relu.java". */
export const nameOfFile = (path) => path.split("/").at(-1);

/** Three significant digits without an exponent: 12.1, 0.0479, 31,539. */
export function significant(value, digits = 3) {
  if (!Number.isFinite(value)) return "–";
  if (value === 0) return "0";
  const size = Math.floor(Math.log10(Math.abs(Number(value.toPrecision(digits)))));
  if (size >= digits - 1) return count(value);
  return value.toFixed(Math.min(12, digits - 1 - size));
}

const unitOf = (ns) => UNITS.find(([least]) => ns >= least * 0.9995) ?? UNITS.at(-1);

/** A time in the unit that suits it: 12.1 ms, 144 µs, 0.432 ns. */
export function time(ns) {
  if (!Number.isFinite(ns)) return "–";
  const [size, unit] = unitOf(ns);
  return `${significant(ns / size)} ${unit}`;
}

/** A round time, as at the tick of an axis: 1 ms, 0.5 ns. */
export function tickTime(ns) {
  if (ns === 0) return "0";
  const [size, unit] = unitOf(ns);
  return `${Number((ns / size).toPrecision(3)).toLocaleString("en-GB")} ${unit}`;
}

/** A round ratio, as at the tick of an axis: 0.5×, 1×, 20,000×. */
export function tickRatio(value) {
  return `${Number(value.toPrecision(3)).toLocaleString("en-GB", { maximumFractionDigits: 6 })}×`;
}

/** A ratio with as many digits as it deserves: 31,539, 84, 2.9, 1.04, 0.05. */
export function ratio(value) {
  if (!Number.isFinite(value)) return "–";
  if (value >= 9.95) return count(value);
  if (value > 0.9 && value < 1.1) return value.toFixed(2);
  return significant(value, 2);
}

/** A ratio with its interval: "1.9 (1.7-2.1)". */
export const ratioInWords = (speedup) =>
  speedup ? `${ratio(speedup.value)} (${ratio(speedup.low)}-${ratio(speedup.high)})` : "–";

/** Seconds to wait: "about 14 s", "about 2 min". */
export function wait(seconds) {
  if (!Number.isFinite(seconds)) return "";
  if (seconds < 1) return "under 1 s";
  if (seconds < 100) return `about ${Math.round(seconds)} s`;
  return `about ${Math.round(seconds / 60)} min`;
}

/** Bytes in powers of 1024: 32 KB, 1 MB, 35.8 MB. */
export function bytes(value) {
  const units = ["B", "KB", "MB", "GB", "TB"];
  const step = value > 0 ? Math.min(units.length - 1, Math.floor(Math.log2(value) / 10)) : 0;
  const scaled = value / 1024 ** step;
  return `${Number(scaled.toFixed(scaled < 10 ? 1 : 0))} ${units[step]}`;
}

/** What an operation allocates: "allocates 1.2 KB an operation". */
export function allocationInWords(bytesPerOperation) {
  return `allocates ${bytes(bytesPerOperation)} an operation`;
}

/** "faster", "slower" or "same": the direction that trust, an interval and a least difference allow to name. */
export function direction(speedup) {
  const { low, high, doubtful } = speedup;
  if (doubtful) return "same";
  if (low > 1 + SMALLEST_DIFFERENCE) return "faster";
  return high < 1 / (1 + SMALLEST_DIFFERENCE) ? "slower" : "same";
}

/** A speedup as figures that are at least 1 in their direction. */
function inDirection(speedup) {
  const { value, low, high } = speedup;
  return direction(speedup) === "slower"
    ? { value: 1 / value, low: 1 / high, high: 1 / low }
    : { value, low, high };
}

/** "no clear difference", and where the interval excludes 1 with the margin that counts. */
export const unclearInWords = ({ low, high }) =>
  `no clear difference${low > 1 || high < 1 ? ` of more than ${100 * SMALLEST_DIFFERENCE} %` : ""}`;

/** What is neither faster nor slower: "about as long", or that there is no clear difference. */
export const sameInWords = (speedup) =>
  speedup.low >= 1 / (1 + ABOUT_EQUAL) && speedup.high <= 1 + ABOUT_EQUAL ? "about as long" : unclearInWords(speedup);

/** "2.9 times faster (2.7-3.1)", "20 times slower (18-21)" or "no clear difference (0.8-1.2)". */
export function speedupInWords(speedup) {
  if (!speedup) return "not compared";
  const { value, low, high } = inDirection(speedup);
  const interval = `(${ratio(low)}-${ratio(high)})`;
  if (speedup.doubtful) return `too uncertain to compare ${interval}`;
  const way = direction(speedup);
  return way === "same" ? `${sameInWords(speedup)} ${interval}` : `${ratio(value)} times ${way} ${interval}`;
}

/** The speedup as a headline: a figure, and the words under it. */
export function speedupAsHeadline(speedup) {
  const { value, low, high } = inDirection(speedup);
  const way = direction(speedup);
  const between = `between ${ratio(low)} and ${ratio(high)}`;
  if (speedup.doubtful) return { figure: "?", words: `too uncertain to compare, ${between}` };
  return way === "same"
    ? { figure: "≈ 1×", words: `${sameInWords(speedup)}, ${between}` }
    : { figure: `${ratio(value)}×`, words: `${way}, ${between}` };
}

/** A ratio without an interval, as the guide gives them: "31,539×", "1,000× slower", "0.99×". */
export function plainSpeedup(value) {
  const slower = value < 1 - SMALLEST_DIFFERENCE;
  return slower ? `${ratio(1 / value)}× slower` : `${ratio(value)}×`;
}

/** "1 round", "3 rounds". */
export function plural(number, word) {
  return `${count(number)} ${word}${number === 1 ? "" : "s"}`;
}

/** How a variant that is not simply compiled runs: "interpreted", "first call", "after 1,000 calls"; else "". */
export function wayInWords({ execution, callsBefore }) {
  if (execution === "from-cold") return callsBefore > 0 ? `after ${plural(callsBefore, "call")}` : "first call";
  return execution === "interpreted" ? "interpreted" : "";
}

/** A figure that an experiment reports: "Stages waited: 12.5 %". */
export function figureInWords({ label, value, unit }) {
  return `${label}: ${significant(value)}${unit ? ` ${unit}` : ""}`;
}
