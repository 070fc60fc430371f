// Text that comes from anybody, with all of it seen. Pure.

/** Characters that are not seen, or that change the order in which others are: each is shown by its number. */
const HIDDEN = /(?![\n\t])[\p{C}\u2028\u2029]/gu;

export const visible = (text) =>
  text.replace(HIDDEN, (one) => `<U+${one.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}>`);
