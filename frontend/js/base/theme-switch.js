// The colour theme as a choice of three.
import { chooseTheme, currentTheme, THEMES } from "./theme.js";
import { html, PageElement } from "./element.js";

const LABELS = { system: "System", light: "Light", dark: "Dark" };

class ThemeSwitch extends PageElement {
  #choose(theme) {
    chooseTheme(theme);
    this.requestUpdate();
  }

  render() {
    return html`
      <fieldset class="seg small">
        <legend class="unseen">Theme</legend>
        ${THEMES.map(
          (theme) => html`<label><input type="radio" name="theme" value=${theme}
          .checked=${theme === currentTheme()} @change=${() => this.#choose(theme)}>
          <span>${LABELS[theme]}</span></label>`,
        )}
      </fieldset>`;
  }
}

customElements.define("theme-switch", ThemeSwitch);
