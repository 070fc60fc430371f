// The colour theme as a choice of three.
import { chooseTheme, currentTheme, THEMES } from "./theme.js";
import { PageElement } from "./element.js";
import { segments } from "./segments.js";

const LABELS = { system: "System", light: "Light", dark: "Dark" };

customElements.define("theme-switch", class extends PageElement {
  #choose(theme) {
    chooseTheme(theme);
    this.requestUpdate();
  }

  render() {
    const options = THEMES.map((theme) => [theme, LABELS[theme]]);
    return segments("Theme", "theme", options, currentTheme(), (theme) => this.#choose(theme));
  }
});
