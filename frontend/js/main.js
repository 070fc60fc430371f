// Mounts the page, marks it as started, and nothing else.
import "./components/lanes-app.js";
import { openPage } from "./page-actions.js";

document.documentElement.dataset.started = "";
openPage();
