// Terms of the glossary, wherever they stand: what shows their definitions is fetched with the first one in use.
const SIGNS = ["pointerover", "focusin", "click"];

export function watchTerms() {
  for (const sign of SIGNS) {
    document.addEventListener(sign, ({ target }) => {
      const term = target.closest?.(".term");
      if (term) import("../glossary/term-note.js").then(({ showNote }) => showNote(term)).catch(() => {});
    });
  }
}
