// Marks on the lines of the code panes: the colour of the instructions that belong to a line, and its share of the time.

const lineOf = (pane, file, line) =>
  [...pane.querySelectorAll("code-piece")]
    .filter((piece) => piece.piece?.file === file)
    .map((piece) => piece.querySelector(`[data-line="${line}"]`))
    .find(Boolean);

export function wipe(card) {
  for (const line of card?.querySelectorAll("code-pane [data-pair], code-pane [data-share]") ?? []) {
    delete line.dataset.pair;
    delete line.dataset.share;
  }
}

/** The lines of a profile with their shares of the processor time; where that is not known, of the samples. */
export const busyLines = ({ lines, covered = 1 }) => lines.map((line) => ({ ...line, share: line.share * covered }));

/**
 * @param pane the code pane of a side
 * @param pairs `[{ file, line, hue }]`
 * @param shares `[{ file, line, share }]`
 */
export function paint(pane, pairs, shares) {
  for (const { file, line, hue } of pairs) {
    const found = lineOf(pane, file, line);
    if (found) found.dataset.pair = hue;
  }
  for (const { file, line, share } of shares) {
    const found = share >= 0.01 && lineOf(pane, file, line);
    if (found) found.dataset.share = `${Math.round(share * 100)} %`;
  }
}
