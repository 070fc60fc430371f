// The answer of a run about an edit, in one sentence, above the codes of its card.
import { html, PageElement } from "../elements/element.js";

customElements.define("edit-answer", class extends PageElement {
  static properties = { run: { attribute: false } };

  render() {
    const answer = this.run?.editAnswer ?? this.run?.verdict?.editAnswer;
    const edited = this.run?.cases?.filter((one) => one.edited) ?? [];
    const wrong = edited.some(({ correct }) => correct === false);
    const failed = edited.filter(({ problem }) => problem);
    const said = failed.map(({ problem }) => `Your edit: ${problem.title}. ${problem.detail}`);
    return html`<p class="edit-answer" role="status" ?data-wrong=${wrong || failed.length > 0}
      ?hidden=${!answer && failed.length === 0}>${[answer, ...new Set(said)].filter(Boolean).join(" ")}</p>`;
  }
});
