// The verdict in words. Pure.

const OUTCOMES = {
  HOLDS: { light: "good", words: "The claim holds here" },
  DOES_NOT_HOLD: { light: "bad", words: "The claim does not hold here" },
  CANNOT_TELL: { light: "noisy", words: "Not clear yet" },
};

const TRUST_WORDS = {
  good: "Good measurement",
  noisy: "Noisy measurement",
  doubtful: "Doubtful measurement",
};

/**
 * How far a measurement is to be trusted, as a light and a word or two.
 *
 * @param trust of the claim's cases together, or null
 * @param answering whether a run is still measuring them: that they leave the claim open is then no fault yet
 */
export function trustInWords(trust, answering) {
  if (!trust) return { light: "none", words: "Measurement" };
  const open = answering && trust.level === "noisy" && trust.reasons[0]?.code === "wide-interval";
  return open ? { light: "none", words: "Measuring" } : { light: trust.level, words: TRUST_WORDS[trust.level] };
}

/** The outcome as a light and a headline: never plainly "holds" if other workers stand in. */
export function outcomeInWords({ outcome, missed, standIn }) {
  const told = OUTCOMES[outcome];
  if (missed === "MORE") return { light: "noisy", words: "More than the guide expects" };
  if (standIn && outcome === "HOLDS") {
    return { light: told.light, words: `It holds as far as ${standIn.workers} of ${standIn.asked} workers show` };
  }
  return told;
}

/** Why it came out like that: a sentence per reason, the strongest first. */
export const whyInWords = ({ reasons = [] }) => reasons.map((reason, at) => `${at === 0 ? "Why" : "Also"}: ${reason}`);
