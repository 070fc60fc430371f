// Axes that do without a chart: where a value stands between the ends, 0 to 1, and which round values are written. Pure.

/** The next round figure below or above a value, in steps of 1, 2 and 5. */
export function roundFigure(value, way) {
  const decade = 10 ** Math.floor(Math.log10(value));
  const steps = [decade, 2 * decade, 5 * decade, 10 * decade];
  return way === "below"
    ? steps.findLast((step) => step <= value * 1.0001)
    : steps.find((step) => step >= value * 0.9999);
}

/** The ticks of a log axis, at most `most` of them: 1, 2 and 5 of each decade, or its beginning, thinned out. */
export function logTicks(min, max, most) {
  const decades = [];
  for (let power = Math.floor(Math.log10(min)); power <= Math.ceil(Math.log10(max)); power++) decades.push(10 ** power);
  const inside = (tick) => tick >= min * 0.999 && tick <= max * 1.001;
  const fine = decades.flatMap((decade) => [decade, 2 * decade, 5 * decade]).filter(inside);
  if (fine.length <= most) return fine;
  const coarse = decades.filter(inside);
  const ticks = coarse.length < 2 ? fine : coarse;
  return ticks.filter((_, at) => at % Math.ceil(ticks.length / most) === 0);
}

const known = (values) => values.filter((value) => Number.isFinite(value) && value > 0);
const within = (share) => Math.min(1, Math.max(0, share));

const axis = (from, to, ticks, share) => ({ from, to, ticks, place: (value) => within(share(value)) });

/** From 0 to a little more than the greatest value: the axis of bars. */
export function linearAxis(values, most = 4) {
  const to = Math.max(0, ...known(values)) * 1.04 || 1;
  const step = roundFigure(to / most, "above");
  const ticks = Array.from({ length: Math.floor(to / step) + 1 }, (_, at) => at * step);
  return axis(0, to, ticks, (value) => value / to);
}

/** Where a value stands between the ends of a log axis. */
export const placeOnLog = (value, from, to) => within(Math.log(value / from) / Math.log(to / from));

/** From a round figure below the least value to one above the greatest: the axis of points. */
export function logAxis(values, most = 5) {
  const all = known(values);
  const from = roundFigure(Math.min(...all, all.length > 0 ? Infinity : 1) * 0.9, "below");
  const to = roundFigure(Math.max(...all, all.length > 0 ? 0 : 10) * 1.1, "above");
  return axis(from, to, logTicks(from, to, most), (value) => placeOnLog(value, from, to));
}
