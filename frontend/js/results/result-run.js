// A result as it was measured, as the page shows it: its run and its words. Pure.
import { dayInWords } from "../base/dates.js";
import { nameOfFile } from "../base/format.js";
import { machineInWords } from "../machine/machine-words.js";
import { newCase } from "../answer/run-document.js";
import { newRun } from "../answer/run-state.js";
import { effortOf, poolName, settingsOf } from "../base/settings.js";

const STAGES = { FINISHED: "finished", FAILED: "failed", CANCELLED: "cancelled", INTERRUPTED: "interrupted" };

/** Whether a run, as the API has it, is over. */
export const isPast = ({ state }) => state in STAGES;

/** Iterations of a run that tells only their times: all of them measured, in one round. */
const bare = (samples = []) =>
  samples.map((nsPerOp, at) => ({ phase: "measure", round: 1, iteration: at + 1, nsPerOp }));

/** All that is stored of a case; what an earlier version did not tell is as in a case that is not measured yet. */
const caseOf = (one) => ({ ...newCase(), iterations: bare(one.samples), ...one });

/** The state of a run that was over before the page knew of it, from `Run` of the API. */
export function pastRun(experiment, run) {
  const settings = settingsOf(experiment, run.request);
  return {
    ...newRun({ settings, rounds: effortOf(experiment, settings).forks, past: true }),
    ...run,
    stage: STAGES[run.state],
    connection: "closed",
    cases: run.startedAt ? run.cases.map(caseOf) : [],
    doneFraction: run.state === "FINISHED" ? 1 : 0,
    remainingSeconds: 0,
  };
}

/** The moment at which the result was measured; of a recorded one the day. */
export const measuredOn = ({ run, recorded }) => recorded?.on ?? run.endedAt ?? run.createdAt;

/**
 * "Measured on 22 November 2026 on Intel Xeon Processor, 8 processors".
 *
 * @param when how the date is told: `momentWithZone` for what is read elsewhere, too
 */
export function originInWords(result, when = dayInWords) {
  const way = result.recorded ? "Recorded" : "Measured";
  return `${way} on ${when(measuredOn(result))} on ${machineInWords(result.run.machine)}`;
}

/** A file that was moved is the same code. */
const codeOf = (experiment) =>
  JSON.stringify(
    experiment.variants.map(({ id, code }) => [id, (code ?? []).map(({ file, text }) => [nameOfFile(file), text])]),
  );

/** Whether an experiment's code differs from the one measured; null where the page does not have it. */
export function codeChanged(measured, current) {
  return current?.variants?.[0]?.code ? codeOf(measured) !== codeOf(current) : null;
}

export const CODE_WORDS = new Map([
  [true, "The code has changed since: below is the code as it was measured."],
  [false, "The code is still the same in this version of Lanes."],
  [null, "This version of Lanes cannot tell whether the code has changed since. Below is the code as it was measured."],
]);

/** What was measured, in words: "Rows and columns 1024, platform threads, 1, 2 workers, quick effort". */
export function settingsInWords({ run: { request }, experiment }) {
  const values = experiment.params.map(({ name, label, unit, choices }) => {
    const values = request.sweep?.param === name ? request.sweep.values : [request.params[name]];
    const named = values.map((value) => choices?.find((choice) => choice.value === value)?.label ?? value);
    return `${label} ${named.join(", ")} ${choices ? "" : (unit ?? "")}`.trim();
  });
  const workers = request.workers?.length > 0 ? [`${request.workers.join(", ")} workers`] : [];
  return [...values, ...(request.pools ?? []).map(poolName), ...workers, `${request.effort} effort`].join(", ");
}
