import { runAll } from "./harness.js";
import "./chart-amdahl-test.js";
import "./chart-data-test.js";
import "./code-diff-test.js";
import "./format-test.js";
import "./guide-run-test.js";
import "./last-results-test.js";
import "./race-test.js";
import "./results-test.js";
import "./run-state-test.js";
import "./section-text-test.js";
import "./settings-test.js";
import "./stage-words-test.js";
import "./timeline-lanes-test.js";
import "./trust-test.js";
import "./url-state-test.js";
import "./verdict-words-test.js";

runAll();
