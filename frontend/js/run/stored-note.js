// Whether a finished run is stored, in words, with the way out where it is not.
import { share } from "../export/share-button.js";
import { below } from "../base/root.js";
import { store } from "../base/store.js";
import { given, html, nothing, PageElement } from "../elements/element.js";

customElements.define("stored-note", class extends PageElement {
  static properties = {
    ...given("experiment", "run"),
    problem: { state: true },
  };

  #words() {
    const { mode, runDays } = store.state.site ?? {};
    const place = mode === "hosted" ? "on this server" : "on this machine";
    const days = runDays === 1 ? " for a day" : runDays ? ` for ${runDays} days` : "";
    return `${this.run.storage.late ? "Now it is stored" : "Stored"} ${place}${days}`;
  }

  async #share() {
    this.problem = await share({ experiment: this.experiment, run: this.run });
  }

  render() {
    const { storage } = this.run;
    if (!storage) return nothing;
    if (storage.stored) {
      return html`<span role="status">${this.#words()}.</span> <a href=${below("/r#runs")}>Stored runs</a>`;
    }
    return html`<span role="status" class="caution">This run could not be stored, because ${storage.because}. It stays here
      while this page is open, and the server keeps trying.</span>
      <button type="button" @click=${() => this.#share()}>Share it in a link</button>
      ${this.problem ? html`<span role="alert">${this.problem}</span>` : nothing}`;
  }
});
