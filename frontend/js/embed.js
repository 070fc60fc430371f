// One result in a frame of somebody else's page: its question, its answer, one figure, and the way to all of it.
import * as api from "./base/api.js";
import { barsScene } from "./export/bars-scene.js";
import { speedupAsHeadline } from "./base/format.js";
import { kindOf, readResultAddress } from "./results/result-address.js";
import { originInWords, pastRun } from "./results/result-run.js";
import { faultOf } from "./results/result-shape.js";
import { caseRows, claimRows } from "./answer/results.js";
import { below } from "./base/root.js";
import { elementOf, SHEET_PALETTE } from "./export/scene-svg.js";
import { outcomeInWords } from "./answer/verdict-words.js";

const create = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

function headline({ run, experiment }, rows) {
  const { speedup } = claimRows(experiment, rows, run);
  const { figure, words } = speedup ? speedupAsHeadline(speedup) : { figure: "", words: "" };
  const verdict = run.verdict ? outcomeInWords(run.verdict).words : "";
  const sentences = [words, verdict].filter(Boolean).map((text) => `${text}.`);
  const answer = create("p", { className: "answer" }, create("b", { textContent: figure }), sentences.join(" "));
  answer.dataset.outcome = run.verdict?.outcome ?? "";
  return answer;
}

/** The figure, anew for every width of the frame. */
function drawIn(figure, rows) {
  const draw = () => {
    figure.replaceChildren(elementOf(barsScene(rows, Math.max(280, figure.clientWidth), SHEET_PALETTE)));
  };
  new ResizeObserver(draw).observe(figure);
}

/** A frame in a sandbox may not be allowed to open anything, so its link can be read and copied. */
const linkText = (ref) => (self.origin === "null" ? `${location.host}/r/${ref}` : "Open in Lanes");

function show(result, ref) {
  const { experiment } = result;
  const run = pastRun(experiment, result.run);
  const rows = caseRows(experiment, run.settings, run);
  const figure = create("figure", {});
  const whole = { href: below(`/r/${ref}`), target: "_blank", rel: "noopener", textContent: linkText(ref) };
  document.title = `${experiment.title} · Lanes`;
  document.querySelector("main").replaceChildren(
    create("h1", { textContent: experiment.question }),
    headline(result, rows),
    figure,
    create("p", { className: "origin" }, create("span", { textContent: originInWords(result) }), create("a", whole)),
  );
  drawIn(figure, rows.filter((row) => row.time));
}

function refuse(text) {
  const link = create("a", { href: below("/"), target: "_blank", rel: "noopener", textContent: "Lanes" });
  document.querySelector("main").replaceChildren(create("p", { role: "alert" }, `${text} `, link));
}

async function open() {
  const [{ ref } = {}] = readResultAddress(location).items;
  if (kindOf(ref ?? "") !== "stored") return refuse("The address of this frame has no result in it.");
  const waiting = create("p", { role: "status", textContent: "Loading the result…" });
  document.querySelector("main").replaceChildren(waiting);
  try {
    const result = await api.result(ref);
    const fault = faultOf(result);
    if (fault) refuse(fault);
    else show(result, ref);
  } catch ({ status, message }) {
    const gone = status === 404 || status === 410;
    refuse(gone ? "This result was deleted, has expired, or never existed." : message);
  }
}

document.documentElement.dataset.started = "";
open();
