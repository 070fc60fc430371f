// On a piece of code: the button that opens it for editing, and the editor in its place. Each stands inside the element
// of its piece, which may come to show another one at any time.
import { html, nothing } from "../elements/element.js";
import { EditElement } from "./edit-element.js";
import { checkOf, discard, draftOf, workshop, write } from "./workshop-actions.js";
import { inPiece, methodOf } from "./pieces.js";
import "./java-editor.js";

const NONE = [];

customElements.define("piece-editor", class extends EditElement {
  static properties = {
    editing: { state: true }, // the piece that is open
    calm: { state: true }, // whether it was opened without a press
  };

  /** The piece as the project has it, also in a pane that shows the edited one. */
  get #piece() {
    const { piece } = this.parentElement;
    return piece.original ?? piece;
  }

  get #experiment() {
    return this.closest("experiment-card").experiment.id;
  }

  open({ calm = false } = {}) {
    this.calm = calm;
    this.editing = this.#piece;
    for (const fold of ancestors(this, "details")) fold.open = true;
  }

  /** Closes the editor; what was typed is a draft already. The focus stays at the piece. */
  async #close() {
    this.editing = null;
    await this.updateComplete;
    this.querySelector("button").focus();
  }

  async goTo(line) {
    this.open();
    await this.updateComplete;
    const editor = this.querySelector("java-editor");
    await editor.updateComplete;
    if (editor.ready) editor.goTo(line);
    else editor.addEventListener("editor-ready", () => editor.goTo(line), { once: true });
  }

  willUpdate() {
    const { editing } = this;
    const piece = this.#piece;
    if (editing && (editing.file !== piece.file || editing.text !== piece.text)) this.editing = null;
    this.parentElement.toggleAttribute("data-editing", Boolean(this.editing));
  }

  /** The problems and first line of this piece in the edited file. */
  #told(draft) {
    const { files = [], problems } = checkOf(this.#experiment);
    const { places = [] } = files.find(({ file }) => file === draft.file) ?? {};
    const same = ({ file, before }) => file === draft.file && before === draft.before;
    const own = problems
      .filter(({ file }) => file === draft.file)
      .map((problem) => ({ problem, at: inPiece(problem, places) }))
      .filter(({ at }) => at && same(at.draft))
      .map(({ problem, at }) => ({ ...problem, ...at, endColumn: endOf(problem, at) }));
    return { problems: own, firstLine: places.find((place) => same(place.draft))?.from ?? draft.firstLine };
  }

  #editor(piece, draft) {
    const { problems, firstLine } = draft ? this.#told(draft) : { problems: NONE, firstLine: piece.firstLine };
    const id = this.#experiment;
    return html`
      <java-editor ?calm=${this.calm} .text=${draft?.text ?? piece.text} .firstLine=${firstLine} .problems=${problems}
        .label=${`Edit ${methodOf(piece)}, ${piece.file} from line ${piece.firstLine}`}
        @edited=${({ detail }) => write(piece, detail)} @leave=${() => this.#close()}
        @run-edit=${() => this.say("start-run", id)}></java-editor>
      <p class="edit-keys">Escape leaves the editor, Ctrl-Enter runs. What you type is kept in this browser.
        ${draft
          ? html`<button type="button" class="small" @click=${() => discard(id, draft)}>Back to the original</button>`
          : nothing}
        <button type="button" class="small" @click=${() => this.#close()}>Done</button></p>`;
  }

  render() {
    if (!workshop.open || !this.parentElement?.piece) return nothing;
    const piece = this.#piece;
    const draft = draftOf(piece);
    if (this.editing) return this.#editor(piece, draft);
    return html`<button type="button" class="edit-button" ?data-edited=${draft}
      @click=${() => this.open()}>${draft ? "Edit again" : "Edit"}<span class="unseen"> ${methodOf(piece)}</span></button>`;
  }
});

/** A problem's end may lie on another line; then its place alone is marked. */
const endOf = ({ column, endColumn }, at) => (endColumn > column ? at.column + endColumn - column : undefined);

function ancestors(element, name) {
  const found = [];
  for (let at = element.closest(name); at; at = at.parentElement.closest(name)) found.push(at);
  return found;
}
