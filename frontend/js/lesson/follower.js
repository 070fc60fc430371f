// An element that draws anew whenever the state has changed: those that a lesson puts into cards.
import { LiveElement } from "../base/live-element.js";

export class Follower extends LiveElement {
  look() {
    this.requestUpdate();
  }
}
