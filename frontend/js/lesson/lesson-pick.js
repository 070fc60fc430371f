// While a lesson is made: whether a card is in it, and the tasks it comes with.
import { LiveElement } from "../elements/live-element.js";
import { store } from "../base/store.js";
import { addTask, removeTask, toggleCard } from "./maker-actions.js";
import { LONGEST, MOST_TASKS, plainText } from "./lesson-words.js";
import { html, nothing } from "../elements/element.js";

customElements.define("lesson-pick", class extends LiveElement {
  static properties = { experiment: {} };

  #add(event) {
    event.preventDefault();
    const field = event.target.elements.task;
    const text = plainText(field.value);
    if (text) addTask(this.experiment, text);
    field.value = "";
  }

  render() {
    const { draft, page } = store.state;
    if (page !== "maker" || !draft) return nothing;
    const own = draft.tasks.filter((task) => task.experiment === this.experiment);
    const inside = draft.only.includes(this.experiment);
    return html`<section class="lesson-pick" aria-label="This card in the lesson">
      <label><input type="checkbox" .checked=${inside}
        @change=${() => toggleCard(this.experiment)}> In the lesson</label>
      ${
        inside
          ? html`<ol>${own.map(
              (task) => html`<li>${task.text} <button type="button" @click=${() => removeTask(task)}>Remove<span
                class="unseen"> the task</span></button></li>`,
            )}</ol>
            <form @submit=${(event) => this.#add(event)}>
              <label class="unseen" for=${`task-${this.experiment}`}>Task</label>
              <input id=${`task-${this.experiment}`} name="task" maxlength=${LONGEST} placeholder="A task for this card"
                autocomplete="off"><button ?disabled=${draft.tasks.length >= MOST_TASKS}>Add task</button></form>`
          : nothing
      }</section>`;
  }
});
