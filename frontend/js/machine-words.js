// A machine in a few words. Pure.

/** A processor's name without what all of them say. */
export const shortModel = (model) =>
  model
    .replace(/\(R\)|\(TM\)|CPU|@.*$/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** "Intel Xeon Processor, 8 processors". */
export function machineInWords(machine) {
  if (!machine) return "an unknown machine";
  const usable = machine.usableCpus ?? machine.logicalCores;
  return `${shortModel(machine.cpuModel)}, ${usable} ${usable === 1 ? "processor" : "processors"}`;
}
