// How busy a case's samples kept the processors. Pure.
import { count, significant } from "../base/format.js";

/** Processor time this far from the time on the clock is worth words. */
const BELOW = 0.9;
const ABOVE = 1.1;

const knownOf = (samples) => samples.filter(({ phase, cpuNsPerOp }) => phase === "measure" && cpuNsPerOp != null);
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Processor time of an operation, all threads together, in ns: the mean of what is known; null where nothing is. */
export function cpuTime(samples) {
  const known = knownOf(samples);
  return known.length > 0 ? mean(known.map(({ cpuNsPerOp }) => cpuNsPerOp)) : null;
}

/** How processor time compares with the time on the clock: "1.8 processors busy", "waiting 40 % of the time". */
export function cpuInWords(samples) {
  const known = knownOf(samples);
  if (known.length === 0) return null;
  const processors = mean(known.map(({ nsPerOp, cpuNsPerOp }) => cpuNsPerOp / nsPerOp));
  if (processors > ABOVE) return `${significant(processors, 2)} processors busy`;
  if (processors < BELOW) return `off the processor ${count(100 * (1 - processors))} % of the time`;
  return "one processor busy";
}
