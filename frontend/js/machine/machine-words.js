// A machine in a few words. Pure.
import { plural } from "../base/format.js";

/** A processor's name without what all of them say; those of some ARM servers have none. */
export const shortModel = (model, architecture) =>
  (model ?? "")
    .replace(/\(R\)|\(TM\)|CPU|@.*$/g, "")
    .replace(/\s+/g, " ")
    .trim() || `${architecture ?? "Unknown"} processor`;

/** "Intel Xeon Processor, 8 processors". */
export function machineInWords(machine) {
  if (!machine) return "an unknown machine";
  const usable = machine.usableCpus ?? machine.logicalCores;
  return `${shortModel(machine.cpuModel, machine.architecture)}, ${plural(usable, "processor")}`;
}
