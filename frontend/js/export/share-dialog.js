// Everything that can be done with a result besides looking at it: links to it, its embedding, and files of it.
import { settingsLink } from "../base/address.js";
import * as api from "../base/api.js";
import { EXPORTS, fileName, saveAs } from "./exports.js";
import { lengthInWords, pack } from "../results/result-pack.js";
import { linkTo } from "../base/root.js";
import { segments } from "../elements/segments.js";
import { store } from "../base/store.js";
import { addSheet } from "../elements/style-sheets.js";
import "../elements/copy-field.js";
import { html, nothing, PageElement } from "../elements/element.js";

await addSheet("share-dialog");

const EMBED_LINES = 4;
const RESULT_LINK = "Link to this result";
const PACKED_LINK = "Link without storage";
/** What decides on the colours of an embedded view. */
const FRAME_THEMES = [
  [null, "Reader’s system"],
  ["light", "Light"],
  ["dark", "Dark"],
];

/** Shows the dialog for an experiment and its finished run on this page, if any, or for a shared result. */
export function openShareDialog({ experiment, run, result }) {
  document.querySelector("share-dialog")?.remove();
  const dialog = Object.assign(document.createElement("share-dialog"), { experiment, run, result: result ?? null });
  document.body.append(dialog);
}

customElements.define("share-dialog", class extends PageElement {
  static properties = {
    experiment: { attribute: false },
    run: { attribute: false }, // finished, or null
    result: { attribute: false }, // a shared one, or the run as a result once it is fetched
    stored: { state: true }, // { id, expiresAt, secret, before }
    packed: { state: true }, // the link without storage
    problem: { state: true }, // { part, text }
    said: { state: true },
    working: { state: true }, // the part that is at work
    frameTheme: { state: true }, // of the embedded view; null where the reader's system decides
  };

  firstUpdated() {
    const dialog = this.querySelector("dialog");
    dialog.addEventListener("close", () => this.remove());
    dialog.showModal();
  }

  /** Does one thing at a time, and says beside it what went wrong. */
  async #attempt(part, action) {
    this.working = part;
    this.problem = null;
    try {
      await action();
    } catch (problem) {
      this.problem = { part, text: this.#inWords(problem) };
    }
    this.working = null;
  }

  #inWords(problem) {
    if (problem.status === 503) {
      const why = problem.detail ?? problem.message;
      return `The result could not be stored. ${why} A link without storage still works.`;
    }
    return problem.message;
  }

  /** The run as a result. Whether its code has changed is found out by the page that opens it. */
  async #whole() {
    this.result ??= { ...(await api.runResult(this.run.id)), codeChanged: null };
    return this.result;
  }

  #store() {
    return this.#attempt("store", async () => {
      const stored = await api.storeResult(this.run.id);
      this.stored = { ...stored, before: !stored.secret };
      this.said = this.stored.secret ? "The result is stored. Its link is below." : "Its link is below.";
      await this.#focusOn(RESULT_LINK);
    });
  }

  #pack() {
    return this.#attempt("pack", async () => {
      const text = await pack(await this.#whole());
      this.packed = linkTo(`/r#v=1&z=${text}`);
      this.said = "The link is made.";
      await this.#focusOn(PACKED_LINK);
    });
  }

  /** Moves the focus to the link that has taken the place of the button that had it. */
  async #focusOn(label) {
    await this.updateComplete;
    [...this.querySelectorAll("copy-field")].find((field) => field.label === label)?.focus();
  }

  #save(one) {
    return this.#attempt("save", async () => {
      const result = await this.#whole();
      await saveAs(result, one);
      this.said = `Saved as ${fileName(result, one)}.`;
    });
  }

  #link(what, label, text, lines = 1) {
    return html`<copy-field data-what=${what} .label=${label} .text=${text} .lines=${lines}
      @copied=${({ detail }) => {
        this.said = detail;
      }}></copy-field>`;
  }

  #trouble(part) {
    return this.problem?.part === part ? html`<p class="caution" role="alert">${this.problem.text}</p>` : nothing;
  }

  #settings() {
    return html`<section><h3>These settings</h3>
      <p>Opens the same settings anywhere, without figures. Nothing is stored.</p>
      ${this.#link("settings", "Link to these settings", settingsLink(this.experiment.id))}</section>`;
  }

  #keptFor() {
    const { site } = store.state;
    if (!site) return ".";
    const listed = site.mode === "hosted" ? " It also appears in this server's list of stored runs." : "";
    return `${site.sharedDays ? `, for ${site.sharedDays} days` : ", until you delete it"}.${listed}`;
  }

  #storage() {
    const { stored } = this;
    const known = this.result?.id;
    if (known) {
      return html`<section><h3>This result</h3>${this.#storedLink({ id: known })}</section>
        ${this.#embedding({ id: known })}`;
    }
    if (!this.run) return nothing;
    return html`<section><h3>This result</h3>
      <p>Stores every sample with its settings, the machine, the code that was measured and the version of Lanes; no
        name and no address. Anyone with the link can see it${this.#keptFor()}</p>
      ${
        store.state.site?.storage === "unavailable" && !stored
          ? html`<p class="caution">It cannot be stored at the moment. A link without storage still works.</p>`
          : nothing
      }
      ${
        stored
          ? nothing
          : html`<button class="go" data-act="store" ?disabled=${this.working} @click=${() => this.#store()}>
            Store and make a link</button>`
      }
      ${this.#trouble("store")}
      ${stored ? this.#storedLink(stored) : nothing}</section>
      ${stored ? this.#embedding(stored) : nothing}`;
  }

  #storedLink({ id, secret, before }) {
    const here = linkTo(`/r/${id}`);
    return html`
      ${this.#link("result", RESULT_LINK, here)}
      ${
        secret
          ? html`${this.#link("delete", "Your link to delete it", `${here}#delete=${secret}`)}
            <p class="quiet">Keep the second link to yourself. It is shown only once.</p>`
          : before
            ? html`<p class="caution" data-before>This result was shared before and keeps its link. Only the person
              who shared it first was given the link to delete it.</p>`
            : nothing
      }`;
  }

  #embedding({ id }) {
    const { frameTheme = null } = this;
    const frame =
      `<iframe src="${linkTo(`/embed/${id}`)}${frameTheme ? `?theme=${frameTheme}` : ""}" title="A measurement of Lanes" ` +
      `width="640" height="420" loading="lazy"></iframe>`;
    return html`<section><h3>On your own page</h3>
      ${segments("Colours of the embedded view", "frame-theme", FRAME_THEMES, frameTheme, (theme) => {
        this.frameTheme = theme;
      })}
      ${this.#link("embed", "Code to embed it", frame, EMBED_LINES)}</section>`;
  }

  #withoutStorage() {
    const judged = this.packed ? lengthInWords(this.packed.length) : null;
    return html`<section><h3>Without storage</h3>
      <p>The link holds the whole result: no server stores or sees it, and it never expires.</p>
      ${
        judged
          ? judged.level === "too-long"
            ? html`<p class="caution" role="alert">${judged.text} Store it, or send a file.</p>`
            : html`${this.#link("packed", PACKED_LINK, this.packed)}
              <p class=${judged.level === "long" ? "caution" : "quiet"}>${judged.text}</p>`
          : html`<button data-act="pack" ?disabled=${this.working} @click=${() => this.#pack()}>
            Make a link without storage</button>`
      }
      ${this.#trouble("pack")}</section>`;
  }

  #files() {
    return html`<section><h3>Files</h3>
      <p>The report is one file with code, figures and samples, and opens offline.</p>
      <div class="exports">${EXPORTS.map(
        (one) => html`<button ?disabled=${this.working} @click=${() => this.#save(one)}>${one.label}</button>`,
      )}</div>${this.#trouble("save")}</section>`;
  }

  render() {
    const measured = this.run || this.result;
    return html`
      <dialog class="share" aria-labelledby="share-heading">
        <h2 id="share-heading">Share or export</h2>
        ${this.experiment ? this.#settings() : nothing}
        ${
          measured
            ? html`${this.#storage()}${this.#withoutStorage()}${this.#files()}`
            : html`<p class="quiet">Run it first to share or export its result.</p>`
        }
        <p class="said" role="status">${this.said ?? ""}</p>
        <form method="dialog"><button class="go">Close</button></form>
      </dialog>`;
  }
});
