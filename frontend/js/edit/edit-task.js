// A task above its card: what to edit, how fast it should become, a hint, a solution, and whether it is reached.
import { html, nothing } from "../elements/element.js";
import { ratio } from "../base/format.js";
import { store } from "../base/store.js";
import { keepTick } from "../base/ticks.js";
import { EditElement } from "./edit-element.js";
import { pieceOf, progressOf, solutionOf, taskOf } from "./task-list.js";
import { workshop, write } from "./workshop-actions.js";

customElements.define("edit-task", class extends EditElement {
  static properties = { experiment: {}, hinted: { state: true } };

  #opened = null; // the entry of the lesson whose piece was opened

  get #entry() {
    return store.state.lesson?.edits.find(({ experiment }) => experiment === this.experiment) ?? null;
  }

  get #variants() {
    return store.state.codes[this.experiment]?.variants ?? null;
  }

  updated() {
    const entry = this.#entry;
    if (!entry) return;
    this.#keep(taskOf(entry, store.state.lesson.targets));
    this.#open(entry);
  }

  /** Ticks off a task of the project's that is reached. */
  #keep(task) {
    const name = `task: ${task.id}`;
    const { ticks, runs } = store.state;
    if (!task.id || ticks.has(name) || progressOf(task, runs[this.experiment]).state !== "reached") return;
    store.set({ ticks: keepTick(ticks, name, true) });
  }

  /** Shows the variant on the left and opens the piece there, once for each task. */
  #open(entry) {
    if (this.#opened === entry || !this.#variants || !workshop.open) return;
    const piece = pieceOf(this.#variants, entry.variant, entry.piece);
    if (!piece) return;
    const card = this.closest("experiment-card");
    if (card.view.left !== entry.variant) {
      this.say("change-view", { id: this.experiment, part: { left: entry.variant } });
      return;
    }
    const shown = [...card.querySelectorAll("code-piece")].find((one) => (one.piece.original ?? one.piece) === piece);
    const editor = shown?.querySelector("piece-editor");
    if (!editor) {
      setTimeout(() => this.requestUpdate(), 100);
      return;
    }
    this.#opened = entry;
    editor.open({ calm: true });
  }

  #solve(task) {
    const piece = pieceOf(this.#variants, task.variant, task.piece);
    write(piece, solutionOf(task, this.#variants));
  }

  #progress(task) {
    const { state, value } = progressOf(task, store.state.runs[this.experiment]);
    const words = {
      none: "",
      doubtful: "Too uncertain to tell: the reasons are in the view “Why”. Run it again.",
      wrong: "The results differ from the original’s.",
      not: `${ratio(value)} times as fast so far; the results agree.`,
      reached: `Reached: ${ratio(value)} times as fast, and the results agree.`,
    };
    return html`<p role="status" class="task-state" data-state=${state}>${words[state]}</p>`;
  }

  render() {
    const entry = this.#entry;
    if (!entry || !store.experiment(this.experiment)) return nothing;
    const task = taskOf(entry, store.state.lesson.targets);
    const { label } = store.experiment(this.experiment).variants.find(({ id }) => id === entry.variant);
    return html`<section class="edit-task" aria-label=${`Task: ${task.title}`}>
      <p class="task-title">Task: ${task.title}</p>
      <p>${task.text} ${task.target
        ? html`<b>Make “${label}” at least ${task.target} times as fast.</b> The results must agree.`
        : nothing}</p>
      ${workshop.open
        ? html`<p class="task-help">
            ${task.hint
              ? html`<button type="button" class="small" aria-expanded=${this.hinted ? "true" : "false"}
                  @click=${() => {
                    this.hinted = !this.hinted;
                  }}>Hint</button>`
              : nothing}
            ${task.solution && this.#variants
              ? html`<button type="button" class="small" @click=${() => this.#solve(task)}>Show a solution</button>`
              : nothing}</p>
          ${this.hinted ? html`<p class="quiet">${task.hint}</p>` : nothing}`
        : html`<p class="caution">Code cannot be edited here, because ${workshop.because ?? "the server does not say that it can"}.</p>`}
      ${this.#progress(task)}
    </section>`;
  }
});
