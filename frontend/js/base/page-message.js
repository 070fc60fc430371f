// One message in place of the page, with the way out.
import { html, PageElement } from "./element.js";

class PageMessage extends PageElement {
  static properties = { heading: {}, text: {}, action: {} };

  render() {
    return html`
      <div class="message" role="alert">
        <h1>${this.heading}</h1>
        <p>${this.text}</p>
        <button class="go" @click=${() => this.say("load-again")}>${this.action}</button>
      </div>`;
  }
}

customElements.define("page-message", PageMessage);
