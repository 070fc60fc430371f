// A line above a card's codes while some of them are edited: what you can do with the edits, and what the compiler says
// about them.
import { html, nothing } from "../elements/element.js";
import { nameOfFile, plural } from "../base/format.js";
import { saveFile } from "../base/save-file.js";
import { store } from "../base/store.js";
import { isOver } from "../answer/run-state.js";
import { EditElement } from "./edit-element.js";
import { editsOf } from "../answer/edited-cases.js";
import { patchOf } from "./patch.js";
import { inPiece, methodOf } from "./pieces.js";
import * as edits from "./workshop-actions.js";

customElements.define("edit-bar", class extends EditElement {
  static properties = { experiment: {}, said: { state: true }, thrown: { state: true } };

  async #copy() {
    try {
      const files = await edits.filesOf(this.experiment);
      const patch = files.map(({ file, original, text }) => patchOf(`src/main/java/${file}`, original, text)).join("");
      await navigator.clipboard.writeText(patch);
      this.said = "The patch is copied. Apply it with git apply.";
    } catch (problem) {
      this.said = `The patch could not be copied. ${problem.message}`;
    }
  }

  async #download() {
    try {
      for (const { file, text } of await edits.filesOf(this.experiment)) {
        saveFile(new Blob([text], { type: "text/x-java" }), nameOfFile(file));
      }
      this.said = "Saved.";
    } catch (problem) {
      this.said = `The file could not be loaded. ${problem.message}`;
    }
  }

  #discard() {
    edits.discard(this.experiment);
    this.thrown = true;
    this.said = "";
  }

  #goTo(file, line, draft) {
    const pieces = [...this.closest("experiment-card").querySelectorAll("code-piece")];
    const own = pieces.find(({ piece }) => {
      const original = piece.original ?? piece;
      return original.file === file && original.text === draft.before;
    });
    own?.querySelector("piece-editor")?.goTo(line);
  }

  #problem(problem, files) {
    const { file, line, text, kind } = problem;
    const { places = [] } = files.find((one) => one.file === file) ?? {};
    const at = inPiece(problem, places);
    const place = `${nameOfFile(file)}, line ${line}`;
    return html`<li data-kind=${kind}>${at
      ? html`<button type="button" class="elsewhere" @click=${() => this.#goTo(file, at.line, at.draft)}>${place}</button>`
      : place}: ${text}</li>`;
  }

  #verdict({ stage, problems, fault, files = [] }) {
    const errors = problems.filter(({ kind }) => kind === "ERROR").length;
    const words =
      stage === "waiting" ? "Compiling…" : errors > 0 ? plural(errors, "error") : stage === "failed" ? fault : "Compiles";
    return html`<span role="status" class="edit-state" data-state=${errors > 0 || stage === "failed" ? "bad" : stage}
      >${stage === "none" ? "" : words}</span>
      ${problems.length > 0
        ? html`<ul class="edit-problems" aria-label="Problems">${problems.map((one) => this.#problem(one, files))}</ul>`
        : nothing}`;
  }

  #lost({ files = [] }) {
    const lost = files.flatMap((one) => one.lost);
    if (lost.length === 0) return nothing;
    return html`<p class="caution">The code has changed since, and ${plural(lost.length, "edit")} no longer
      ${lost.length === 1 ? "fits" : "fit"}: ${lost.map(
        (draft) => html`<button type="button" class="small" @click=${() => navigator.clipboard.writeText(draft.text)}
          >Copy ${methodOf({ text: draft.before })}</button>
          <button type="button" class="small"
            @click=${() => edits.discard(this.experiment, draft)}>Discard it</button>`,
      )}</p>`;
  }

  /** After an edit in an IDE: what is compiled now can be measured against what was compiled before. */
  #before(files) {
    const run = store.state.runs[this.experiment];
    return html`<div class="edit-bar" role="group" aria-label="Changed code">
      <span>${files.join(", ")} ${files.length === 1 ? "has" : "have"} changed.${
        run ? " The bars show the code before that." : ""
      }</span>
      <button type="button" class="go" ?disabled=${run && !isOver(run)}
        @click=${() => edits.runWith(this.experiment, { before: true })}>Compare before and after</button></div>`;
  }

  render() {
    if (!edits.workshop.open) return nothing;
    const drafts = edits.draftsOf(this.experiment);
    const changed = edits.changedFiles(this.experiment);
    this.closest("experiment-card").toggleAttribute("data-ghosts", drafts.length === 0 && changed.length > 0);
    if (drafts.length === 0) {
      if (changed.length > 0) return this.#before(changed);
      return this.thrown && edits.canTakeBack()
        ? html`<div class="edit-bar"><span role="status">Discarded.</span>
            <button type="button" class="small" @click=${() => edits.takeBack()}>Undo</button></div>`
        : nothing;
    }
    const run = store.state.runs[this.experiment];
    const active = run && !isOver(run);
    const check = edits.checkOf(this.experiment);
    const measured = editsOf(run);
    const older =
      measured.length > 0 && check.files?.some((one) => measured.find(({ file }) => file === one.file)?.text !== one.text);
    return html`<div class="edit-bar" role="group" aria-label="Your edits">
      <b>${plural(drafts.length, "edit")}</b>
      <button type="button" class="go" ?disabled=${active} @click=${() => this.say("start-run", this.experiment)}
        >Run original and edit</button>
      <button type="button" class="small" @click=${() => this.#copy()}>Copy as a patch</button>
      <button type="button" class="small" @click=${() => this.#download()}>Download</button>
      <button type="button" class="small" @click=${() => this.#discard()}>Discard</button>
      ${this.#verdict(check)}
      ${older && !active ? html`<span class="older">The figures are from an earlier edit.</span>` : nothing}
      <span role="status" class="quiet">${this.said ?? ""}</span>
      ${this.#lost(check)}
    </div>`;
  }
});
