import { beginOf, dayInWords, dayOf, momentWithZone } from "../js/base/dates.js";
import { equal, test, truthy } from "./harness.js";

// Just before and just after midnight, wherever this runs.
const evening = new Date(2026, 10, 22, 23, 59).toISOString();
const night = new Date(2026, 10, 23, 0, 1).toISOString();

test("a moment falls on the visitor's day", () => {
  equal([evening, night].map(dayInWords), ["22 November 2026", "23 November 2026"]);
  equal([evening, night].map(dayOf), ["2026-11-22", "2026-11-23"]);
});

test("a day alone is the same day everywhere", () => {
  equal([dayInWords("2026-01-05"), dayOf("2026-01-05"), momentWithZone("2026-01-05")], [
    ...["5 January 2026", "2026-01-05", "5 January 2026"],
  ]);
});

test("what is read elsewhere says its time zone", () => {
  const zone = new Intl.DateTimeFormat("en-GB", { timeZoneName: "short" }).formatToParts(new Date(evening)).at(-1).value;
  truthy(momentWithZone(evening).endsWith(`23:59 ${zone}`), momentWithZone(evening));
});

test("a day begins at the visitor's midnight, and ends where the next begins", () => {
  equal(beginOf("2026-11-22"), new Date(2026, 10, 22).toISOString());
  equal(beginOf("2026-12-31", 1), new Date(2027, 0, 1).toISOString());
  equal(["soon", "2026-13-01", "2026-01-01T00:00:00Z"].map((text) => beginOf(text, 1)), [
    ...["soon", "2026-13-01", "2026-01-01T00:00:00Z"],
  ]);
});
