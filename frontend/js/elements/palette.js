// One colour per variant, the same everywhere on the page. Pure.

/** How many colours there are: `--v1` to `--v8`. */
export const HUES = 8;

const known = new WeakMap();

/** Each variant's colour number: the baseline has the first, the claim's variant the second. It is the same object for
 * the same experiment, so that codes are not drawn anew with every sample. */
export function hues(experiment) {
  if (!known.has(experiment)) known.set(experiment, huesOf(experiment));
  return known.get(experiment);
}

function huesOf(experiment) {
  const { baselineVariant, claimVariant } = experiment.claim;
  const others = experiment.variants
    .map((variant) => variant.id)
    .filter((id) => id !== baselineVariant && id !== claimVariant);
  return Object.fromEntries([baselineVariant, claimVariant, ...others].map((id, at) => [id, (at % HUES) + 1]));
}
