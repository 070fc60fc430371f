// How well the page's guess of a run's time fits the recorded results, written into docs/results/likely.md:
//   node src/tools/likely.mjs
// Each result is guessed as a browser does that has measured nothing yet.
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { estimateSeconds } from "../../frontend/js/base/settings.js";
import { paceOf } from "../../frontend/js/run/likely.js";

const RECORDED = new URL("../main/resources/recorded/", import.meta.url);
const FILE = new URL("../../docs/results/likely.md", import.meta.url);
const WITHIN = 0.2;

const read = (machine, experiment) =>
  JSON.parse(gunzipSync(readFileSync(new URL(`${machine}/${experiment}.json.gz`, RECORDED))).toString());

const middle = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

function rowOf(machine, id) {
  const { run, experiment } = read(machine, id);
  const budget = estimateSeconds(experiment, run.request);
  const took = (Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000;
  const guess = budget * paceOf({}, run.request.effort);
  return { id, effort: run.request.effort, budget, took, guess, off: guess / took - 1 };
}

const line = (cells) => `| ${cells.join(" | ")} |`;
const seconds = (number) => number.toFixed(1);
const percent = (share) => `${share < 0 ? "" : "+"}${(100 * share).toFixed(0)} %`;

const tables = JSON.parse(readFileSync(new URL("index.json", RECORDED))).map(({ id: machine, experiments }) => {
  const rows = experiments.map(({ id }) => rowOf(machine, id));
  const near = rows.filter(({ off }) => Math.abs(off) <= WITHIN).length;
  return `## ${machine}

${near} of ${rows.length} guesses are within ${100 * WITHIN} %. The middle run took ${middle(rows.map(({ took, budget }) => took / budget)).toFixed(2)} of its budget.

${[
    line(["experiment", "effort", "budget, s", "guess, s", "took, s", "guess is off by"]),
    line(["---", "---", "---", "---", "---", "---"]),
    ...rows.map(({ id, effort, budget, guess, took, off }) =>
      line([`\`${id}\``, effort, seconds(budget), seconds(guess), seconds(took), percent(off)]),
    ),
  ].join("\n")}
`;
});
writeFileSync(FILE, `# How long a run is likely to take

Written by \`node src/tools/likely.mjs\` from the recorded results: the guess of a browser that has measured nothing yet.

${tables.join("\n")}`);
console.log(tables.map((table) => table.split("\n").slice(0, 3).join("\n")).join("\n"));
