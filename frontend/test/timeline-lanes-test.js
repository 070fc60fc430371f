import { caseRows } from "../js/answer/results.js";
import { afterEvent, newRun } from "../js/answer/run-state.js";
import { chosenCases, defaultSettings, defaultView } from "../js/base/settings.js";
import { busyWords, laneBars, lanesInWords, mostLanes, timelineRow, timelineTable } from "../js/charts/timeline-lanes.js";
import { read, write } from "../js/base/url-state.js";
import { equal, says, test, truthy } from "./harness.js";
import { pooled, plain } from "./samples.js";

const settings = defaultSettings(pooled);
const segment = (fromNs, toNs, state, share = 1) => ({ fromNs, toNs, state, share });
const started = { seq: 1, type: "started", cases: chosenCases(pooled, settings).map(({ key }) => key) };
const event = {
  seq: 2,
  type: "timeline",
  key: "shared/platform/2",
  spanNs: 2000,
  lanes: [
    { name: "worker 1", segments: [segment(0, 1000, "running"), segment(1000, 1500, "waiting")] },
    { name: "worker 2", segments: [segment(1000, 2000, "running", 0.5)] },
  ],
  busyShare: 0.375,
};
const rowsWith = (...events) =>
  caseRows(pooled, settings, [started, ...events].reduce(afterEvent, newRun({ id: "r1", settings, rounds: 1 })));
const shown = (...events) => timelineRow(pooled, rowsWith(...events), "shared/platform/2");

test("a timeline belongs to its case and to no other", () => {
  const timelines = rowsWith(event).filter((row) => row.timeline);
  equal(
    timelines.map((row) => row.key),
    ["shared/platform/2"],
  );
  equal(timelines[0].timeline, { spanNs: 2000, lanes: event.lanes, busyShare: 0.375 });
});

test("the case shown is the chosen one, or the claim's", () => {
  const rows = rowsWith(event);
  equal(timelineRow(pooled, rows, "shared/virtual/1").key, "shared/virtual/1");
  equal(timelineRow(pooled, rows, null).key, "shared/platform/2");
  equal(timelineRow(pooled, rows, "not/there/9").key, "shared/platform/2");
});

test("an experiment without pools has no lanes", () => {
  equal(timelineRow(plain, caseRows(plain, defaultSettings(plain), undefined), null), null);
});

test("bars are parts of their lane", () => {
  const [first, second] = laneBars(shown(event));
  equal(first.bars, [
    { left: 0, width: 0.5, height: 1, state: "running" },
    { left: 0.5, width: 0.25, height: 1, state: "waiting" },
  ]);
  equal(second.bars, [{ left: 0.5, width: 0.5, height: 0.5, state: "running" }]);
});

test("lanes have their place before anything is watched", () => {
  equal(laneBars(shown()), [
    { name: "worker 1", bars: [] },
    { name: "worker 2", bars: [] },
  ]);
  equal(mostLanes(rowsWith()), 2);
  equal(laneBars(timelineRow(pooled, rowsWith(), "shared/virtual/1"))[0].name, "carrier 1");
});

test("how busy the workers were is said in words", () => {
  says(busyWords(shown(event)), "two workers", "38 %", "2.00 µs");
  truthy(/^\D+$/.test(busyWords(shown())), "words before anything was watched");
  const tiny = busyWords(shown({ ...event, busyShare: 0.004 }));
  says(tiny, " 1 %");
});

test("the table and the sentence tell what each lane did", () => {
  equal(timelineTable(shown(event)).rows, [
    ["worker 1", "1.00 µs", "500 ns", "500 ns", "50 %"],
    ["worker 2", "500 ns", "0 ns", "1.50 µs", "25 %"],
  ]);
  equal(timelineTable(shown()).rows[0], ["worker 1", "–", "–", "–", "–"]);
  says(lanesInWords(shown(event)), "worker 1", "1.00 µs", "500 ns", "worker 2", "500 ns", "0 ns");
});

test("the case shown stands in the address", () => {
  const defaults = { section: 3, run: null };
  const state = {
    ...defaults,
    settings: { pooled: settings },
    views: { pooled: { ...defaultView(pooled), timeline: "shared/virtual/2" } },
  };
  const query = write(state, [pooled], defaults);
  truthy(query.includes("pooled.timeline=shared"), query);
  equal(read(query, [pooled], defaults).views.pooled.timeline, "shared/virtual/2");
  equal(read("", [pooled], defaults).views.pooled.timeline, null);
});
