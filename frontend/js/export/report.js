// A result as one HTML file that opens anywhere without asking anybody for anything. Pure.
import { editsOf } from "../answer/edited-cases.js";
import { samplesTable, speedupTable, timeTable } from "../charts/chart-tables.js";
import { momentWithZone } from "../base/dates.js";
import { figureScene, footOf } from "./figure-scene.js";
import { bytes, speedupAsHeadline, speedupInWords } from "../base/format.js";
import { visible } from "../elements/visible-text.js";
import { shortModel } from "../machine/machine-words.js";
import { claimRows } from "../answer/results.js";
import { originInWords, settingsInWords } from "../results/result-run.js";
import { paramOf, sweepTable, sweptLines } from "../sweep/sweep-lines.js";
import { quoteOf } from "./export-text.js";
import { escaped, svgOf } from "./scene-svg.js";
import { outcomeInWords, whyInWords } from "../answer/verdict-words.js";

const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 960px; padding: 40px 24px 80px; background: #fff; color: #0f1723;
  font: 16px/1.6 Inter, system-ui, sans-serif; }
h1 { font-size: 30px; line-height: 1.2; letter-spacing: -0.02em; margin: 0 0 8px; }
h2 { font-size: 18px; margin: 44px 0 12px; } h3 { font-size: 14px; margin: 20px 0 6px; }
p { max-width: 72ch; } .quiet, caption { color: #4d5a6b; } .big { font-size: 44px; font-weight: 600; margin: 24px 0 0; }
svg { display: block; max-width: 100%; height: auto; border: 1px solid #dae1ea; border-radius: 12px; margin: 16px 0; }
.wide { overflow-x: auto; } table { border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 6px 18px 6px 0; border-bottom: 1px solid #dae1ea; vertical-align: top; }
caption { text-align: left; font-weight: 600; padding: 12px 0 4px; }
pre { overflow-x: auto; background: #eef2f7; border-radius: 8px; padding: 14px 16px;
  font: 13px/1.55 ui-monospace, monospace; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 20px; } dt { color: #4d5a6b; } dd { margin: 0; }
@media print { body { padding: 0; } pre { white-space: pre-wrap; } }`;

const table = (caption, { columns, rows }) => `
<div class="wide"><table><caption>${escaped(caption)}</caption>
<thead><tr>${columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join("")}</tr></thead>
<tbody>${rows
  .map(([first, ...others]) => {
    const cells = others.map((cell) => `<td>${escaped(cell)}</td>`).join("");
    return `<tr><th scope="row">${escaped(first)}</th>${cells}</tr>`;
  })
  .join("\n")}</tbody></table></div>`;

const list = (pairs) =>
  `<dl>${pairs.map(([term, text]) => `<dt>${escaped(term)}</dt><dd>${escaped(text)}</dd>`).join("")}</dl>`;

function answer({ experiment, run }, rows) {
  const { claim, reference, speedup, besides } = claimRows(experiment, rows, run);
  const headline = speedup ? speedupAsHeadline(speedup) : null;
  const against = claim && reference && claim !== reference ? `${claim.label} against ${reference.label}.` : "";
  const other = besides ? ` ${speedupInWords(besides.speedup)}, against ${besides.reference.label}.` : "";
  const verdict = run.verdict
    ? `<p><strong>${escaped(outcomeInWords(run.verdict).words)}.</strong> ${escaped(run.verdict.text)}</p>
${whyInWords(run.verdict)
  .map((reason) => `<p>${escaped(reason)}</p>`)
  .join("")}`
    : "";
  return headline
    ? `<p class="big">${escaped(headline.figure)}</p><p>${escaped(headline.words)}. ${escaped(against + other)}</p>${verdict}`
    : verdict;
}

/** What a sweep found out, over its parameter. */
function sweep({ experiment, run }) {
  if (!run.swept) return "";
  const lines = sweptLines(experiment, run);
  const param = paramOf(experiment, run.request.sweep);
  return `${lines.map(({ text }) => `<p>${escaped(text)}</p>`).join("")}
${table(`Speedup over ${param.label.toLowerCase()}`, sweepTable(param, lines))}`;
}

const settings = (result) =>
  list([
    ["Measured", settingsInWords(result)],
    ...(result.run.seed == null ? [] : [["Order of cases", `seed ${result.run.seed}`]]),
  ]);

const machine = ({ run: { machine: one } }) =>
  list([
    ["Processor", one.cpuModel?.trim() || shortModel("", one.architecture)],
    [
      "Processors",
      `${one.usableCpus} usable of ${one.logicalCores}${one.physicalCores ? `, ${one.physicalCores} cores` : ""}`,
    ],
    ["Vectors", `${one.simdBits} bits`],
    ...(one.caches.length > 0
      ? [["Caches", one.caches.map(({ level, kind, bytes: size }) => `L${level} ${kind} ${bytes(size)}`).join(", ")]]
      : []),
    ["Memory", bytes(one.memoryBytes)],
    ["Java", `${one.jvmName} ${one.javaVersion}, ${one.jit}`],
    ["System", one.os],
    ...(one.warnings ?? []).map(({ text }) => ["Note", text]),
  ]);

/** Every piece of code once, however many variants call it. */
function code({ experiment, run }) {
  const measured = new Set(run.cases.map(({ variant }) => variant));
  const seen = new Set();
  return experiment.variants
    .filter(({ id }) => measured.has(id))
    .flatMap(({ label, code: pieces = [] }) =>
      pieces.flatMap(({ file, firstLine, text }) => {
        const name = `${file}:${firstLine}`;
        if (seen.has(name)) return [];
        seen.add(name);
        return `<h3>${escaped(label)}: <code>${escaped(name)}</code></h3><pre>${escaped(text)}</pre>`;
      }),
    )
    .join("\n");
}

/** Whole files that the author of the result has changed. Anybody may have written them. */
function edits({ run }) {
  const all = editsOf(run);
  if (all.length === 0) return "";
  const shown = all.map(({ file, text }) => `<h3><code>${escaped(file)}</code></h3><pre>${escaped(visible(text))}</pre>`);
  return `<h2>The code that was edited</h2>
<p>Edited by its author. ${escaped(run.verdict?.editAnswer ?? "")}</p>
${shown.join("\n")}`;
}

/** The whole document. `palette` gives the colours of its figures. */
export function reportOf(result, rows, palette) {
  const { experiment, lanes } = result;
  const { claim, title, question, explanation } = experiment;
  const foot = footOf(result.run.verdict, originInWords(result, momentWithZone));
  const about = { title, guideSpeedup: claim.guideSpeedup, foot };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Lanes</title>
<style>${STYLE}</style>
</head>
<body>
<p class="quiet">${escaped(title)}</p>
<h1>${escaped(question)}</h1>
<p class="quiet">${escaped(originInWords(result, momentWithZone))}${lanes?.version ? `, with Lanes ${escaped(lanes.version)}` : ""}.
The guide says: ${escaped(claim.text)}</p>
${quoteOf(result) ? `<p><strong>${escaped(quoteOf(result))}</strong></p>` : ""}
${answer(result, rows)}
${sweep(result)}
${svgOf(figureScene("time", rows, about, palette))}
${svgOf(figureScene("speedup", rows, about, palette))}
<h2>Settings</h2>${settings(result)}
<h2>Figures</h2>
${table("Time per operation", timeTable(rows))}
${table("Speedup against the baseline", speedupTable(rows))}
<h2>What happens, and why</h2>
${explanation
  .split(/\n\n+/)
  .map((text) => `<p>${escaped(text)}</p>`)
  .join("\n")}
<h2>The machine</h2>${machine(result)}
<h2>The code that was measured</h2>
${code(result)}
${edits(result)}
<h2>Every sample</h2>
${table("Samples by round", samplesTable(rows))}
</body>
</html>
`;
}
