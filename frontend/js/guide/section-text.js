// A section's text as parts to be laid out: what is read, and between it the experiments. Pure.

const CARD = /<lanes-card experiment="([a-z0-9-]+)"><\/lanes-card>/;

/**
 * The parts `{ html }` and `{ experiment }` of a section in order. Every one of its experiments is there once: what the
 * text does not place follows it, and what is not the section's own is left out.
 */
export function sectionParts(html, experiments) {
  const left = new Map(experiments.map((experiment) => [experiment.id, experiment]));
  const parts = (html ?? "").split(CARD).map((part, at) => {
    if (at % 2 === 0) return part.trim() ? { html: part } : null;
    const experiment = left.get(part);
    left.delete(part);
    return experiment ? { experiment } : null;
  });
  return [...parts.filter(Boolean), ...[...left.values()].map((experiment) => ({ experiment }))];
}

/** What the machine's "memory" or one of its caches holds, in bytes: "L1" is the first for data. Null if not known. */
export function sizeOf(machine, name) {
  if (name === "memory") return machine?.memoryBytes ?? null;
  const level = Number(/^L(\d)$/.exec(name)?.[1]);
  const found = (machine?.caches ?? []).filter((cache) => cache.level === level && cache.kind !== "instruction");
  return found.length > 0 ? Math.max(...found.map((cache) => cache.bytes)) : null;
}
