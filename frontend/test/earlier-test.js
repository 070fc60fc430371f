// Results of earlier versions still open: two each that were recorded, shared, packed into a link and stored.
import { csvOf, markdownOf } from "../js/export/export-text.js";
import { caseRows, claimRows } from "../js/answer/results.js";
import { pastRun } from "../js/results/result-run.js";
import { unpack } from "../js/results/result-pack.js";
import { faultOf } from "../js/results/result-shape.js";
import { allRows } from "../js/sweep/sweep-lines.js";
import { equal, test, truthy } from "./harness.js";

const text = async (name) => (await fetch(`earlier/${name}`)).text();

async function resultOf(name) {
  return name.endsWith(".txt") ? unpack({ version: "1", text: await text(name) }) : JSON.parse(await text(name));
}

test("results of earlier versions are shown with their times, their answer and their exports", async () => {
  const names = JSON.parse(await text("index.json"));
  equal(names.length, 6);
  for (const name of names) {
    const result = await resultOf(name);
    equal(faultOf(result), null);
    const { experiment } = result;
    const run = pastRun(experiment, result.run);
    const rows = caseRows(experiment, run.settings, run);
    equal(rows.length, result.run.cases.length);
    truthy(rows.every(({ time }) => time.median > 0), name);
    truthy(claimRows(experiment, rows, run).claim, name);
    const all = allRows(experiment, run.settings, run);
    const iterations = result.run.cases.reduce((sum, one) => sum + one.iterations.length, 0);
    equal(csvOf(all).split("\r\n").length - 2, iterations);
    truthy(markdownOf(result, all).includes(result.run.verdict.text), name);
  }
});

test("runs that were stored by earlier versions are shown as they ended", async () => {
  const { experiment } = await resultOf("recorded-square-100.json");
  for (const name of ["pooled.json", "sequential.json"]) {
    const { run } = await (await fetch(`runs/${name}`)).json();
    const ids = [...new Set(run.cases.map(({ variant }) => variant))];
    const variants = ids.map((id) => ({ ...experiment.variants[0], id }));
    const past = pastRun({ ...experiment, variants }, run);
    equal(past.stage, "finished");
    truthy(past.cases.every(({ iterations }) => iterations.length > 0), name);
  }
});
