// The verdict in words. Pure.

const OUTCOMES = {
  HOLDS: { light: "good", words: "The claim holds here" },
  DOES_NOT_HOLD: { light: "bad", words: "The claim does not hold here" },
  CANNOT_TELL: { light: "noisy", words: "It cannot be told" },
};

/** The outcome as a light and a headline. */
export const outcomeInWords = ({ outcome }) => OUTCOMES[outcome];

/** Why it came out like that: a sentence per reason, the strongest first. */
export const whyInWords = ({ reasons = [] }) => reasons.map((reason, at) => `${at === 0 ? "Why" : "Also"}: ${reason}`);
