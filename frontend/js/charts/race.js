// The race: each variant runs laps at its measured speed, slowed so that it can be watched. Pure.

/** How long the slowest takes for its lap, in seconds. */
export const LAP_SECONDS = 10;

/** With more laps a second than this a lane only flickers: it is shown as a blur. */
const WATCHABLE_LAPS = 3;

/** The lanes of a race; null while fewer than two variants have a time. */
export function race(rows) {
  const timed = rows.filter((row) => row.time);
  if (timed.length < 2) return null;
  const slowest = Math.max(...timed.map((row) => row.time.median));
  return {
    slowdown: (LAP_SECONDS * 1e9) / slowest,
    lanes: rows.map((row) => {
      const laps = row.time ? slowest / row.time.median : 0;
      return { row, laps, blurred: laps / LAP_SECONDS > WATCHABLE_LAPS };
    }),
  };
}

/** How long a lane's bar is when the race stands still: its share of the most laps, so that the longest has run furthest. */
export const shareOfLaps = ({ laps }, lanes) => laps / Math.max(...lanes.map((lane) => lane.laps));

/** Where a lane's runner is when the slowest has run `share` of its lap: full laps, and the part of the next. */
export function place({ laps, blurred }, share) {
  const run = laps * share + 1e-9;
  const full = Math.floor(run);
  const atTheLine = share === 1 && run - full < 1e-6;
  return { full, part: blurred || atTheLine ? 1 : run - full };
}
