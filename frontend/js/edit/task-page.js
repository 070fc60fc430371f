// The page of tasks: six pieces of code to make faster, each harder than the one before.
import { html, nothing } from "../elements/element.js";
import { LiveElement } from "../elements/live-element.js";
import { below } from "../base/root.js";
import { store } from "../base/store.js";
import { addSheet } from "../elements/style-sheets.js";
import { TASKS, taskQuery } from "./task-list.js";

await addSheet("edit");

customElements.define("task-page", class extends LiveElement {
  take({ ticks, site, experiments }) {
    return { ticks, site, experiments };
  }

  updated() {
    document.title = "Tasks · Lanes";
  }

  #task(task, at) {
    const experiment = store.experiment(task.experiment);
    if (!experiment) return nothing;
    const { label } = experiment.variants.find(({ id }) => id === task.variant);
    const done = this.now.ticks.has(`task: ${task.id}`);
    return html`<li ?data-reached=${done}>
      <h2><a href=${below(`/${taskQuery(task)}`)}>${at + 1}. ${task.title}</a></h2>
      <p>${task.text} Target: “${label}” of “${experiment.title}” at least ${task.target} times as fast.</p>
      ${done ? html`<p class="task-state" data-state="reached">Reached in this browser.</p>` : nothing}</li>`;
  }

  render() {
    return html`
      <header class="prose section-head"><p class="eyebrow">Tasks</p><h1>Make this code faster</h1>
        <p>Each task opens a piece of code for editing. Change it, press Run, and original and edit are measured in turns
          and their results compared.</p>
        ${this.now.site && !this.now.site.workshop
          ? html`<p class="caution">Code can be edited if Lanes runs on your own machine: in dev mode, or with
              <code>-Dlanes.workshop=true</code>.</p>`
          : nothing}</header>
      <ol class="task-list">${TASKS.map((task, at) => this.#task(task, at))}</ol>`;
  }
});
