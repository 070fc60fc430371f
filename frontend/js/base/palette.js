// One colour per variant, the same everywhere on the page. Pure.

/** How many colours there are: `--v1` to `--v8`. */
export const HUES = 8;

/** Each variant's colour number: the baseline has the first, the claim's variant the second. */
export function hues(experiment) {
  const { baselineVariant, claimVariant } = experiment.claim;
  const others = experiment.variants
    .map((variant) => variant.id)
    .filter((id) => id !== baselineVariant && id !== claimVariant);
  return Object.fromEntries([baselineVariant, claimVariant, ...others].map((id, at) => [id, (at % HUES) + 1]));
}
