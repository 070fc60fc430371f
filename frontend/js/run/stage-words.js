// The stage of a run in words. Pure.
import { count, plural, wait } from "../base/format.js";

const ORDINALS = new Intl.PluralRules("en-GB", { type: "ordinal" });
const SUFFIXES = { one: "st", two: "nd", few: "rd", other: "th" };

const ordinal = (number) => `${count(number)}${SUFFIXES[ORDINALS.select(number)]}`;
const inLine = ({ position }) => (position === 1 ? "Queued: next in line" : `Queued: ${ordinal(position)} in line`);
const whenItsTurn = ({ waitSeconds }) => (waitSeconds >= 1 ? `, begins in ${wait(waitSeconds)}` : "");

function atWork(verb, { current, rounds }, labelOf) {
  return current
    ? `${verb} ${labelOf(current.key)}, round ${current.round} of at most ${rounds}`
    : "Starting the measuring process";
}

function doneText(run) {
  const measured = run.cases.reduce((sum, { samples }) => sum + samples.length, 0);
  return `Done: ${plural(run.cases.length, "case")}, ${plural(measured, "sample")}`;
}

const STAGES = {
  asking: () => "Asking for a run",
  connecting: () => "Connecting",
  queued: (run) => inLine(run) + whenItsTurn(run),
  starting: (run, labelOf) => atWork("Starting a JVM for", run, labelOf),
  warmup: (run, labelOf) => atWork("Warming up", run, labelOf),
  measure: (run, labelOf) => atWork("Measuring", run, labelOf),
  checking: () => "Checking the results",
  finished: doneText,
  failed: () => "Failed",
  interrupted: (run) =>
    run.cases.length > 0 ? "Interrupted: below is what was measured until then" : "Interrupted before it began",
  cancelled: (run) => (run.cases.length > 0 ? "Cancelled: below is what was measured until then" : "Cancelled"),
  left: () => "You left this run: it goes on for the others who asked for it",
  unknown: () => "The server no longer knows this run: it was restarted, or keeps newer ones. Run measures again",
};

/** What a run is doing, in one line. `labelOf` names a case by its key. */
export function stageText(run, labelOf) {
  return run ? STAGES[run.stage](run, labelOf) : "Ready: nothing measured yet";
}

/** How long the rest will take, or an empty text where that is not known. */
export function remainingText(run) {
  if (!run || run.remainingSeconds === null || !["starting", "warmup", "measure"].includes(run.stage)) return "";
  return `${wait(run.remainingSeconds)} left`;
}

/** What screen readers are told when a run begins or ends; null while there is nothing new to say. */
export function announcement(run, experiment) {
  if (!run) return null;
  if (run.stage === "finished") {
    return `Finished: ${experiment.title}. ${run.verdict?.answer ?? run.verdict?.text ?? ""}`;
  }
  if (run.stage === "failed") return `Failed: ${experiment.title}.`; // why is an alert on its card
  if (run.stage === "interrupted") return `Interrupted: ${experiment.title}.`;
  if (run.stage === "cancelled") return `Cancelled: ${experiment.title}.`;
  if (run.stage === "left") return `Left: ${experiment.title}. It goes on for the others who asked for it.`;
  if (run.stage === "unknown") return `The server no longer knows this run: ${experiment.title}.`;
  if (run.stage === "queued") return `${inLine(run)}${whenItsTurn(run)}: ${experiment.title}.`;
  if (run.cases.length > 0) return `Measuring has begun: ${experiment.title}.`;
  return null;
}
