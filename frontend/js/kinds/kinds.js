// What the page needs only if there is more than one machine.
import { runOnAll } from "./all-kinds-actions.js";
import "./kinds-board.js";
import "./machine-kinds.js";
import "./run-on.js";

window.addEventListener("run-on-all", ({ detail }) => runOnAll(detail));
