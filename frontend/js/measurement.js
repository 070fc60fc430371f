// A measurement that can be laid over others: a result, a run of this page, or a file of JMH's. Pure.
import { plural } from "./format.js";
import { shortModel } from "./machine-words.js";
import { caseRows } from "./results.js";
import { dayInWords, measuredOn, pastRun } from "./result-run.js";
import { settingsOf } from "./settings.js";

/** "22 Nov, 22:27:03": what tells runs of one machine apart. */
const momentInWords = (date) =>
  new Date(date).toLocaleString("en-GB", {
    ...{ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit" },
  });

/**
 * A result as a measurement, named after its machine, or a stored run after its time.
 *
 * @param ref what an address calls it; null where none can
 */
export function measurementOfResult(result, ref) {
  const { experiment } = result;
  const run = pastRun(experiment, result.run);
  return {
    ref,
    mine: false,
    name: ref?.startsWith("run:") ? momentInWords(measuredOn(result)) : shortModel(result.run.machine.cpuModel),
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
    rows: caseRows(experiment, run.settings, run).filter(({ key }) => run.keys.includes(key)),
  };
}

/** A file of JMH's as a measurement: its cases, the JVM it names, and nothing of a machine. */
export function measurementOfFile({ rows, params, jvm }, fileName) {
  return {
    ref: null,
    mine: false,
    name: fileName,
    when: jvm ? `JMH's file, ${jvm}` : "JMH's file",
    machine: null,
    experiment: null,
    settings: { params },
    rows,
  };
}

/** The measurements with names that tell them apart: processors, then days, then numbers where those are the same. */
export function distinctlyNamed(measurements) {
  const more = [
    ({ name, machine }) => (machine?.usableCpus ? `${name}, ${plural(machine.usableCpus, "processor")}` : name),
    ({ name, when }) => `${name}, ${when}`,
  ];
  const alike = (all, { name }) => all.filter((one) => one.name === name).length > 1;
  let named = measurements;
  for (const tell of more) named = named.map((one) => (alike(named, one) ? { ...one, name: tell(one) } : one));
  return named.map((one, at) =>
    alike(named, one)
      ? { ...one, name: `${one.name} (${named.slice(0, at + 1).filter(({ name }) => name === one.name).length})` }
      : one,
  );
}

/** Which settings two measurements do not share, in words; empty where they share all. */
export function differentSettings(one, other, experiment) {
  if (!one.settings || !other.settings) return [];
  return experiment.params
    .filter(({ name }) => String(one.settings.params[name]) !== String(other.settings.params[name]))
    .map(({ name, label }) => `${label} ${one.settings.params[name]} and ${other.settings.params[name]}`);
}

/** The settings to measure what a result measured, with the experiment as it is here. */
export const settingsLike = (experiment, result) => settingsOf(experiment, result.run.request);
