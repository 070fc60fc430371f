// What the workshop adds to the cards that are on the page: a button on each piece of code, a line for the edits, and the
// edited variants. The cards do not know about it, so this looks for them after every change of the page.
import { afterChanges } from "../elements/live-element.js";
import { addSheet } from "../elements/style-sheets.js";
import { store } from "../base/store.js";
import { editsOf } from "../answer/edited-cases.js";
import { byDrafts, byFiles, extender } from "./edited-card.js";
import { checkOf, checkSoon, draftsOf, lookAgain, onEdit, openWorkshop, runEdited, workshop } from "./workshop-actions.js";
import "./edit-answer.js";
import "./edit-bar.js";
import "./edit-task.js";
import "./piece-editor.js";

/** The same function as long as what it depends on is the same. */
function changeBy(card, parts, make) {
  const known = card.changedBy;
  if (known && known.parts.length === parts.length && parts.every((one, at) => one === known.parts[at])) return known.by;
  card.changedBy = { parts, by: make() };
  return card.changedBy.by;
}

/** Of a run with edits those are shown that it measured, and else the drafts. */
function extend(card) {
  const measured = editsOf(card.run);
  if (measured.length > 0) return card.withEdits(card, changeBy(card, [measured], () => byFiles(measured)), measured);
  const drafts = draftsOf(card.experiment.id);
  const { files } = checkOf(card.experiment.id);
  const edits = files?.map(({ file, text }) => ({ file, text }));
  return card.withEdits(card, changeBy(card, [...drafts, files], () => byDrafts(drafts)), edits);
}

function startEdited(event) {
  if (draftsOf(event.detail).length === 0) return;
  event.stopPropagation();
  runEdited(event.detail);
}

/** Tasks stand on their cards also where nothing can be edited, and say so. */
function addTask(card) {
  const { id } = card.experiment;
  const article = card.querySelector("article");
  if (!article || article.querySelector("edit-task") || !store.state.lesson?.edits.some((one) => one.experiment === id)) return;
  article.prepend(Object.assign(document.createElement("edit-task"), { experiment: id }));
}

function take(card) {
  if (!card.withEdits) {
    card.withEdits = extender();
    card.addEventListener("start-run", startEdited);
    card.extend = extend;
  }
  const codes = card.querySelector("code-compare");
  if (!codes) return;
  if (checkOf(card.experiment.id).stage === "none") checkSoon(card.experiment.id);
  if (!card.querySelector("edit-bar")) {
    const { id } = card.experiment;
    const answer = document.createElement("edit-answer");
    codes.before(answer, Object.assign(document.createElement("edit-bar"), { experiment: id }));
  }
  card.querySelector("edit-answer").run = card.run;
  for (const piece of card.querySelectorAll("code-piece")) {
    const own = [...piece.children].find(({ localName }) => localName === "piece-editor");
    if (own) own.requestUpdate();
    else piece.append(document.createElement("piece-editor"));
  }
}

function decorate() {
  for (const card of document.querySelectorAll("experiment-card")) {
    if (card.kept || !card.experiment) continue;
    addTask(card);
    if (workshop.open) take(card);
  }
}

await Promise.all([addSheet("edit"), openWorkshop().catch(() => {})]);
const soon = afterChanges(decorate);
window.addEventListener("focus", lookAgain);
onEdit(() => {
  for (const card of document.querySelectorAll("experiment-card")) card.requestUpdate();
  soon();
});
