// What the page may say of a result that is not to be trusted. Pure.

/** The speedup, marked where its own case or the baseline is in doubt: then nothing says that one side wins. */
export function cautious(speedup, ...trusts) {
  return speedup && trusts.some((trust) => trust?.level === "doubtful") ? { ...speedup, doubtful: true } : speedup;
}
