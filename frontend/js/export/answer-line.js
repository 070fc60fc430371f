// The answer to a card's question in one sentence, to be read and to be quoted.
import { html, nothing, PageElement } from "../elements/element.js";
import { quoteOf } from "./export-text.js";

customElements.define("answer-line", class extends PageElement {
  static properties = {
    experiment: { attribute: false },
    run: { attribute: false }, // keeps the place of the sentence until its verdict answers
    said: { state: true },
  };

  async #copy() {
    const { run, experiment } = this;
    try {
      await navigator.clipboard.writeText(quoteOf({ run, experiment }));
      this.said = "Copied with its settings, machine and date.";
    } catch {
      this.said = quoteOf({ run, experiment }); // there to be selected
    }
  }

  willUpdate(changed) {
    if (changed.has("run") && changed.get("run")?.id !== this.run.id) this.said = null;
  }

  render() {
    const answer = this.run.verdict?.answer;
    return html`<div class="answer-line"><p>${answer ?? "The answer in one sentence comes at the end."}</p>
      <button type="button" class="small" ?disabled=${!answer} @click=${() => this.#copy()}>Copy<span class="unseen"> the answer</span></button>
      ${this.said ? html`<p class="quiet" role="status">${this.said}</p>` : nothing}</div>`;
  }
});
