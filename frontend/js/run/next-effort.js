// Whether more measuring could tell more. Pure.
import { direction } from "../base/format.js";

/** Whether it is not clear yet which of an edit and its original is faster. */
const isOpen = ({ edited, speedupOverOriginal: speedup, trust }) =>
  edited && speedup && (trust?.level === "doubtful" || direction(speedup) === "same");

/** The effort that may tell more: the next one, if both cases of the claim, or an edit and its original, were measured,
 * and not clearly enough; or null. */
export function nextEffort(experiment, run) {
  const { outcome, measuredSpeedup } = run?.verdict ?? {};
  if (!run?.id || run.stage !== "finished") return null;
  const unclear = (outcome === "CANNOT_TELL" && measuredSpeedup) || run.cases?.some(isOpen);
  const at = experiment.efforts.findIndex(({ id }) => id === run.settings.effort);
  return unclear ? (experiment.efforts[at + 1] ?? null) : null;
}
