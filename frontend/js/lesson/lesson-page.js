// A teacher's lesson: its cards in their order, nothing else of the guide; and what a pupil can hand in.
import { cardOf } from "../guide/card-of.js";
import { plural } from "../base/format.js";
import { store } from "../base/store.js";
import { addSheet } from "../elements/style-sheets.js";
import { writeAnswer } from "./lesson-actions.js";
import "./lesson-controls.js";
import "./hand-in.js";
import { html, nothing, PageElement } from "../elements/element.js";

await addSheet("lesson");

customElements.define("lesson-page", class extends PageElement {
  static properties = { state: { attribute: false } };

  updated() {
    document.title = "A lesson · Lanes";
  }

  render() {
    const { lesson, notice } = this.state;
    const cards = lesson.only.map((id) => store.experiment(id));
    return html`
      <header class="prose section-head">
        <p class="eyebrow">A lesson</p>
        <h1>${plural(cards.length, "question")} to answer by measuring</h1>
        <p>Your teacher chose these cards. What you guess, tick and write stays in this browser until you hand it
          in.</p>
      </header>
      ${notice ? html`<p class="notice" role="status">${notice}</p>` : nothing}
      <div class="section-body">${cards.map((experiment) => cardOf(this.state, experiment))}</div>`;
  }
});

/** Whether a link asks for nothing but code to be edited: there is nothing to hand in. */
const isOnlyATask = ({ only, tasks, answer, edits }) => edits.length > 0 && only.length + tasks.length === 0 && !answer;

/** What follows the cards of a lesson: the question to answer, and the hand-in. */
customElements.define("lesson-end", class extends PageElement {
  static properties = { state: { attribute: false } };

  render() {
    const { lesson } = this.state;
    if (!lesson || isOnlyATask(lesson)) return nothing;
    return html`
      <section class="lesson-end" aria-label="Your work">
        ${
          lesson.answer
            ? html`<label class="lesson-answer"><b>${lesson.answer}</b>
                <textarea rows="3" maxlength="600" .value=${lesson.work.answer}
                  @change=${({ target }) => writeAnswer(target.value)}></textarea></label>`
            : nothing
        }
        <hand-in .state=${this.state}></hand-in>
        ${
          lesson.lock.length > 0
            ? html`<p class="quiet">A locked setting helps to keep to the question. It is no protection: the address
                can be changed.</p>`
            : nothing
        }
      </section>`;
  }
});
