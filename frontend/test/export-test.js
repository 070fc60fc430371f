import { barsScene, fewRows } from "../js/export/bars-scene.js";
import { csvOf, markdownOf, markdownTable, quoteOf } from "../js/export/export-text.js";
import { figureScene } from "../js/export/figure-scene.js";
import { reportOf } from "../js/export/report.js";
import { pastRun } from "../js/results/result-run.js";
import { withEdits } from "../js/answer/edited-cases.js";
import { caseRows } from "../js/answer/results.js";
import { svgOf } from "../js/export/scene-svg.js";
import { equal, says, test, truthy } from "./harness.js";
import { palette } from "./samples.js";
import { resultOf } from "./shared-samples.js";

const result = resultOf(100);
const run = pastRun(result.experiment, result.run);
const rows = caseRows(result.experiment, run.settings, run);
const about = { title: "Rows & columns", guideSpeedup: 100, foot: ["Here"] };

const parsed = (text) => new DOMParser().parseFromString(text, "image/svg+xml");

test("the CSV has a line for every iteration, warm-up included", () => {
  const lines = csvOf(rows).trimEnd().split("\r\n");
  equal(lines.length, 1 + 8);
  equal(lines[2], "Label of slow,slow,sequential,1,measure,1,1,401,400,400,360,440.00000000000006,1,1,1,4000");
});

test("cells with commas are quoted, and none is a formula", () => {
  const [row] = rows;
  const [, line] = csvOf([{ ...row, label: '=1+"a", b' }]).split("\r\n");
  truthy(line.startsWith('" =1+""a"", b",slow'), line);
});

test("the Markdown says what was asked, measured and found, and where", () => {
  const text = markdownOf(result, rows);
  says(text, "### Is it, faster?\n\n", "Size 16 rows", "quick", "\n\n| ");
  const fast = "| Label of fast | 100 ns | 90.0 ns to 110 ns | 4.0 times faster (3.3-4.9) | good | correct | 1000 B |";
  truthy(text.includes(fast), text);
  truthy(/It holds\.\n\n.*22 November 2026 .*Intel Xeon, 8 processors/.test(text), text);
  equal(markdownTable({ columns: ["a|b"], rows: [["c\nd"]] }), "| a\\|b |\n| --- |\n| c d |");
});

test("the Markdown begins with the answer, and what it takes to quote it", () => {
  const verdict = { ...result.run.verdict, answer: "Yes: four times." };
  const answered = { ...result, run: { ...result.run, verdict } };
  const [, second] = markdownOf(answered, rows).split("\n\n");
  says(second, "Yes: four times.", "Size 16 rows", "quick", "22 November 2026", "Intel Xeon", result.run.machine.javaVersion);
  equal(quoteOf(result), null);
});

const over = { value: 1.31, low: 1.27, high: 1.36 };
const edited = structuredClone(result);
edited.run.cases.push({ ...edited.run.cases[0], key: "slow@edit", edited: true, speedupOverOriginal: over });
edited.run.edits = [{ file: "p/Slow.java", text: "class Slow {} // <b> \u202E" }];
edited.run.verdict.editAnswer = "Your edit: faster.";
const both = withEdits(edited.experiment, pastRun(edited.experiment, edited.run));
const withEdit = caseRows(both.experiment, both.run.settings, both.run);

test("an edit is exported beside its original, marked, with its speedup over that", () => {
  equal(withEdit.map(({ key }) => key), ["slow", "slow@edit", "fast"]);
  equal(new Set(withEdit.map(({ hue }) => hue)).size, 3);
  const [head, ...lines] = csvOf(withEdit).trimEnd().split("\r\n");
  truthy(head.endsWith(",edited,speedup_over_original,over_original_low,over_original_high"), head);
  const own = lines.filter((line) => line.includes("slow@edit"));
  truthy(own.length > 0 && own.every((line) => line.endsWith(",true,1.31,1.27,1.36")), own[0]);
  truthy(lines.filter((line) => !line.includes("@edit")).every((line) => line.endsWith(",false,,,")), lines[0]);
  says(markdownOf(edited, withEdit), "| Label of slow, edited |", "1.3 times faster (1.3-1.4)", "Your edit: faster.", "Slow.java");
  truthy(!csvOf(rows).includes("over_original") && !markdownOf(result, rows).includes("original"), "without an edit");
});

test("the report has the edit's figures, and its code as text in which nothing hides", () => {
  const page = new DOMParser().parseFromString(reportOf(edited, withEdit, palette), "text/html");
  equal(page.querySelectorAll("pre").length, 2);
  equal([...page.querySelectorAll("pre")].at(-1).textContent, "class Slow {} // <b> <U+202E>");
  truthy(page.body.textContent.includes("Label of slow, edited"), "its case");
  equal(page.querySelectorAll("b, script").length, 0);
});

test("a figure has a bar and an interval for each case, and the slower one's is longer", () => {
  const { shapes } = figureScene("time", rows, about, palette);
  const bars = shapes.filter(({ rect, fill }) => rect && fill.startsWith("hue"));
  equal(bars.map(({ fill }) => fill), ["hue 1", "hue 2"]);
  truthy(bars[0].rect[2] > bars[1].rect[2], "the slower case's bar is longer");
  equal(shapes.filter(({ line, width }) => line && width === 1.75).length, 6);
  truthy(shapes.some(({ text }) => text === "100 ns"), "the time in figures");
});

test("the speedups have the guide's mark", () => {
  const { shapes } = figureScene("speedup", rows, about, palette);
  truthy(shapes.some(({ text }) => text === "guide 100×"), "the mark");
  equal(shapes.filter(({ circle }) => circle).length, 2);
});

test("a scene is well-formed SVG, whatever its texts hold", () => {
  const odd = { ...about, title: '<script>"&\u0001' };
  const document = parsed(svgOf(figureScene("time", rows, odd, palette)));
  equal(document.querySelector("parsererror"), null);
  equal(document.querySelector("script"), null);
  truthy(document.querySelector("title").textContent.startsWith('<script>"&'), "the title");
});

test("the bars of a frame fit its width, and many cases become each variant's fastest", () => {
  const { shapes, width } = barsScene(rows, 300, palette);
  truthy(shapes.every(({ rect }) => !rect || rect[0] + rect[2] <= width), "inside");
  const many = Array.from({ length: 20 }, (_, at) => ({ ...rows[at % 2], time: { ...rows[0].time, median: 50 + at } }));
  equal(fewRows(many).map(({ variant, time }) => [variant, time.median]), [
    ["slow", 50],
    ["fast", 51],
  ]);
});

test("the report leaves out what a machine does not tell, and names it after its architecture", () => {
  const bare = structuredClone(result);
  Object.assign(bare.run.machine, { cpuModel: "", architecture: "aarch64", physicalCores: 0, caches: [] });
  const report = reportOf(bare, rows, palette);
  truthy(report.includes("aarch64 processor"), "the name");
  truthy(!report.includes("<dd></dd>") && !report.includes(", 0 cores"), "nothing unknown");
});

test("the report holds all there is, asks nobody for anything, and shows markup as text", () => {
  const report = reportOf(result, rows, palette);
  const page = new DOMParser().parseFromString(report, "text/html");
  equal(page.querySelectorAll("script, link, img, iframe, [src], [href]").length, 0);
  truthy(!/url\(|@import/.test(report), "no style asks either");
  equal(page.querySelectorAll("svg").length, 2);
  equal([...page.querySelectorAll("caption")].map(({ textContent }) => textContent), [
    ...["Time per operation", "Speedup against the baseline", "Samples by round"],
  ]);
  equal([...page.querySelectorAll("pre")].map(({ textContent }) => textContent), [
    'void slow() {\n  <b>"&"</b>\n}',
  ]);
});
