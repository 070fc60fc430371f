// The colour theme as a choice of three.
import { chooseTheme, currentTheme, THEMES } from "./theme.js";
import { PageElement } from "./element.js";
import { segments } from "./segments.js";

customElements.define("theme-switch", class extends PageElement {
  render() {
    return segments("Theme", "theme", Object.entries(THEMES), currentTheme(), (theme) => {
      chooseTheme(theme);
      this.requestUpdate();
    });
  }
});
