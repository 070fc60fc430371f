// The live parts of the guide's text. They stand in HTML that the server made, so they look into the store themselves.
import { figureInFull, figureOf, markOf } from "../answer/last-results.js";
import { isCovered } from "../base/guessing.js";
import { below } from "../base/root.js";
import { store } from "../base/store.js";
import { html, nothing, PageElement } from "../base/element.js";

/** An element that draws anew when what it takes from the state has changed. */
class LiveWords extends PageElement {
  static properties = { experiment: {}, name: {}, now: { state: true } };

  #leave = null;

  connectedCallback() {
    super.connectedCallback();
    this.#leave = store.subscribe(() => this.#look());
    this.#look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
  }

  #look() {
    this.now = this.take(store.state);
  }
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
class LanesHere extends LiveFigure {
  render() {
    return html`${this.now ? "here: " : ""}${figure(this.now)}`;
  }
}

/** `{proof: id}`: a link to the experiment, and what this browser measured last. */
class LanesProof extends LiveFigure {
  #go(event) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    this.say("open-experiment", this.experiment);
  }

  render() {
    const { section, title } = store.experiment(this.experiment) ?? {};
    if (!title) return nothing;
    const address = below(`/?v=1&section=${section}&at=${this.experiment}`);
    return html`<a href=${address} @click=${(event) => this.#go(event)}>${title}</a>
      <small>${figure(this.now)}</small>`;
  }
}

/** The box of a line that can be ticked; its label is beside it. */
class LanesTick extends LiveWords {
  take({ ticks }) {
    return ticks.has(this.name);
  }

  render() {
    return html`<input type="checkbox" id=${`tick-${this.name}`} .checked=${this.now}
      @change=${({ target }) => this.say("tick", { name: this.name, ticked: target.checked })}>`;
  }
}

customElements.define("lanes-here", LanesHere);
customElements.define("lanes-proof", LanesProof);
customElements.define("lanes-tick", LanesTick);
