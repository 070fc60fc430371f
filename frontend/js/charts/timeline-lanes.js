// One operation as lanes: what to draw, to say and to put in a table. Pure.
import { claimKey } from "../answer/claim.js";
import { plural, ratio, time } from "../base/format.js";

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"];
/** From here on what is recorded is not the operation that was timed. */
const MUCH_LONGER = 1.3;
const kindOf = (row) => (row.pool === "virtual" ? "carrier" : "worker");
/** Rounded up where it would be none: all of these are upper bounds. */
const percent = (share) => `${share > 0 ? Math.max(1, Math.round(share * 100)) : 0} %`;

/** The row whose operation is shown: the chosen one, or the claim's, or the last. Null where no row is pooled. */
export function timelineRow(experiment, rows, chosen) {
  const pooled = rows.filter((row) => row.pooled);
  const wanted = pooled.find((row) => row.key === chosen);
  return wanted ?? pooled.find((row) => row.key === claimKey(experiment, rows)) ?? pooled.at(-1) ?? null;
}

/** How many lanes the largest of the cases has. */
export const mostLanes = (rows) => Math.max(0, ...rows.filter((row) => row.pooled).map((row) => row.workers));

/** The lanes of a row with their bars in parts of the lane: `left` and `width` of its time, `height` of its height. */
export function laneBars(row) {
  const { timeline } = row;
  if (!timeline) {
    return Array.from({ length: row.workers }, (_, at) => ({ name: `${kindOf(row)} ${at + 1}`, bars: [] }));
  }
  return timeline.lanes.map(({ name, segments }) => ({
    name,
    bars: segments.map(({ fromNs, toNs, state, share }) => ({
      left: fromNs / timeline.spanNs,
      width: (toNs - fromNs) / timeline.spanNs,
      height: share,
      state,
    })),
  }));
}

/** How busy the lanes of a row were, in a sentence or two: at most, as one that lost its core or spins seems to run. */
export function busyWords(row) {
  const { timeline, workers } = row;
  if (!timeline) return "Watched once, and not timed, after the first fork of each case.";
  const who =
    workers === 1 ? `The ${kindOf(row)} was` : `The ${NUMBERS[workers] ?? workers} ${kindOf(row)}s were`;
  const busy = percent(timeline.busyShare);
  const longer = row.time ? timeline.spanNs / row.time.median : 1;
  const timed = row.time ? `, and takes ${time(row.time.median)} when nothing is recorded` : "";
  const caution = longer > MUCH_LONGER ? ` Recording made it ${ratio(longer)} times as long: the pattern is true, the times are not.` : "";
  return `${who} busy at most ${busy} of the time. This operation took ${time(timeline.spanNs)} while it was recorded${timed}.${caution}`;
}

const spent = (segments, wanted) =>
  segments
    .filter(({ state }) => state === wanted)
    .reduce((sum, { fromNs, toNs, share }) => sum + (toNs - fromNs) * share, 0);

/** What each lane did, as `{ columns, rows }` of texts. */
export function timelineTable(row) {
  const { timeline } = row;
  return {
    columns: ["Lane", "Running", "Waiting", "Idle", "Busy"],
    rows: laneBars(row).map(({ name }, at) => {
      if (!timeline) return [name, "–", "–", "–", "–"];
      const { segments } = timeline.lanes[at];
      const [running, waiting] = [spent(segments, "running"), spent(segments, "waiting")];
      const idle = Math.max(0, timeline.spanNs - running - waiting);
      return [name, ...[running, waiting, idle].map(time), percent(running / timeline.spanNs)];
    }),
  };
}

/** The lanes in one sentence, for those who do not see them. */
export function lanesInWords(row) {
  if (!row.timeline) return `${plural(row.workers, kindOf(row))}. Nothing watched yet.`;
  const { rows } = timelineTable(row);
  return rows.map(([name, running, waiting]) => `${name}: running ${running}, waiting ${waiting}.`).join(" ");
}
