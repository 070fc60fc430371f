// What a pupil handed in with a result: guess, ticks and answer, as the link has them. All of it is shown as text.
import { revealInWords, inWords } from "../guess/guess-logic.js";
import { unpack } from "../results/result-pack.js";
import { addSheet } from "../elements/style-sheets.js";
import { html, nothing, PageElement } from "../elements/element.js";

await addSheet("lesson");

const MOST_TASKS = 20;

/** The work in a fragment such as "#v=1&z=…&h=…"; null if there is none that can be read. */
export async function workIn(hash) {
  const text = new URLSearchParams(hash.replace(/^#/, "")).get("h");
  if (!text) return null;
  const work = await unpack({ text }).catch(() => null);
  return work && typeof work === "object" ? work : null;
}

const isNumbers = (one) => one && ["value", "low", "high"].every((name) => Number.isFinite(one[name]) && one[name] > 0);

customElements.define("handed-in", class extends PageElement {
  static properties = { work: { attribute: false } };

  #guess() {
    const { value, measured, score } = this.work.guess ?? {};
    if (!(value > 0)) return html`<p>No guess.</p>`;
    const told = isNumbers(measured) ? revealInWords(value, measured) : inWords(value);
    return html`<p>${told} ${Number.isFinite(score) ? html`<b class="guess-score">${score} of 100</b>` : nothing}</p>`;
  }

  render() {
    if (!this.work) return nothing;
    const { tasks, question, answer } = this.work;
    const list = Array.isArray(tasks) ? tasks.slice(0, MOST_TASKS) : [];
    return html`<section class="handed-in" aria-label="Handed in">
      <h2>Handed in</h2>${this.#guess()}
      <ul>${list.map(
        ({ text, done }) => html`<li>${done ? "☑" : "☐"}
          <span class="unseen">${done ? "done:" : "not done:"}</span> ${String(text)}</li>`,
      )}</ul>
      ${question ? html`<p><b>${String(question)}</b></p><p>${String(answer || "No answer.")}</p>` : nothing}
    </section>`;
  }
});
