// Mounts the page, and nothing else.
import "./components/lanes-app.js";
import { openPage } from "./page-actions.js";

openPage();
