// A measurement that can be laid over others: a result, a run of this page, or a file of JMH's. Pure.
import { dayInWords, momentInWords } from "../base/dates.js";
import { plural } from "../base/format.js";
import { shortModel } from "../machine/machine-words.js";
import { caseRows } from "../answer/results.js";
import { measuredOn, pastRun } from "./result-run.js";

/**
 * A result as a measurement, named after its machine.
 *
 * @param ref what an address calls it; null where none can
 */
export function measurementOfResult(result, ref) {
  const { experiment } = result;
  const run = pastRun(experiment, result.run);
  return {
    ref,
    mine: false,
    name: shortModel(result.run.machine.cpuModel, result.run.machine.architecture),
    moment: momentInWords(measuredOn(result)),
    when: `${result.recorded ? "recorded" : "measured"} on ${dayInWords(measuredOn(result))}`,
    machine: result.run.machine,
    experiment: experiment.id,
    settings: run.settings,
    rows: caseRows(experiment, run.settings, run),
  };
}

/** The run of this page as a measurement. */
export function measurementOfRun(experiment, run) {
  return {
    ref: null,
    mine: true,
    name: "This machine",
    when: "measured just now",
    machine: run.machine,
    experiment: experiment.id,
    settings: run.settings,
    rows: caseRows(experiment, run.settings, run).filter(({ key }) => run.cases.some((one) => one.key === key)),
  };
}

/** A file of JMH's as a measurement: its cases, the JVM it names, what they share, and nothing of a machine. */
export function measurementOfFile({ rows, settings: { threads, ...params }, left, jvm }, fileName) {
  const shared = Object.entries(params).map(([name, value]) => `${name} ${value}`);
  return {
    ref: null,
    mine: false,
    name: fileName,
    when: ["JMH's file", jvm, threads > 1 ? plural(threads, "thread") : "", ...shared].filter(Boolean).join(", "),
    machine: null,
    experiment: null,
    settings: { params: threads === undefined ? params : { threads, ...params } },
    left,
    rows,
  };
}

/** What may be added to names that are the same: the first that makes them all distinct is. A number always does. */
const TELLS = [
  ({ name, machine }) => (machine?.usableCpus ? `${name}, ${plural(machine.usableCpus, "processor")}` : name),
  ({ name, moment }) => moment ?? name,
  ({ name }, at) => `${name} (${at + 1})`,
];

const allDistinct = (names) => new Set(names).size === names.length;

/** The measurements with names that tell them apart: by processors, else by moment, else by number. */
export function distinctlyNamed(measurements) {
  return measurements.map((one) => {
    const alike = measurements.filter(({ name }) => name === one.name);
    if (alike.length === 1) return one;
    const names = TELLS.map((tell) => alike.map(tell)).find(allDistinct);
    return { ...one, name: names[alike.indexOf(one)] };
  });
}

/**
 * Which settings that both measurements have are not the same, in words; empty where all are.
 *
 * @param experiment what names the parameters; null where there are only files
 */
export function differentSettings(one, other, experiment) {
  if (!one.settings || !other.settings) return [];
  const [own, theirs] = [one, other].map(({ settings }) => settings.params);
  const labelOf = (name) => experiment?.params.find((param) => param.name === name)?.label ?? name;
  return Object.keys(own)
    .filter((name) => name in theirs && String(own[name]) !== String(theirs[name]))
    .map((name) => `${labelOf(name)} ${own[name]} and ${theirs[name]}`);
}
