// Whether more measuring could tell more. Pure.

/** The effort that may tell more: the next one, if both cases were measured, and not clearly enough; or null. */
export function nextEffort(experiment, run) {
  const { outcome, measuredSpeedup } = run?.verdict ?? {};
  if (!run?.id || run.edits || run.stage !== "finished" || outcome !== "CANNOT_TELL" || !measuredSpeedup) return null;
  const at = experiment.efforts.findIndex(({ id }) => id === run.settings.effort);
  return experiment.efforts[at + 1] ?? null;
}
