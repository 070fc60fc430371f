import { linearAxis, logAxis, ratioAxis } from "../js/base/axis.js";
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

test("an axis of ratios is the same to both sides of 1, whatever it has to hold", () => {
  for (const values of [[], [8.5], [0.0001, 3], [31_539]]) {
    const { from, to, place, ticks } = ratioAxis(values);
    equal([place(1).toFixed(6), (from * to).toFixed(6)], ["0.500000", "1.000000"]);
    equal(values.every((value) => value >= from && value <= to), true);
    equal((place(10) + place(0.1)).toFixed(6), "1.000000");
    equal(ticks.some((tick) => Math.abs(tick - 1) < 1e-9), true);
  }
});
