// Measurements laid over each other: their common cases, and the difference in words. Pure.
import { direction, ratio, time } from "./format.js";

/**
 * The cases of all measurements in the order of their first mention:
 * `[ { key, label, hue, pool, rows: [row or null, one per measurement] } ]`.
 */
export function comparedCases(measurements) {
  const cases = new Map();
  measurements.forEach(({ rows }, at) => {
    for (const row of rows) {
      const { key, label, hue, pool } = row;
      if (!cases.has(key)) cases.set(key, { key, label, hue, pool, rows: measurements.map(() => null) });
      cases.get(key).rows[at] = row;
    }
  });
  return [...cases.values()];
}

/** The cases that at least two measurements have a time of. */
export const sharedCases = (cases) => cases.filter(({ rows }) => rows.filter((row) => row?.time).length > 1);

/**
 * How many times as fast `row` is as `other`: `{ value, low, high, doubtful }`, null where one has no interval. The
 * interval is the widest that both allow, so that it holds 1 just where theirs overlap.
 */
export function pace(row, other) {
  if (row?.time?.low == null || other?.time?.low == null) return null;
  return {
    value: other.time.median / row.time.median,
    low: other.time.low / row.time.high,
    high: other.time.high / row.time.low,
    doubtful: [row, other].some(({ trust }) => trust?.level === "doubtful"),
  };
}

const between = (low, high) => `(${ratio(low)} to ${ratio(high)})`;

/**
 * "Your “Vector API” took 1.8 times as long (1.7 to 1.9) as on Intel Xeon." A measurement of somebody else names
 * its place: "“Vector API” took 1.8 times as long (1.7 to 1.9) on AMD EPYC as on Intel Xeon."
 */
export function differenceInWords(label, own, { mine, name }, elsewhere) {
  const subject = mine ? `Your “${label}”` : `“${label}”`;
  const here = mine ? "" : ` on ${name}`;
  if (!own) return `“${label}”: one of them has no interval, so they are not compared.`;
  const { value, low, high, doubtful } = own;
  if (doubtful) return `${subject}: too uncertain to compare${here} with ${elsewhere} ${between(low, high)}.`;
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
      return `${subject}: no clear difference ${places}, ${ratio(low)} to ${ratio(high)} times as fast.`;
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
      .filter(({ rows }) => rows[0]?.time && rows[at + 1]?.time)
      .map(({ label, rows }) => differenceInWords(label, pace(rows[0], rows[at + 1]), first, other.name)),
  }));
}

/** The same figures as a table: a row per case and measurement. */
export function comparisonTable(measurements) {
  const cases = comparedCases(measurements);
  const interval = ({ low, high }) => (low == null ? "–" : `${time(low)} to ${time(high)}`);
  return {
    columns: ["Case", "Measured on", "Time per operation", "95 % interval", "Times as fast as the first", "Trust"],
    rows: cases.flatMap(({ label, rows }) =>
      measurements.flatMap(({ name }, at) => {
        const row = rows[at];
        if (!row?.time) return [];
        const own = at > 0 ? pace(row, rows[0]) : null;
        return [
          [
            label,
            name,
            time(row.time.median),
            interval(row.time),
            own ? `${ratio(own.value)} ${between(own.low, own.high)}` : "–",
            row.trust?.level ?? "–",
          ],
        ];
      }),
    ),
  };
}
