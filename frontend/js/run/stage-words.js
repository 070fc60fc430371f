// The stage of a run in words. Pure.
import { count, plural, wait } from "../base/format.js";

const ORDINALS = new Intl.PluralRules("en-GB", { type: "ordinal" });
const SUFFIXES = { one: "st", two: "nd", few: "rd", other: "th" };

const ordinal = (number) => `${count(number)}${SUFFIXES[ORDINALS.select(number)]}`;
const inLine = ({ position }) => (position === 1 ? "Queued: next" : `Queued: ${ordinal(position)} in the queue`);
const whenItsTurn = ({ waitSeconds }) => (waitSeconds >= 1 ? `, starts in ${wait(waitSeconds)}` : "");

function atWork(verb, { current, rounds, answered }, labelOf) {
  if (!current) return "Starting the measuring process";
  const work = `${verb} ${labelOf(current.key)}, JVM ${current.round} of at most ${rounds}`;
  return answered ? `${work}. The claim has its answer; the others follow` : work;
}

function doneText(run) {
  const measured = run.cases.reduce((sum, { samples }) => sum + samples.length, 0);
  return `Done: ${plural(run.cases.length, "case")}, ${plural(measured, "sample")}`;
}

const STAGES = {
  asking: () => "Requesting a run",
  connecting: () => "Connecting",
  queued: (run) => inLine(run) + whenItsTurn(run),
  starting: (run, labelOf) => atWork("Starting a JVM for", run, labelOf),
  warmup: (run, labelOf) => atWork("Warming up", run, labelOf),
  measure: (run, labelOf) => atWork("Measuring", run, labelOf),
  checking: () => "Checking the results",
  finished: doneText,
  failed: () => "Failed",
  interrupted: (run) =>
    run.cases.length > 0 ? "Interrupted: the figures below were measured before that" : "Interrupted before it started",
  cancelled: (run) => (run.cases.length > 0 ? "Cancelled: the figures below were measured before that" : "Cancelled"),
  left: () => "You left this run; it continues for the others who requested it",
  unknown: () => "The server no longer has this run: it was restarted, or newer runs took its place. Press Run to measure again",
};

/** What a run is doing, in one line. `labelOf` names a case by its key. */
export function stageText(run, labelOf) {
  return run ? STAGES[run.stage](run, labelOf) : "Ready: nothing measured yet";
}

/** How far the run is: the JVMs begun so far, and the share of what they are likely to need that is done. */
export function jvmsText({ jvmsBegun, doneFraction }) {
  return jvmsBegun > 0 ? `${plural(jvmsBegun, "JVM")} so far, ${count(100 * doneFraction)} %` : "";
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
  const ended = { failed: "Failed", interrupted: "Interrupted", cancelled: "Cancelled" }[run.stage];
  if (ended) return `${ended}: ${experiment.title}.`; // why it failed is an alert on its card
  if (run.stage === "left") return `Left: ${experiment.title}. It continues for the others who requested it.`;
  if (run.stage === "unknown") return `The server no longer has this run: ${experiment.title}.`;
  if (run.stage === "queued") return `${inLine(run)}${whenItsTurn(run)}: ${experiment.title}.`;
  if (run.cases.length > 0) return `Measuring started: ${experiment.title}.`;
  return null;
}
