import { LAP_SECONDS, place, race, shareOfLaps } from "../js/charts/race.js";
import { equal, test } from "./harness.js";

const rows = (...medians) => medians.map((median) => ({ time: median && { median } }));

test("the slowest needs ten seconds for its lap", () => {
  const { slowdown } = race(rows(2e6, 1e6));
  equal((slowdown * 2e6) / 1e9, LAP_SECONDS);
});

test("the others run as many laps as they are times faster", () => {
  const { lanes } = race(rows(900, 300, 90));
  equal(
    lanes.map((lane) => place(lane, 1)),
    [
      { full: 1, part: 1 },
      { full: 3, part: 1 },
      { full: 10, part: 1 },
    ],
  );
  equal(place(lanes[1], 0.5).full, 1);
  equal(place(lanes[1], 0.5).part.toFixed(3), "0.500");
});

test("a lane too fast to watch is a blur", () => {
  equal(
    race(rows(1000, 40, 10)).lanes.map((lane) => lane.blurred),
    [false, false, true],
  );
});

test("at rest a lane is as long as its laps, so that the fastest has come furthest", () => {
  const { lanes } = race(rows(1000, 250, 100));
  equal(lanes.map((lane) => shareOfLaps(lane, lanes)), [0.1, 0.4, 1]);
});

test("there is no race of one", () => {
  equal(race(rows(1000, null)), null);
});
