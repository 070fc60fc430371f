// The verdict in words. Pure.

const OUTCOMES = {
  HOLDS: { light: "good", words: "The claim holds here" },
  DOES_NOT_HOLD: { light: "bad", words: "The claim does not hold here" },
  CANNOT_TELL: { light: "noisy", words: "Not clear yet" },
};

export const TRUST_WORDS = {
  good: "Good measurement",
  noisy: "Noisy measurement",
  doubtful: "Doubtful measurement",
};

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
