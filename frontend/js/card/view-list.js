// The views of a card, in the order of their tabs: each is a module that is fetched when it is opened and tells, by its
// `view(of)`, what to draw of `{ experiment, rows, racing, run, settings, axis, timeline, ceilings, machine, busy, kept }`.

const pooled = (experiment) => experiment.variants.some((variant) => variant.pooled);
const sweeps = (experiment) => experiment.params.some((param) => param.sweep);
const calculates = ({ countsWork }) => countsWork;
const cold = (experiment) => experiment.variants.some((variant) => variant.execution === "from-cold");

/** `fits` says whether an experiment has that view at all, `early` that it can be opened before anything is measured. */
const VIEWS = [
  { id: "why", label: "Why", early: true, fetch: () => import("../views/why-view.js") },
  { id: "scaling", label: "Scaling", fits: pooled, fetch: () => import("../views/scaling-view.js") },
  { id: "sweep", label: "Sweep", early: true, fits: sweeps, fetch: () => import("../sweep/sweep-view.js") },
  { id: "cold", label: "From cold", fits: cold, fetch: () => import("../views/cold-view.js") },
  { id: "cases", label: "Cases", fetch: () => import("../views/cases-view.js") },
  { id: "samples", label: "Samples", fetch: () => import("../views/samples-view.js") },
  { id: "timeline", label: "Timeline", fits: pooled, fetch: () => import("../charts/timeline-figure.js") },
  { id: "roofline", label: "Roofline", fits: calculates, fetch: () => import("../charts/roofline-figure.js") },
  { id: "code", label: "Machine code", early: true, fetch: () => import("../look/look-view.js") },
  { id: "race", label: "Race", fetch: () => import("../charts/race-track.js") },
  { id: "table", label: "Table", fetch: () => import("../views/table-view.js") },
  { id: "method", label: "How it was measured", early: true, fetch: () => import("../views/method-view.js") },
];

export const viewsOf = (experiment) => VIEWS.filter(({ fits = () => true }) => fits(experiment));

/** The view that opens by itself: the sweep if there is one; else why as soon as Run is pressed, and scaling when the
 * claim of a pooled experiment is answered. None before a run, or for one that was measured earlier. */
export function viewByItself({ experiment, run, settings }) {
  if (settings?.sweep || run?.request?.sweep) return "sweep";
  if (!run || run.remembered) return "none";
  return pooled(experiment) && run.verdict ? "scaling" : "why";
}
