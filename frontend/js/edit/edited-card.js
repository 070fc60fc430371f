// A card with edits: each edited variant beside its original, as one more variant with a case of its own. Pure.
import { EDIT, editedVariant, originalOf, withEditedCases } from "../answer/edited-cases.js";
import { pieceIn } from "./pieces.js";

const sameFile = (a, b) => a.file === b.file;

/** How a run's edits change a piece: the edited one, or the piece itself. */
export const byFiles = (edits) => (piece) => {
  const edit = edits.find((one) => sameFile(one, piece));
  const found = edit && pieceIn(edit.text, piece);
  return found && found.text.trimEnd() !== piece.text.trimEnd() ? { ...piece, ...found, original: piece } : piece;
};

/** How drafts change a piece. */
export const byDrafts = (drafts) => (piece) => {
  const draft = drafts.find((one) => sameFile(one, piece) && one.before === piece.text);
  return draft ? { ...piece, text: draft.text, original: piece } : piece;
};

/** The ids of the variants that the pieces' change touches, and of those whose cases a run has edited. */
export function touched(variants, change, run) {
  const measured = (run?.cases ?? []).filter((one) => one.edited).map(({ variant }) => originalOf(variant));
  const changed = variants.filter(({ code = [] }) => code.some((piece) => change(piece) !== piece)).map(({ id }) => id);
  return [...new Set([...changed, ...measured])];
}

const yours = (variant, code, edits) =>
  editedVariant(variant, "your edit", { code, ...(edits && { asked: { variant: variant.id, edits } }) });

/** Above a code there is room for a sign only, which stands first as a long label is cut. */
const asTab = (variant) =>
  variant.id.endsWith(EDIT) ? { ...variant, label: `✎ ${variant.label.replace(/, your edit$/, "")}` } : variant;

/**
 * Makes what a card shows, `{ experiment, code, view, run }`, with the edits. Its experiment and code stay the same objects
 * as long as nothing of them changes, so that codes are not drawn anew with every sample.
 *
 * @returns a function of the card, which has the same without the edits (its `code` may be missing yet); of `change`, how
 *   a piece is changed; and of the whole files that a look into an edited variant is asked with
 */
export function extender() {
  let last = [];
  let made = null;
  return ({ experiment, code, view, run }, change, edits) => {
    const ids = touched(code?.variants ?? experiment.variants, change, run);
    const now = [experiment, code, change, ids.join()];
    if (now.some((one, at) => one !== last[at])) made = withVariants(experiment, code, ids, change, edits);
    last = now;
    const shown = (id) => (made.experiment.variants.some((one) => one.id === id) ? id : originalOf(id));
    return {
      ...made,
      view: { ...view, left: shown(view.left), right: shown(view.right) },
      run: withEditedCases(run),
    };
  };
}

function withVariants(experiment, code, ids, change, edits) {
  if (ids.length === 0) return { experiment, code };
  const and = (variants) => [
    ...variants,
    ...variants.filter(({ id }) => ids.includes(id)).map((one) => yours(one, one.code?.map(change), edits)),
  ];
  return {
    experiment: { ...experiment, variants: and(experiment.variants) },
    code: code?.variants ? { ...code, variants: and(code.variants).map(asTab) } : code,
  };
}
