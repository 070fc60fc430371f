import { viewByItself, viewsOf } from "../js/card/view-list.js";
import { equal, test } from "./harness.js";
import { plain, pooled, wordy } from "./samples.js";

const ids = (experiment) => viewsOf(experiment).map(({ id }) => id);

test("an experiment has the views that it has something to show in", () => {
  equal(["scaling", "timeline"].map((id) => ids(plain).includes(id)), [false, false]);
  equal(["scaling", "timeline"].map((id) => ids(pooled).includes(id)), [true, true]);
  equal([plain, wordy].map((one) => ids(one).includes("cold")), [false, true]);
  equal(ids({ ...plain, countsWork: true }).includes("roofline"), true);
  equal(ids({ ...plain, countsWork: false }).includes("roofline"), false);
});

test("no view is open before a run; then why, and scaling once the claim of a pooled experiment is answered", () => {
  equal(viewByItself({ experiment: pooled, run: undefined }), "none");
  equal(viewByItself({ experiment: pooled, run: { stage: "asking" } }), "why");
  equal(viewByItself({ experiment: pooled, run: { stage: "measure", verdict: {} } }), "scaling");
  equal(viewByItself({ experiment: plain, run: { stage: "finished", verdict: {} } }), "why");
  equal(viewByItself({ experiment: plain, run: { stage: "finished", remembered: true } }), "none");
});
