// What the guide's text says of guesses: figures that are covered until there is one, and what was guessed.
import { isCovered, uncover } from "../base/guessing.js";
import { store } from "../base/store.js";
import { storedGuesses } from "./guess-book.js";
import { inWords } from "./guess-logic.js";
import { html, PageElement } from "../base/element.js";

class OfAnExperiment extends PageElement {
  static properties = { experiment: {}, now: { state: true } };

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

/** `{guide: id: figure}`: what the guide says of an experiment. */
class LanesSaid extends OfAnExperiment {
  #figure = null;

  connectedCallback() {
    if (this.#figure === null) {
      this.#figure = this.textContent;
      this.textContent = "";
    }
    super.connectedCallback();
  }

  take(state) {
    return Boolean(store.experiment(this.experiment)) && isCovered(state, this.experiment);
  }

  render() {
    if (!this.now) return html`${this.#figure}`;
    return html`<button type="button" class="covered" title="Covered until you guess. Press to show it."
      @click=${() => uncover(this.experiment)}><span class="unseen">Show what the guide says</span>…</button>`;
  }
}

/** `{guess: id}`: the first guess, which nothing had given away. */
class LanesGuessed extends OfAnExperiment {
  take() {
    const guess = storedGuesses().find((one) => one.experiment === this.experiment);
    return guess ? inWords(guess.value) : "no guess yet";
  }

  render() {
    return html`<span class="live" data-verdict=${/\d|same/.test(this.now) ? "" : "none"}>${this.now}</span>`;
  }
}

customElements.define("lanes-said", LanesSaid);
customElements.define("lanes-guessed", LanesGuessed);
