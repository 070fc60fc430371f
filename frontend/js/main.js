// Mounts the page, marks it as started, and nothing else.
import "./components/lanes-app.js";
import { catchDrops } from "./drops.js";
import { openPage } from "./page-actions.js";

catchDrops();
document.documentElement.dataset.started = "";
openPage();
