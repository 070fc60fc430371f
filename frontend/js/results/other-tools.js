// Which other tool wrote a file that is no result of JMH. Pure.
import { parsed } from "../base/stored.js";

const has = (value, ...names) => typeof value === "object" && value !== null && names.every((name) => name in value);
const first = (list, ...names) => Array.isArray(list) && has(list[0], ...names);

/** By what only its files have. */
const TOOLS = {
  "Google Benchmark": (file) =>
    has(file?.context, "library_build_type") || (has(file, "context") && first(file.benchmarks, "real_time")),
  "pytest-benchmark": (file) => has(file, "machine_info", "benchmarks") || first(file?.benchmarks, "stats", "fullname"),
  BenchmarkDotNet: (file) => has(file, "HostEnvironmentInfo", "Benchmarks"),
  hyperfine: (file) => first(file?.results, "command", "mean"),
  nanobench: (file) => first(file?.results, "median(elapsed)"),
  "criterion.rs": (file) =>
    has(file?.mean, "point_estimate") || has(file, "reason", "typical") || has(file, "sampling_mode", "times"),
  criterion: (file) => Array.isArray(file) && file[0] === "criterion",
  k6: (file) =>
    has(file, "metrics", "root_group") || has(file?.metrics, "iterations", "vus") || file?.type === "Metric",
  vegeta: (file) => has(file, "latencies", "status_codes"),
  autocannon: (file) => has(file, "requests", "latency", "throughput"),
  oha: (file) => has(file?.summary, "successRate"),
  "Vitest bench": (file) => first(file?.files, "groups"),
  "go test": (file) => has(file, "Action", "Package"),
  "BenchmarkTools.jl": (file) => Array.isArray(file) && has(file[0], "BenchmarkTools"),
  Renaissance: (file) => has(file, "format_version", "environment", "data"),
};

/** The tool's name; null if it cannot be told. Some tools write a JSON value per line: the first one tells. */
export function toolOf(text) {
  const file = parsed(text) ?? parsed(text.trimStart().split("\n", 1)[0]);
  return Object.keys(TOOLS).find((name) => TOOLS[name](file)) ?? null;
}
