// The page makes the same document of a run's events as the server, which RecordedEventsTest holds to the same files.
import { documentAfter } from "../js/answer/run-document.js";
import { equal, test } from "./harness.js";

const sorted = (value) =>
  Array.isArray(value)
    ? value.map(sorted)
    : value && typeof value === "object"
      ? Object.fromEntries(Object.entries(value).sort().map(([name, one]) => [name, sorted(one)]))
      : value;

const json = async (name) => (await fetch(`runs/${name}`)).json();

test("the events of a recorded run make the document that the server gave", async () => {
  const names = await json("index.json");
  equal(names.length, 10);
  for (const name of names) {
    const { events, run } = await json(name);
    equal(sorted(events.reduce(documentAfter, { cases: [] })), sorted(run));
  }
});
