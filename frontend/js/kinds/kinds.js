// What the page needs only if there is more than one machine.
import "./kinds-board.js";
import "./machine-kinds.js";
import "./run-on.js";
