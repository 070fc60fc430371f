// Chart.js, fetched when a chart comes into view or a run begins: the page opens without it.
let ready;
let fetching = null;

/** Kept once it is there: the library, ready to draw. */
export const chartLibrary = new Promise((keep) => {
  ready = keep;
});

/** Fetches the library, if nobody has. After a failure the next call tries again. */
export function fetchChartLibrary() {
  fetching ??= Promise.all([import("./chart-plugins.js"), import("./chart-labels.js"), import("chart.js")]).then(
    ([{ marks, whiskers }, { labels }]) => {
      const { Chart } = globalThis;
      Chart.register(whiskers, marks, labels);
      Chart.defaults.font.family = "Inter, system-ui, sans-serif";
      Chart.defaults.font.size = 12;
      ready(Chart);
    },
    (problem) => {
      fetching = null;
      console.warn(problem); // the tables hold the same figures
    },
  );
}

const near = new IntersectionObserver(
  (entries) => {
    if (entries.some((entry) => entry.isIntersecting)) fetchChartLibrary();
  },
  { rootMargin: "100px" },
);

/** Fetches the library when the element comes into view; to be ended by `unwatch`. */
export const watch = (element) => near.observe(element);
export const unwatch = (element) => near.unobserve(element);
