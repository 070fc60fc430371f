// What can be taken away from a result, as files: each with its name, its words, and how it is made.
import * as api from "../base/api.js";
import { chartPalette } from "../charts/chart-palette.js";
import { csvOf, markdownOf } from "./export-text.js";
import { dayOf, momentWithZone } from "../base/dates.js";
import { saveFile } from "../base/save-file.js";
import { figureScene, footOf } from "./figure-scene.js";
import { reportOf } from "./report.js";
import { pack } from "../results/result-pack.js";
import { measuredOn, originInWords, pastRun } from "../results/result-run.js";
import { withEdits } from "../answer/edited-cases.js";
import { caseRows } from "../answer/results.js";
import { pngOf } from "./scene-canvas.js";
import { svgOf } from "./scene-svg.js";
import { allRows } from "../sweep/sweep-lines.js";

const figure = (kind) => ({ result, rows }) => {
  const { title, claim } = result.experiment;
  const foot = footOf(result.run.verdict, `${originInWords(result, momentWithZone)}, with Lanes`);
  return figureScene(kind, rows, { title, guideSpeedup: claim.guideSpeedup, foot }, chartPalette());
};

/** The server writes it: of the run if it has that, else of the result that is sent to it. */
async function jmhJson({ result }) {
  const { id } = result.run;
  const kept = id ? await api.jmhJson(id).catch(() => null) : null;
  return JSON.stringify(kept ?? (await api.jmhJsonOf(await pack(result))), null, 2);
}

const text = (type, make) => async (one) => new Blob([await make(one)], { type: `${type};charset=utf-8` });
const markdown = ({ result, all }) => markdownOf(result, all);
const report = ({ result, rows }) => reportOf(result, rows, chartPalette({ paper: true }));
const pictures = (kind) => [
  { id: `${kind}-png`, label: `PNG of ${kind}s`, suffix: `-${kind}.png`, make: (one) => pngOf(figure(kind)(one)) },
  {
    id: `${kind}-svg`,
    label: `SVG of ${kind}s`,
    suffix: `-${kind}.svg`,
    make: text("image/svg+xml", (one) => svgOf(figure(kind)(one))),
  },
];

/** Every export: `suffix` ends the file's name; `make` takes `{ result, rows, all }` and gives a Blob. Of a sweep
 * `rows` are those at the parameter's own value, and `all` those of all values. */
export const EXPORTS = [
  { id: "report", label: "HTML report", suffix: ".html", make: text("text/html", report) },
  { id: "jmh", label: "JMH JSON", suffix: ".jmh.json", make: text("application/json", jmhJson) },
  { id: "csv", label: "CSV", suffix: ".csv", make: text("text/csv", ({ all }) => csvOf(all)) },
  { id: "markdown", label: "Markdown", suffix: ".md", make: text("text/markdown", markdown) },
  ...pictures("time"),
  ...pictures("speedup"),
];

/** "row-vs-column-2026-11-22.csv", with the visitor's day. */
export const fileName = (result, { suffix }) =>
  `${result.experiment.id}-${dayOf(measuredOn(result))}${suffix}`;

/** Makes one of them and hands it to the visitor as a file. */
export async function saveAs(result, one) {
  const { experiment, run } = withEdits(result.experiment, pastRun(result.experiment, result.run));
  const rows = caseRows(experiment, run.settings, run);
  const all = allRows(experiment, run.settings, run);
  saveFile(await one.make({ result, rows, all }), fileName(result, one));
}
