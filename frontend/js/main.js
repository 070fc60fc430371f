// Mounts the page, marks it as started, and nothing else.
import "./page/lanes-app.js";
import { catchDrops } from "./shared/drops.js";
import { openPage } from "./page/page-actions.js";
import { watchTerms } from "./page/terms.js";

catchDrops();
watchTerms();
document.documentElement.dataset.started = "";
openPage();
