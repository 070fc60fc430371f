// Code that came with a result, shown as text. It never runs by itself: a dialog shows all of it first.
import { html, nothing, PageElement } from "../elements/element.js";
import { nameOfFile } from "../base/format.js";
import { addSheet } from "../elements/style-sheets.js";
import { visible } from "../elements/visible-text.js";
import { store } from "../base/store.js";
import { patchOf } from "./patch.js";
import { openWorkshop, sourceOf } from "./workshop-actions.js";

await addSheet("edit");

customElements.define("edited-code", class extends PageElement {
  static properties = {
    edits: { attribute: false }, // `[{ file, text }]`
    run: { attribute: false }, // a function that runs them
    patches: { state: true }, // by file: what differs from the code of this version
    problem: { state: true },
  };

  async #open() {
    this.problem = null;
    try {
      const told = await openWorkshop();
      if (!told.open) throw new Error(`Code cannot be run here, because ${told.because}.`);
      this.patches = await Promise.all(
        this.edits.map(async ({ file, text }) => {
          const { text: own } = await sourceOf(file);
          return { file, patch: patchOf(`src/main/java/${file}`, own, text) };
        }),
      );
      await this.updateComplete;
      this.querySelector("dialog").showModal();
    } catch ({ message }) {
      this.problem = message;
    }
  }

  #run() {
    this.querySelector("dialog").close();
    this.run();
  }

  #dialog() {
    return html`<dialog class="foreign-code" aria-labelledby="foreign-code-heading">
      <h2 id="foreign-code-heading">Run this code on my machine?</h2>
      <p>Somebody else wrote it. It runs with your rights, as any program that you start does: read it first.
        Below is everything that differs from this version of Lanes.</p>
      ${(this.patches ?? []).map(({ file, patch }) => html`<h3>${nameOfFile(file)}</h3>
        <pre tabindex="0" aria-label=${`What differs in ${file}`}>${patch ? visible(patch) : "Nothing differs."}</pre>`)}
      <form method="dialog"><button autofocus>Cancel</button>
        <button type="button" class="go" @click=${() => this.#run()}>Run this code</button></form>
    </dialog>`;
  }

  render() {
    const { edits, problem } = this;
    return html`<section class="edited-code" aria-label="Edited code">
      <p><strong>Edited by its author:</strong> ${edits.map(({ file }) => nameOfFile(file)).join(", ")}. It is shown as
        text; none of it runs.</p>
      ${edits.map(({ file, text }) => html`<details><summary>${nameOfFile(file)}</summary>
        <pre tabindex="0" aria-label=${`Edited code of ${file}`}>${visible(text)}</pre></details>`)}
      ${store.state.site?.workshop
        ? html`<button type="button" @click=${() => this.#open()}>Run this code on my machine</button>${this.#dialog()}`
        : nothing}
      ${problem ? html`<p class="caution" role="alert">${problem}</p>` : nothing}
    </section>`;
  }
});
