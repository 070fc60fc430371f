import { linearAxis, logAxis } from "../js/base/axis.js";
import { equal, test } from "./harness.js";

test("a linear axis begins at 0, has round ticks and room for the greatest value", () => {
  const { from, to, ticks, place } = linearAxis([118, 13.9, null, 131]);
  equal([from, ticks, to > 131], [0, [0, 50, 100], true]);
  equal([place(0), place(to), place(2 * to)], [0, 1, 1]);
  equal(linearAxis([]).ticks.length > 0, true);
});

test("a log axis begins and ends at round figures around its values", () => {
  const { from, to, ticks, place } = logAxis([143, 5930]);
  equal([from, to], [100, 10_000]);
  equal([place(100), place(1000).toFixed(3), place(10_000)], [0, "0.500", 1]);
  equal(ticks.every((tick) => tick >= 100 && tick <= 10_000), true);
});
