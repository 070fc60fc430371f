// The live parts of the guide's text.
import { figureInFull, figureOf, markOf } from "../answer/last-results.js";
import { isCovered } from "../base/guessing.js";
import { below } from "../base/root.js";
import { store } from "../base/store.js";
import { html, nothing } from "../elements/element.js";
import { LiveElement } from "../elements/live-element.js";

/** Of an experiment, or of a line of the text. */
class LiveWords extends LiveElement {
  static properties = { experiment: {}, name: {} };
}

/** One that shows what this browser measured last of its experiment. */
class LiveFigure extends LiveWords {
  take(state) {
    return isCovered(state, this.experiment) ? undefined : state.results[this.experiment];
  }
}

const figure = (result) => html`<span class="live" data-verdict=${markOf(result)}
  title=${figureInFull(result) || nothing}>${figureOf(result)}</span>`;

/** `{here: id}`: what this browser measured last. */
customElements.define("lanes-here", class extends LiveFigure {
  render() {
    return html`${this.now ? "here: " : ""}${figure(this.now)}`;
  }
});

/** `{proof: id}`: a link to the experiment, and what this browser measured last. */
customElements.define("lanes-proof", class extends LiveFigure {
  render() {
    const { section, title } = store.experiment(this.experiment) ?? {};
    if (!title) return nothing;
    const address = below(`/?v=1&section=${section}&at=${this.experiment}`);
    return html`<a href=${address}
      @click=${(event) => this.follow(event, "open-experiment", this.experiment)}>${title}</a>
      <small>${figure(this.now)}</small>`;
  }
});

/** The box of a line that can be ticked; its label is beside it. */
customElements.define("lanes-tick", class extends LiveWords {
  take({ ticks }) {
    return ticks.has(this.name);
  }

  render() {
    return html`<input type="checkbox" id=${`tick-${this.name}`} .checked=${this.now}
      @change=${({ target }) => this.say("tick", { name: this.name, ticked: target.checked })}>`;
  }
});
