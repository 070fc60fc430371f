// "Make a lesson": what a teacher chooses besides the locks and tasks on the cards themselves, and the link of it all.
import { qrAddress } from "../base/api.js";
import { below } from "../base/root.js";
import { store } from "../base/store.js";
import { addSheet } from "../elements/style-sheets.js";
import { beginDraft, changeDraft, moveUp, toggleCard, toggleHidden } from "./maker-actions.js";
import { lessonLink } from "./lesson-link.js";
import { GUESSES, HIDABLE, HIDDEN_WORDS, LONGEST, MACHINE, plainText } from "./lesson-words.js";
import "../elements/copy-field.js";
import "./lesson-controls.js";
import { html, nothing, PageElement } from "../elements/element.js";

await addSheet("lesson");

const GUESS_WORDS = { ask: "Ask first", must: "No run without one", off: "Do not ask" };

/** A camera reads no more than so many characters with ease. */
const MOST_FOR_QR = 1_000;

customElements.define("lesson-maker", class extends PageElement {
  static properties = { state: { attribute: false }, link: { state: true } };

  #last = null;

  attached() {
    beginDraft();
  }

  /** The link is made anew whenever the lesson or a setting has changed. */
  updated() {
    const { draft, settings, section, experiments } = this.state;
    const now = JSON.stringify([draft, settings, section, experiments[0].machine]);
    if (!draft || now === this.#last) return;
    this.#last = now;
    lessonLink(draft, this.state).then(
      (link) => {
        if (now === this.#last) this.link = link;
      },
      ({ message }) => store.set({ notice: message }),
    );
  }

  #cards({ only }) {
    if (only.length === 0) {
      return html`<p class="quiet">Tick “In the lesson” on the cards you want. If you tick none, the lesson is the
        open section.</p>`;
    }
    return html`<ol class="lesson-cards">${only.map((id, at) => {
      const { title } = store.experiment(id);
      return html`<li><span>${title}</span>
        <a href=${below(`/?v=1&page=projector&at=${id}`)} target="_blank" rel="noopener">Projector<span
          class="unseen"> view of ${title}</span></a>
        ${
          at > 0
            ? html`<button type="button" @click=${() => moveUp(id)}>Up<span class="unseen"> ${title}</span></button>`
            : nothing
        }
        <button type="button" @click=${() => toggleCard(id)}>Remove<span class="unseen"> ${title}</span></button></li>`;
    })}</ol>`;
  }

  #link() {
    if (!this.link) return nothing;
    const fits = this.link.length <= MOST_FOR_QR;
    return html`<copy-field .label=${"Link to the lesson"} .text=${this.link}></copy-field>
      <p class="quiet">${this.link.length.toLocaleString("en-GB")} characters.
        ${this.link.includes("#lesson=") ? "The lesson is packed behind the #, which no server sees." : nothing}
        <a href=${this.link} target="_blank" rel="noopener">Open it as a pupil</a></p>
      ${
        fits
          ? html`<img class="lesson-qr" src=${qrAddress(this.link)} width="220" height="220" alt="QR code of the link">`
          : html`<p class="quiet">Too long for a QR code that a camera reads with ease.</p>`
      }`;
  }

  render() {
    const { draft, site } = this.state;
    if (!draft) return nothing;
    const parts = HIDABLE.filter((part) => part !== MACHINE || site?.kinds);
    return html`
      <section class="lesson-maker" aria-label="Make a lesson">
        <header><h2>Make a lesson</h2>
          <button type="button" @click=${() => this.say("close-part")}>Close</button></header>
        <p>Set the controls as you want them and lock those that must not change. Locks help pupils
          to keep to the question; they are no protection.</p>
        <h3>Cards</h3>${this.#cards(draft)}
        <fieldset><legend>Guess</legend>${GUESSES.map(
          (guess) => html`<label><input type="radio" name="lesson-guess" .checked=${draft.guess === guess}
            @change=${() => changeDraft({ guess })}> ${GUESS_WORDS[guess]}</label>`,
        )}</fieldset>
        <fieldset><legend>Hide</legend>${parts.map(
          (part) => html`<label><input type="checkbox" .checked=${draft.hide.includes(part)}
            @change=${() => toggleHidden(part)}> ${HIDDEN_WORDS[part]}</label>`,
        )}</fieldset>
        <label class="lesson-question">A question to answer in a sentence or two
          <input maxlength=${LONGEST} .value=${draft.answer ?? ""} autocomplete="off"
            @change=${({ target }) => changeDraft({ answer: plainText(target.value) || null })}></label>
        ${this.#link()}
      </section>`;
  }
});
