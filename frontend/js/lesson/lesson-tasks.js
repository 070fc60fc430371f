// The tasks of one card, to be ticked off.
import { LiveElement } from "../elements/live-element.js";
import { store } from "../base/store.js";
import { tickTask } from "./lesson-actions.js";
import { html, nothing } from "../elements/element.js";

customElements.define("lesson-tasks", class extends LiveElement {
  static properties = { experiment: { attribute: false } };

  render() {
    const { lesson } = store.state;
    const all = (lesson?.tasks ?? []).map((task, at) => ({ ...task, at }));
    const tasks = all.filter(({ experiment }) => experiment === this.experiment.id);
    if (tasks.length === 0) return nothing;
    return html`<section class="lesson-tasks" aria-label=${`Tasks: ${this.experiment.title}`}><ol>${tasks.map(
      ({ text, at }) => html`<li><label><input type="checkbox" .checked=${lesson.work.ticks.includes(at)}
        @change=${({ target }) => tickTask(at, target.checked)}> <span>${text}</span></label></li>`,
    )}</ol></section>`;
  }
});
