// The cases of an edit as those of a variant of its own, beside the original. Pure.

/** What an edited variant's id ends with. No variant of an experiment has it. */
export const EDIT = "@edit";
export const originalOf = (id) => (id.endsWith(EDIT) ? id.slice(0, -EDIT.length) : id);

/** The whole files that a run was given: `[{ file, text }]`. */
export const editsOf = (run) => run?.edits ?? run?.request?.edits ?? [];

/** A variant's edit. @param more what else is known of it */
export const editedVariant = (variant, label, more) => ({
  ...variant,
  id: variant.id + EDIT,
  label: `${variant.label}, ${label}`,
  baseline: false,
  ...more,
});

const caseOf = (one) => (one.edited ? { ...one, edited: false, variant: originalOf(one.variant) + EDIT } : one);

/** The run with each edited case as one of its edited variant, whose cases follow the original's; the run as it came is
 * its `source`. */
export function withEditedCases(run) {
  if (!run?.cases?.some((one) => one.edited)) return run;
  const isEdit = ({ variant }) => variant.endsWith(EDIT);
  const pairs = Map.groupBy(run.cases.map(caseOf), ({ variant }) => originalOf(variant));
  const cases = [...pairs.values()].flatMap((own) => [...own.filter((one) => !isEdit(one)), ...own.filter(isEdit)]);
  return { ...run, cases, source: run };
}

/** `{ experiment, run }` with a variant for each that was edited; the same objects if none was. */
export function withEdits(experiment, run) {
  const ids = new Set(run.cases.filter((one) => one.edited).map(({ variant }) => originalOf(variant)));
  if (ids.size === 0) return { experiment, run };
  const { variants } = experiment;
  const edited = variants.filter(({ id }) => ids.has(id)).map((one) => editedVariant(one, "edited", { code: [] }));
  return { experiment: { ...experiment, variants: [...variants, ...edited] }, run: withEditedCases(run) };
}
