// Mounts the page, and nothing else.
import "./components/lanes-app.js";
import { catchDrops } from "./drops.js";
import { openPage } from "./page-actions.js";

catchDrops();
openPage();
