// Measurements laid over each other: their common cases, and the difference in words. Pure.
import { tableBy } from "../elements/columns.js";
import { bytes, direction, ratio, significant, time, unclearInWords } from "../base/format.js";
import { toldApart } from "./jmh-cases.js";

/** What is known of a row's speed: its time, or for throughput its operations per second. */
export const figureOf = (row) => row?.time ?? row?.rate ?? null;

/**
 * The cases of all measurements in the order of their first mention:
 * `[ { key, label, differs, hue, pool, rows: [row or null, one per measurement] } ]`. Labels tell the cases of all files
 * apart.
 */
export function comparedCases(measurements) {
  const cases = new Map();
  measurements.forEach(({ rows }, at) => {
    for (const row of rows) {
      const { key, label, hue, pool, tells } = row;
      if (!cases.has(key)) cases.set(key, { key, label, tells, hue, pool, rows: measurements.map(() => null) });
      cases.get(key).rows[at] = row;
    }
  });
  const all = [...cases.values()];
  const ofFiles = all.filter(({ tells }) => tells);
  const told = ofFiles.length > 0 ? toldApart(ofFiles.map(({ tells }) => tells)) : [];
  told.forEach((one, at) => Object.assign(ofFiles[at], one));
  return all;
}

/** The cases of which at least two measurements have a figure. */
export const sharedCases = (cases) => cases.filter(({ rows }) => rows.filter(figureOf).length > 1);

/**
 * How many times as fast `row` is as `other`: `{ value, low, high, doubtful }`, null where one has no interval. The
 * interval is the widest that both allow, so that it holds 1 just where theirs overlap. It is in doubt if it has no end.
 */
export function pace(row, other) {
  const [own, theirs] = [figureOf(row), figureOf(other)];
  if (own?.low == null || theirs?.low == null || own.median === 0 || theirs.median === 0) return null;
  const [slow, fast] = row.time ? [own, theirs] : [theirs, own];
  const high = fast.high / slow.low;
  const doubtful = [row, other].some(({ trust }) => trust?.level === "doubtful") || !Number.isFinite(high);
  return { value: fast.median / slow.median, low: fast.low / slow.high, high, doubtful };
}

const between = (low, high) => (Number.isFinite(high) ? `(${ratio(low)} to ${ratio(high)})` : `(${ratio(low)} or more)`);

/** Operations per second: "41,600 ops/s", "3.2 million ops/s". */
export function rateInWords(value) {
  if (!Number.isFinite(value)) return "–";
  const [size, name] = [[1e9, " billion"], [1e6, " million"]].find(([least]) => value >= least) ?? [1, ""];
  return `${significant(value / size)}${name} ops/s`;
}

/** A row's figure in words, with its interval if it has one. */
export function figureInWords(row) {
  const { median, low, high } = figureOf(row);
  const say = row.time ? time : rateInWords;
  return low == null ? say(median) : `${say(median)} (${say(low)} to ${say(high)})`;
}

/**
 * "Your “Vector API” took 1.8 times as long (1.7 to 1.9) as on Intel Xeon." A measurement of somebody else names
 * its place: "“Vector API” took 1.8 times as long (1.7 to 1.9) on AMD EPYC as on Intel Xeon."
 */
export function differenceInWords(label, own, { mine, name }, elsewhere, ofRates = false) {
  const subject = mine ? `Your “${label}”` : `“${label}”`;
  const here = mine ? "" : ` on ${name}`;
  if (!own) return `“${label}”: one of them has no interval, so they are not compared.`;
  const { value, low, high, doubtful } = own;
  if (doubtful) return `${subject}: too uncertain to compare${here} with ${elsewhere} ${between(low, high)}.`;
  if (ofRates && direction(own) !== "same")
    return `${subject} had ${ratio(value)} times the throughput ${between(low, high)}${here} as on ${elsewhere}.`;
  switch (direction(own)) {
    case "faster":
      return `${subject} was ${ratio(value)} times as fast ${between(low, high)}${here} as on ${elsewhere}.`;
    case "slower":
      return (
        `${subject} took ${ratio(1 / value)} times as long ${between(1 / high, 1 / low)}` +
        `${here} as on ${elsewhere}.`
      );
    default: {
      const places = mine ? `to ${elsewhere}` : `between ${name} and ${elsewhere}`;
      return `${subject}: ${unclearInWords(own)} ${places}, ${ratio(low)} to ${ratio(high)} times as fast.`;
    }
  }
}

/**
 * The differences in words: the first measurement's cases against each other measurement's.
 *
 * @returns a list of sentences for each of the others
 */
export function differences(measurements) {
  const cases = sharedCases(comparedCases(measurements));
  const [first, ...others] = measurements;
  return others.map((other, at) => ({
    name: other.name,
    sentences: cases
      .filter(({ rows }) => figureOf(rows[0]) && figureOf(rows[at + 1]))
      .map(({ label, rows }) =>
        differenceInWords(label, pace(rows[0], rows[at + 1]), first, other.name, Boolean(rows[0].rate)),
      ),
  }));
}

const USUAL = 0.95;
const percent = (confidence) => `${Number((confidence * 100).toFixed(1))} %`;

/** The confidences of the intervals there are, such as `[0.95, 0.999]`. */
export const confidences = (measurements) => [
  ...new Set(
    measurements.flatMap(({ rows }) =>
      rows.map(figureOf).flatMap((figure) => (figure?.low == null ? [] : (figure.confidence ?? USUAL))),
    ),
  ),
];

const paceInWords = (own) => (own ? `${ratio(own.value)} ${between(own.low, own.high)}` : "–");

/** The same figures as a table: a row per case and measurement. */
export function comparisonTable(measurements) {
  const compared = comparedCases(measurements)
    .flatMap(({ label, rows }) => rows.map((row, at) => ({ label, name: measurements[at].name, row, first: rows[0] })))
    .filter(({ row }) => figureOf(row));
  const levels = confidences(measurements);
  const rates = compared.some(({ row }) => row.rate);
  const interval = (row) => {
    const { low, high, confidence = USUAL } = figureOf(row);
    const say = row.time ? time : rateInWords;
    return low == null ? "–" : `${say(low)} to ${say(high)}${levels.length > 1 ? ` (${percent(confidence)})` : ""}`;
  };
  return tableBy(compared, [
    ["Case", ({ label }) => label],
    ["Measured on", ({ name }) => name],
    (!rates || compared.some(({ row }) => row.time)) && ["Time per operation", ({ row }) => time(row.time?.median)],
    rates && ["Throughput", ({ row }) => rateInWords(row.rate?.median)],
    [levels.length > 1 ? "Interval" : `${percent(levels[0] ?? USUAL)} interval`, ({ row }) => interval(row)],
    ["Times as fast as the first", ({ row, first }) => paceInWords(row === first ? null : pace(row, first))],
    ["Trust", ({ row }) => row.trust?.level ?? "–"],
    compared.some(({ row }) => row.allocates) && [
      "Allocates per operation",
      ({ row }) => (row.allocates ? bytes(row.allocates) : "–"),
    ],
  ]);
}
