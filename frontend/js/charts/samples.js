// What stands out in a case's samples, and how busy they kept the processors. Pure.
import { count, significant } from "../base/format.js";

/** Tukey's fences lie this many interquartile ranges outside the quartiles. */
const FENCE = 1.5;

/** Nothing closer to the median than this is an outlier, nor anything among fewer samples: as the server has it. */
const NO_OUTLIER = 0.03;
const LEAST_SAMPLES = 5;

/** Processor time this far from the time on the clock is worth words. */
const BELOW = 0.9;
const ABOVE = 1.1;

/** The value below which a share of the sorted values lies, as Commons Math estimates it. */
function quantile(sorted, share) {
  const place = share * (sorted.length + 1);
  if (place < 1) return sorted[0];
  if (place >= sorted.length) return sorted.at(-1);
  const below = Math.floor(place);
  return sorted[below - 1] + (place - below) * (sorted[below] - sorted[below - 1]);
}

/** Whether each sample lies far from the other measured ones. Warm-up never does. */
export function outliers(samples) {
  const times = samples.filter(({ phase }) => phase === "measure").map(({ nsPerOp }) => nsPerOp);
  if (times.length < LEAST_SAMPLES) return samples.map(() => false);
  const sorted = times.sort((a, b) => a - b);
  const [lower, median, upper] = [0.25, 0.5, 0.75].map((share) => quantile(sorted, share));
  const fence = FENCE * (upper - lower);
  return samples.map(
    ({ phase, nsPerOp }) =>
      phase === "measure" &&
      (nsPerOp < lower - fence || nsPerOp > upper + fence) &&
      Math.abs(nsPerOp / median - 1) > NO_OUTLIER,
  );
}

/** Processor time of an operation, all threads together, in ns: the mean of what is known; null where nothing is. */
export function cpuTime(samples) {
  const known = samples.filter(({ phase, cpuNsPerOp }) => phase === "measure" && cpuNsPerOp != null);
  if (known.length === 0) return null;
  return known.reduce((sum, { cpuNsPerOp }) => sum + cpuNsPerOp, 0) / known.length;
}

/** How processor time compares with the time on the clock: "1.8 processors busy", "waiting 40 % of the time". */
export function cpuInWords(samples) {
  const known = samples.filter(({ phase, cpuNsPerOp }) => phase === "measure" && cpuNsPerOp != null);
  if (known.length === 0) return null;
  const processors = known.reduce((sum, { nsPerOp, cpuNsPerOp }) => sum + cpuNsPerOp / nsPerOp, 0) / known.length;
  if (processors > ABOVE) return `${significant(processors, 2)} processors busy`;
  if (processors < BELOW) return `off the processor ${count(100 * (1 - processors))} % of the time`;
  return "one processor busy";
}
