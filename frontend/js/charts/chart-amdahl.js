// Amdahl's law beside the measured speedups: its curve, its words and the marks of the cores. Pure.

const STEPS = 48;
const percent = (share) => (100 * share).toFixed(share > 0 && share < 0.01 ? 1 : 0);

/** The fit of a line of the sweep, or null while there is none. */
export const fitOf = (series, fits) =>
  fits.find(({ variant, pool }) => variant === series.variant && pool === series.pool) ?? null;

/**
 * "behaves as if about 12 % of the work could not be shared (8-17 %)", or that there is no curve; null while there is no
 * fit. Hand-overs, shared bandwidth and falling clocks are in the share, too: Karp and Flatt, CACM 33(5), 1990.
 */
export function fitInWords(fit) {
  if (!fit) return null;
  if (!fit.serialShare) return "no curve";
  const { value, low, high } = fit.serialShare;
  return `behaves as if about ${percent(value)} % of the work could not be shared (${percent(low)}-${percent(high)} %)`;
}

/** What stands below the curves, `{ label, text }`: a line for each that was fitted, and once that the others have none,
 * with every reason. */
export function lawsInWords(series, fits) {
  const known = series.map((line) => ({ label: line.label, fit: fitOf(line, fits) })).filter(({ fit }) => fit);
  const refused = known.filter(({ fit }) => !fit.serialShare);
  const reasons = [...new Set(refused.map(({ fit }) => fit.refusal))];
  const laws = known.filter(({ fit }) => fit.serialShare).map(({ label, fit }) => ({ label, text: fitInWords(fit) }));
  if (refused.length === 0) return laws;
  const label = refused.length === series.length ? "Amdahl's law" : refused.map((one) => one.label).join("; ");
  return [...laws, { label, text: `no curve. ${reasons.join(" ")}` }];
}

/**
 * The law as points `{ x: workers, y: speedup }` from the fewest to the most workers drawn: it bends until the last
 * count it was fitted to, and is not drawn beyond. Empty without a fit or a baseline time in ns.
 */
export function fitPoints(fit, baselineNs) {
  if (!fit?.serialShare || !baselineNs) return [];
  const { value } = fit.serialShare;
  const [fewest, most] = [fit.workers.at(0), fit.workers.at(-1)];
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const workers = fewest * (most / fewest) ** (step / STEPS);
    return { x: workers, y: baselineNs / (fit.oneWorkerNs * (value + (1 - value) / workers)) };
  });
}

/** Marks `{ at, label, dashed }` at the physical and the logical cores, as far as the axis from `least` to `most` goes. */
export function coreMarks(machine, least, most) {
  const { physicalCores: physical, logicalCores: logical } = machine ?? {};
  const marks = [];
  if (physical > 0) marks.push({ at: physical, label: physical === 1 ? "1 core" : `${physical} cores`, dashed: true });
  if (logical > 0 && logical !== physical) marks.push({ at: logical, label: `${logical} logical`, dashed: true });
  return marks.filter(({ at }) => at >= least && at <= most);
}
