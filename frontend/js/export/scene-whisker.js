// An interval of a scene: a line from its low to its high end, with a cap at each. Pure.

const CAP = 4;

/**
 * The shapes of an interval at the height `y`; none where it is not known.
 *
 * @param place where a value lies on the axis
 */
export const whisker = (place, { low, high }, y, stroke) =>
  low == null
    ? []
    : [
        [place(low), y, place(high), y],
        ...[low, high].map((end) => [place(end), y - CAP, place(end), y + CAP]),
      ].map((line) => ({ line, stroke, width: 1.75 }));
