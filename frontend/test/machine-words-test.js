import { machineInWords, shortModel } from "../js/machine/machine-words.js";
import { measurementOfResult } from "../js/results/measurement.js";
import { faultOf } from "../js/results/result-shape.js";
import { equal, test, truthy } from "./harness.js";
import { resultOf } from "./shared-samples.js";

const nameless = (cpuModel) => {
  const result = resultOf(1);
  return { ...result, run: { ...result.run, machine: { ...result.run.machine, cpuModel, architecture: "aarch64" } } };
};

test("a processor's name is told without what all of them say", () => {
  equal(shortModel("Intel(R) Xeon(R) CPU @ 2.20GHz", "amd64"), "Intel Xeon");
});

test("a processor without a name is called after its architecture", () => {
  for (const none of ["", " ", null, undefined, "CPU @ 2.20GHz"]) {
    const result = nameless(none);
    equal(faultOf(result), null);
    equal(shortModel(none, "aarch64"), "aarch64 processor");
    truthy(machineInWords(result.run.machine).startsWith("aarch64 processor, "), machineInWords(result.run.machine));
    equal(measurementOfResult(result).name, "aarch64 processor");
  }
  truthy(shortModel("").length > 0, "whatever the architecture");
});
