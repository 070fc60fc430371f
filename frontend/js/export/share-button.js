// The way to what can be done with a result: its dialog is fetched when it is asked for.
import { below } from "../base/root.js";
import { given, html, PageElement } from "../elements/element.js";

/** Opens the dialog of what `openShareDialog` takes. @returns what is wrong, or null */
export async function share(what) {
  try {
    const { openShareDialog } = await import("./share-dialog.js");
    openShareDialog(what);
    return null;
  } catch {
    return "The dialog could not be loaded: the server is not responding.";
  }
}

customElements.define("share-button", class extends PageElement {
  static properties = {
    ...given("experiment", "run"),
    result: { attribute: false }, // a shared result, if it is not a run of this page
    alone: { type: Boolean }, // whether there is room for the button only
    problem: { state: true },
  };

  async #open() {
    const { experiment, run, result } = this;
    this.problem = await share({ experiment, run: run?.stage === "finished" ? run : null, result });
  }

  render() {
    return html`<button type="button" @click=${() => this.#open()}>Share or export</button>
      ${this.result || this.alone ? "" : html`<a class="elsewhere" href=${below("/r#machines")}>Results from other machines</a>`}
      ${this.problem ? html`<p role="alert">${this.problem}</p>` : ""}`;
  }
});
