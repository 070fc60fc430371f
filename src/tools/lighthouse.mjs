// Lighthouse's marks for the page of a running server, written into docs/results/lighthouse.md:
//   node src/tools/lighthouse.mjs http://localhost:8080
// npm fetches Lighthouse; Chromium or Chrome is where CHROME_PATH says, or where Lighthouse finds it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const VERSION = "12.8.2";
const TRIES = 3; // the middle one counts: the figures scatter
const [server = "http://localhost:8080"] = process.argv.slice(2);
const FILE = new URL("../../docs/results/lighthouse.md", import.meta.url);
const PAGES = [
  ["Section 1", "/"],
  ["Section 5", "/?v=1&section=5"],
];
const WAYS = [
  ["desktop", ["--preset=desktop"]],
  ["simulated phone", []],
];
const MARKS = ["performance", "accessibility", "best-practices", "seo"];
const FIGURES = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];

const middle = (all) => all.sort((a, b) => a.categories.performance.score - b.categories.performance.score)[TRIES >> 1];

function look(address, way) {
  const output = join(mkdtempSync(join(tmpdir(), "lighthouse-")), "report.json");
  const flags = ["--quiet", "--output=json", `--output-path=${output}`, "--chrome-flags=--headless=new --no-sandbox"];
  const run = ["--yes", `lighthouse@${VERSION}`, new URL(address, server).href, ...way, ...flags];
  for (let tries = 1; ; tries++) {
    try {
      execFileSync("npx", run, { stdio: ["ignore", "ignore", "inherit"] });
      return JSON.parse(readFileSync(output, "utf8"));
    } catch (problem) {
      if (tries === TRIES) throw problem; // it loses a page's beginning now and then
    }
  }
}

const rows = PAGES.flatMap(([page, address]) =>
  WAYS.map(([name, way]) => {
    const { categories, audits } = middle(Array.from({ length: TRIES }, () => look(address, way)));
    const marks = MARKS.map((mark) => Math.round(100 * categories[mark].score));
    return [page, name, ...marks, ...FIGURES.map((figure) => audits[figure].displayValue.replace("\u00a0", " "))];
  }),
);
const line = (cells) => `| ${cells.join(" | ")} |`;
const head = ["page", "as on a", "performance", "accessibility", "best practices", "SEO",
  "first paint", "largest paint", "blocked", "layout shift"];
writeFileSync(
  FILE,
  `# What Lighthouse says

Written by \`node src/tools/lighthouse.mjs http://localhost:8080\` in front of a packaged server: Lighthouse ${VERSION}, the
middle of ${TRIES} tries by performance. The phone is simulated, with a slow network and a processor four times slower.

${[line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n")}
`,
);
console.log(rows.map(line).join("\n"));
