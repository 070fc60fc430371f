// What a pupil hands in: a link per measured card, which holds the result, and beside it guess, answer and ticks.
import * as api from "../base/api.js";
import { storedGuesses } from "../guess/guess-book.js";
import { linkTo } from "../base/root.js";
import { lengthInWords, pack } from "../results/result-pack.js";
import { store } from "../base/store.js";
import "../elements/copy-field.js";
import { html, nothing, PageElement } from "../elements/element.js";

/** `{ guess, tasks [{ text, done }], question, answer }` of one card. */
function workOf(id, runId) {
  const { lesson } = store.state;
  const { value, reason, score = null, measured = null } = storedGuesses().findLast(({ run }) => run === runId) ?? {};
  return {
    guess: value ? { value, reason, score, measured } : null,
    tasks: lesson.tasks
      .map((task, at) => ({ ...task, done: lesson.work.ticks.includes(at) }))
      .filter(({ experiment }) => experiment === id)
      .map(({ text, done }) => ({ text, done })),
    question: lesson.answer,
    answer: lesson.work.answer,
  };
}

customElements.define("hand-in", class extends PageElement {
  static properties = {
    state: { attribute: false },
    links: { state: true },
    problem: { state: true },
    said: { state: true },
  };

  #measured() {
    const { runs, lesson, experiments } = this.state;
    return experiments.filter(
      ({ id }) => runs[id]?.stage === "finished" && (lesson.only.length === 0 || lesson.only.includes(id)),
    );
  }

  async #make() {
    this.problem = null;
    try {
      this.links = await Promise.all(
        this.#measured().map(async ({ id, title }) => {
          const run = this.state.runs[id];
          const result = { ...(await api.runResult(run.id)), codeChanged: null };
          const [text, work] = await Promise.all([pack(result), pack(workOf(id, run.id))]);
          return { title, link: linkTo(`/r#v=1&z=${text}&h=${work}`) };
        }),
      );
      await this.updateComplete;
      this.querySelector("copy-field")?.focus();
    } catch ({ message }) {
      this.problem = message;
    }
  }

  render() {
    const ready = this.#measured();
    return html`
      <h2>Hand in</h2>
      <p>${
        ready.length === 0
          ? "Run a card first. Then a link for it can hold your guess, the result, your ticks and your answer."
          : `A link per card holds your guess, the result, your ticks and your answer. Nothing is stored anywhere: give
              the links to your teacher.`
      }</p>
      <p><button class="go" type="button" ?disabled=${ready.length === 0}
          @click=${() => this.#make()}>Make my links</button>
        <button type="button" @click=${() => window.print()}>Print</button></p>
      ${this.problem ? html`<p class="caution" role="alert">${this.problem}</p>` : nothing}
      ${(this.links ?? []).map(
        ({ title, link }) => html`<copy-field .label=${`My work: ${title}`} .text=${link}
          @copied=${({ detail }) => {
            this.said = detail;
          }}></copy-field><p class="quiet">${lengthInWords(link.length).text}</p>`,
      )}
      <p class="quiet" role="status">${this.said ?? ""}</p>`;
  }
});
