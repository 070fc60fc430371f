// Which cases a claim is about, among those measured. Pure.

/** The case whose workers are nearest to that number, counted in doublings. */
const nearest = (cases, workers) => {
  const distance = (one) => Math.abs(Math.log2(one.workers / workers));
  return cases.reduce((best, one) => (best && distance(best) <= distance(one) ? best : one), null);
};

/** How many workers can have a core of their own; null while the machine is not known. */
function coresOf(machine) {
  if (!machine?.usableCpus) return null;
  return machine.physicalCores > 0 ? Math.min(machine.usableCpus, machine.physicalCores) : machine.usableCpus;
}

/** The key of the case that the claim's case is compared with: the baseline's, or where the claim says so the same
 * variant on the same pool with a worker for each core; null where not measured, or not known. A claim's case on one
 * thread that is compared with pooled ones is so with that of a worker for each core. */
export function referenceKey(experiment, cases, machine) {
  const { againstCores, againstVariant, baselineVariant } = experiment.claim;
  const claim = cases.find((one) => one.key === claimKey(experiment, cases));
  if (!againstCores) {
    const own = cases.filter((one) => one.variant === (againstVariant ?? baselineVariant));
    const alike = own.filter((one) => one.pool === claim?.pool);
    const workers = claim?.pool === "sequential" ? coresOf(machine) : claim?.workers;
    return nearest(alike.length > 0 ? alike : own, workers ?? 1)?.key ?? null;
  }
  const cores = coresOf(machine);
  if (!claim || !cores) return null;
  const reference = nearest(
    cases.filter((one) => one.variant === claim.variant && one.pool === claim.pool),
    cores,
  );
  return reference.key === claim.key ? null : reference.key;
}

/** The key of the case that the claim is about: its variant, with the worker count nearest to the claim's. */
export function claimKey(experiment, cases) {
  const { claimVariant, claimWorkers } = experiment.claim;
  const own = cases.filter((one) => one.variant === claimVariant);
  return nearest(own, claimWorkers ?? 1)?.key ?? null;
}
