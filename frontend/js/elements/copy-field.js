// A text that is there to be copied, with the button that does it.
import { addSheet } from "./style-sheets.js";
import { html, PageElement } from "./element.js";

await addSheet("copy-field");

customElements.define("copy-field", class extends PageElement {
  static properties = {
    label: {},
    text: {},
    lines: { type: Number }, // how many a long text has room for; a short one is a single line
  };

  /** Takes the focus, as soon as there is something to focus on. */
  async focus() {
    await this.updateComplete;
    this.querySelector("input, textarea").focus();
  }

  async #copy() {
    const field = this.querySelector("input, textarea");
    try {
      await navigator.clipboard.writeText(this.text);
      this.say("copied", "Copied.");
    } catch {
      field.select();
      this.say("copied", "Selected: copy it with your keyboard.");
    }
  }

  render() {
    const { label, text, lines } = this;
    return html`<div class="copy"><label>${label}${
      lines > 1
        ? html`<textarea readonly rows=${lines} .value=${text}></textarea>`
        : html`<input readonly .value=${text} @focus=${({ target }) => target.select()}>`
    }</label><button type="button" @click=${() => this.#copy()}>Copy<span class="unseen"> ${label}</span></button></div>`;
  }
});
