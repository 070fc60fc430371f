import { parseJmh } from "../js/results/jmh-json.js";
import { toolOf } from "../js/results/other-tools.js";
import { equal, test, truthy } from "./harness.js";

const FILES = {
  "Google Benchmark": { context: { date: "", library_build_type: "release" }, benchmarks: [{ name: "BM", real_time: 1, time_unit: "ns" }] },
  "pytest-benchmark": { machine_info: {}, commit_info: {}, benchmarks: [{ fullname: "t", stats: {} }], version: "5" },
  BenchmarkDotNet: { Title: "T", HostEnvironmentInfo: {}, Benchmarks: [] },
  hyperfine: { results: [{ command: "sleep 1", mean: 1, times: [1] }] },
  "criterion.rs": { mean: { point_estimate: 1, confidence_interval: {} }, median: {}, slope: null },
  criterion: ["criterion", "1.6", []],
  k6: { metrics: { http_req_duration: {} }, root_group: {} },
  vegeta: { latencies: {}, status_codes: {}, success: 1 },
  "Vitest bench": { files: [{ filepath: "a", groups: [] }] },
};

test("a file of another tool is refused by the tool's name", () => {
  equal(Object.keys(FILES).map((name) => toolOf(JSON.stringify(FILES[name]))), Object.keys(FILES));
  equal(toolOf('{"type":"Metric","data":{}}\n{"type":"Point"}'), "k6");
  equal(toolOf('{"Action":"output","Package":"a","Output":"x"}\n{}'), "go test");
  for (const name of Object.keys(FILES)) {
    try {
      parseJmh(JSON.stringify(FILES[name]));
      truthy(false, `${name} was read`);
    } catch ({ message }) {
      truthy(message.includes(name), message);
    }
  }
});

test("what no tool is known by is nobody's", () => {
  const others = ["{", "{}", "[]", "null", "7", '"k6"', "[null]", '{"results":[]}', '{"metrics":null}', '{"type":"Point"}'];
  equal(others.map(toolOf), others.map(() => null));
});
