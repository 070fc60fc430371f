import {
  allocationInWords,
  bytes,
  direction,
  plainSpeedup,
  ratio,
  speedupAsHeadline,
  speedupInWords,
  tickTime,
  time,
  wait,
} from "../js/base/format.js";
import { equal, says, test, truthy } from "./harness.js";

test("a time is told in the unit that suits it", () => {
  equal([0.4321, 38.04, 143_700, 12_100_000, 999.9, 3.2e9].map(time), [
    "0.432 ns",
    "38.0 ns",
    "144 µs",
    "12.1 ms",
    "1.00 µs",
    "3.20 s",
  ]);
});

test("an allocation is told in bytes of an operation", () => {
  equal([64, 1200, 23_000_000].map((count) => allocationInWords(count).match(/[\d.]+ \w+/)[0]), [
    ...["64 B", "1.2 KB", "22 MB"],
  ]);
});

test("a tick of an axis has no idle zeros", () => {
  equal([500_000, 1e6, 0.5, 2e9].map(tickTime), ["500 µs", "1 ms", "0.5 ns", "2 s"]);
});

test("a ratio has as many digits as it deserves", () => {
  equal([31539, 84.3, 9.96, 2.94, 1.036, 0.947, 0.05].map(ratio), [
    "31,539",
    "84",
    "10",
    "2.9",
    "1.04",
    "0.95",
    "0.050",
  ]);
});

test("a speedup is told with its interval", () => {
  equal(speedupInWords({ value: 2.9, low: 2.7, high: 3.1 }), "2.9 times faster (2.7-3.1)");
});

test("a slowdown is told as a number of times slower", () => {
  equal(speedupInWords({ value: 0.05, low: 0.04, high: 0.0625 }), "20 times slower (16-25)");
});

test("an interval around 1 is no clear difference, however large the value", () => {
  const words = speedupInWords({ value: 1.5, low: 0.9, high: 2.4 });
  says(words, "(0.90-2.4)");
  truthy(!/faster|slower|1\.5/.test(words), words);
  equal(direction({ value: 1.5, low: 1, high: 2.4 }), "same");
});

test("less than three per cent is no clear difference, however sure", () => {
  equal(direction({ value: 1.029, low: 1.02, high: 1.04 }), "same");
  equal(direction({ value: 0.972, low: 0.96, high: 0.98 }), "same");
  equal(direction({ value: 1.04, low: 1.02, high: 1.06 }), "same");
  equal(direction({ value: 1.06, low: 1.04, high: 1.08 }), "faster");
  equal(direction({ value: 0.94, low: 0.92, high: 0.96 }), "slower");
  equal(direction({ value: 3, low: 2, high: 4, doubtful: true }), "same");
});

test("an interval that excludes 1 is only called unclear with the margin that counts", () => {
  for (const speedup of [{ value: 1.2, low: 1.02, high: 1.52 }, { value: 0.9, low: 0.6, high: 0.99 }]) {
    says(speedupInWords(speedup), "3 %");
    says(speedupAsHeadline(speedup).words, "3 %");
  }
  truthy(!speedupInWords({ value: 1.2, low: 0.98, high: 1.5 }).includes("3 %"));
  says(speedupInWords({ value: 1, low: 0.95, high: 1.05 }), "as long");
});

test("a headline never says faster where there is no clear difference", () => {
  const same = speedupAsHeadline({ value: 1.01, low: 0.97, high: 1.05 }).words;
  says(same, "0.97", "1.05");
  truthy(!/faster|slower/.test(same), same);
  const { figure, words } = speedupAsHeadline({ value: 84.2, low: 79, high: 88 });
  equal(figure, "84×");
  says(words, "faster", "79", "88");
});

test("the guide's ratio below 1 is told as slower", () => {
  equal([31539, 0.001, 0.99].map(plainSpeedup), ["31,539×", "1,000× slower", "0.99×"]);
});

test("waiting is told in seconds, then in minutes", () => {
  equal([0.4, 14.2, 130].map(wait), ["under 1 s", "about 14 s", "about 2 min"]);
});

test("sizes are told in powers of 1024", () => {
  equal([512, 32768, 1048576, 37486592, 0].map(bytes), ["512 B", "32 KB", "1 MB", "36 MB", "0 B"]);
});
