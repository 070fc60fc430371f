// An editor for one piece of Java, in a shadow root of its own; the library is fetched with the first one.
import { css, html, LitElement, nothing } from "lit";

customElements.define("java-editor", class extends LitElement {
  static properties = {
    text: { attribute: false },
    label: { attribute: false },
    firstLine: { attribute: false },
    calm: { type: Boolean }, // whether the focus stays where it is when the editor opens
    problems: { attribute: false }, // `[{ line, column, endColumn?, text, kind }]`, lines and columns from 1 in this piece
    missing: { state: true },
  };

  static styles = css`
    :host {
      display: block;
      font-size: 12.5px;
    }
    div:focus {
      outline: none;
    }
    p {
      margin: 0;
      padding: 8px 20px;
    }
    /* A phone enlarges the page for anything smaller that is typed into. */
    @media (max-width: 900px), (pointer: coarse) {
      :host {
        font-size: 16px;
      }
    }
  `;

  #editor = null;
  #marked = null;

  constructor() {
    super();
    // Single keys are shortcuts of the page, but not while somebody types.
    this.addEventListener("keydown", (event) => event.stopPropagation());
  }

  /** Until the library is there its place has the focus, so that no key is taken for one of the page's. */
  async firstUpdated() {
    if (!this.calm) this.shadowRoot.querySelector("div").focus();
    try {
      const { openEditor } = await import("./code-mirror.js");
      const { text, label, firstLine } = this;
      const say = (verb, detail) => this.dispatchEvent(new CustomEvent(verb, { detail, bubbles: true }));
      this.#editor = openEditor({
        ...{ root: this.shadowRoot, parent: this.shadowRoot.querySelector("div"), text, label, firstLine },
        onText: (now) => {
          this.text = now;
          say("edited", now);
        },
        onLeave: () => say("leave"),
        onRun: () => say("run-edit"),
      });
      this.requestUpdate();
      if (!this.calm) this.focus();
      say("editor-ready");
    } catch (problem) {
      console.warn(problem);
      this.missing = true;
    }
  }

  updated(changed) {
    if (!this.#editor) return;
    if (changed.has("text")) this.#editor.show(this.text);
    if (changed.has("firstLine")) this.#editor.number(this.firstLine);
    const marks = JSON.stringify(this.problems ?? []);
    if (marks !== this.#marked) this.#editor.mark(this.problems ?? []);
    this.#marked = marks;
  }

  get ready() {
    return Boolean(this.#editor);
  }

  focus() {
    this.#editor?.view.focus();
  }

  /** Puts the cursor at a line of the piece, counted from 1. */
  goTo(line) {
    const { view } = this.#editor ?? {};
    if (!view) return;
    const { from } = view.state.doc.line(Math.min(line, view.state.doc.lines));
    view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
    view.focus();
  }

  render() {
    return html`<div tabindex="-1"></div>${this.missing
      ? html`<p role="alert">The editor could not be loaded: the server is not responding.</p>`
      : nothing}`;
  }
});
