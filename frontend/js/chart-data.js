// Cases as Chart.js configurations. Pure: colours come in as a palette `{ ink, soft, faint, line, raised, hue(n),
// fill(n, { hatched, faint }) }`, and nothing is drawn here.
import { plainSpeedup, speedupInWords, tickRatio, tickTime, time } from "./format.js";

/** Up to so many lines get more height each. */
export const FEW_LINES = 6;

const SHAPES_OF_ROUNDS = ["circle", "triangle", "rect", "rectRot", "star"];
const SHAPES_OF_POOLS = { sequential: "circle", platform: "circle", virtual: "triangle" };
const DASHES_OF_POOLS = { platform: [], virtual: [6, 4] };

/** The rows of a chart with one line per case: a heading line above each pooled variant's cases. */
export function chartLines(rows) {
  return rows.flatMap((row, at) => {
    const first = row.pooled && rows[at - 1]?.variant !== row.variant;
    return first ? [{ heading: true, label: row.variantLabel }, row] : [row];
  });
}

/** A label on as many lines as it needs, at most `most` characters on each where words allow. */
export function wrapped(text, most = 19) {
  return text.split(" ").reduce((lines, word) => {
    const fits = lines.length > 0 && `${lines.at(-1)} ${word}`.length <= most;
    return fits ? [...lines.slice(0, -1), `${lines.at(-1)} ${word}`] : [...lines, word];
  }, []);
}

const lineLabel = ({ pooled, heading, label, shortLabel }) => (
  pooled ? `\u2007\u2007${shortLabel}` : heading ? label : wrapped(shortLabel));

/** The next round figure below or above a value, in steps of 1, 2 and 5: where a log axis begins or ends. */
export function roundFigure(value, way) {
  const decade = 10 ** Math.floor(Math.log10(value));
  const steps = [decade, 2 * decade, 5 * decade, 10 * decade];
  return way === "below" ? steps.findLast((step) => step <= value * 1.0001) : steps.find((step) => step >= value * 0.9999);
}

/** The ticks of a log axis, at most `most` of them: 1, 2 and 5 of each decade, or its beginning, thinned out. */
function logTicks(min, max, most) {
  const decades = [];
  for (let power = Math.floor(Math.log10(min)); power <= Math.ceil(Math.log10(max)); power++) decades.push(10 ** power);
  const inside = (tick) => tick >= min * 0.999 && tick <= max * 1.001;
  const fine = decades.flatMap((decade) => [decade, 2 * decade, 5 * decade]).filter(inside);
  if (fine.length <= most) return fine;
  const coarse = decades.filter(inside);
  const ticks = coarse.length < 2 ? fine : coarse;
  return ticks.filter((_, at) => at % Math.ceil(ticks.length / most) === 0);
}

const roomFor = (axis) => Math.max(3, Math.floor(axis.isHorizontal() ? axis.width / 58 : axis.height / 28));

/** An axis of times or ratios, at its ends round figures around the values it must show. */
function valueAxis(palette, values, { log, say }) {
  const known = values.filter((value) => Number.isFinite(value) && value > 0);
  const [least, most] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [1, 100];
  const common = {
    border: { display: false },
    grid: { color: palette.line, drawTicks: false },
    ticks: { display: known.length > 0, color: palette.soft, padding: 6, maxRotation: 0, callback: (value) => say(value) },
  };
  if (!log) return { type: "linear", min: 0, suggestedMax: most * 1.05, ...common, ticks: { ...common.ticks, maxTicksLimit: 5 } };
  const min = roundFigure(least * 0.9, "below");
  const max = roundFigure(most * 1.1, "above");
  return {
    type: "logarithmic", min, max, ...common,
    afterBuildTicks: (axis) => { axis.ticks = logTicks(min, max, roomFor(axis)).map((value) => ({ value })); },
    ticks: { ...common.ticks, autoSkip: false },
  };
}

function lineAxis(palette, lines) {
  return {
    type: "linear", min: -0.5, max: lines.length - 0.5, reverse: true, offset: false,
    border: { display: false }, grid: { display: false },
    afterBuildTicks: (axis) => { axis.ticks = lines.map((_, at) => ({ value: at })); },
    ticks: {
      autoSkip: false, padding: 4, crossAlign: "far",
      color: ({ tick }) => (lines[tick?.value]?.heading ? palette.ink : palette.soft),
      font: ({ tick }) => ({ weight: lines[tick?.value]?.heading ? 600 : 400 }),
      callback: (value) => lineLabel(lines[value]),
    },
  };
}

const tooltip = (say) => ({
  displayColors: false,
  callbacks: { title: () => "", label: (item) => say(item) },
});

const sayTime = (row) => `${row.label}: ${time(row.time.median)}`
  + (row.time.low === null ? ", so far" : ` (${time(row.time.low)} to ${time(row.time.high)})`);

/** Time per operation: a bar per case, with its interval; faint while no fork is complete. */
export function timeChart({ rows, axis }, palette) {
  const lines = chartLines(rows);
  const shown = rows.filter((row) => row.time);
  const values = shown.flatMap(({ time: { median, low, high } }) => [median, low, high]);
  return {
    type: "bar",
    data: {
      datasets: [{
        data: lines.map((line, at) => ({ x: line.time?.median ?? null, y: at })),
        intervals: lines.map((line) => (line.time?.low == null ? null : line.time)),
        backgroundColor: lines.map((line) => (line.time
          ? palette.fill(line.hue, { hatched: line.pool === "virtual", faint: line.time.provisional }) : "transparent")),
        borderColor: lines.map((line) => (line.time ? palette.hue(line.hue) : "transparent")),
        borderWidth: 1, borderRadius: 3, borderSkipped: "start", barThickness: lines.length > FEW_LINES ? 14 : 19,
      }],
    },
    options: {
      indexAxis: "y",
      scales: { x: valueAxis(palette, values, { log: axis === "log", say: tickTime }), y: lineAxis(palette, lines) },
      plugins: { tooltip: tooltip(({ dataIndex }) => sayTime(lines[dataIndex])) },
    },
    lines: lines.length,
  };
}

const guideMark = (speedup) => (speedup ? [{ at: speedup, label: `guide ${plainSpeedup(speedup)}`, dashed: true }] : []);

/** Speedup against the baseline: a point per case with its interval, a line at 1, and the guide's figure as a mark. */
export function speedupChart({ rows, guideSpeedup }, palette) {
  const lines = chartLines(rows);
  const values = rows.filter((row) => row.speedup).flatMap(({ speedup: { value, low, high } }) => [value, low, high]);
  return {
    type: "scatter",
    data: {
      datasets: [{
        data: lines.map((line, at) => ({ x: line.speedup?.value ?? NaN, y: at })),
        intervals: lines.map((line) => line.speedup ?? null),
        pointStyle: lines.map((line) => SHAPES_OF_POOLS[line.pool] ?? "circle"),
        pointBackgroundColor: lines.map((line) => (line.heading ? "transparent" : palette.hue(line.hue))),
        pointBorderColor: palette.raised, pointBorderWidth: 1, pointRadius: 5, pointHoverRadius: 6,
        whiskerColours: lines.map((line) => (line.heading ? null : palette.hue(line.hue))),
      }],
    },
    options: {
      indexAxis: "y",
      scales: {
        x: valueAxis(palette, [1, guideSpeedup, ...values], { log: true, say: tickRatio }),
        y: lineAxis(palette, lines),
      },
      plugins: {
        tooltip: tooltip(({ dataIndex }) => `${lines[dataIndex].label}: ${speedupInWords(lines[dataIndex].speedup)}`),
        marks: { lines: [{ at: 1 }, ...guideMark(guideSpeedup)] },
      },
    },
    lines: lines.length,
  };
}

/** The lines of the sweep: the cases of each variant on each pool, by workers. */
export function sweepSeries(rows) {
  const series = Map.groupBy(rows.filter((row) => row.pooled), (row) => `${row.variant}/${row.pool}`);
  return [...series.values()].map((cases) => ({
    label: `${cases[0].variantLabel}, ${cases[0].pool}`, hue: cases[0].hue, pool: cases[0].pool,
    cases: cases.toSorted((a, b) => a.workers - b.workers),
  }));
}

/** Speedup over workers, a line per variant and pool, with the line of the ideal. */
export function sweepChart({ rows }, palette) {
  const series = sweepSeries(rows);
  const workers = [...new Set(rows.filter((row) => row.pooled).map((row) => row.workers))].sort((a, b) => a - b);
  const values = rows.filter((row) => row.pooled && row.speedup).flatMap(({ speedup: { low, high } }) => [low, high]);
  const most = workers.at(-1) ?? 1;
  const ideal = {
    label: "ideal", data: workers.map((count) => ({ x: count, y: count })),
    borderColor: palette.faint, borderWidth: 1.5, borderDash: [2, 3], pointRadius: 0, pointHitRadius: 0,
  };
  return {
    type: "line",
    data: {
      datasets: [...series.map(({ label, hue, pool, cases }) => ({
        label, rows: cases,
        data: cases.map((row) => ({ x: row.workers, y: row.speedup?.value ?? NaN })),
        intervals: cases.map((row) => row.speedup ?? null),
        borderColor: palette.hue(hue), borderWidth: 2, borderDash: DASHES_OF_POOLS[pool], spanGaps: true,
        whiskerColours: cases.map(() => palette.hue(hue)),
        pointStyle: SHAPES_OF_POOLS[pool], pointBackgroundColor: palette.hue(hue),
        pointBorderColor: palette.raised, pointBorderWidth: 1, pointRadius: 5, pointHoverRadius: 6,
      })), ideal],
    },
    options: {
      scales: {
        x: {
          type: "logarithmic", min: (workers[0] ?? 1) * 0.88, max: most * 1.14,
          border: { display: false }, grid: { display: false },
          title: { display: true, text: "workers", color: palette.soft },
          afterBuildTicks: (axis) => { axis.ticks = workers.map((value) => ({ value })); },
          ticks: { autoSkip: false, color: palette.soft, callback: (value) => String(value) },
        },
        y: valueAxis(palette, [1, ...workers, ...values], { log: true, say: tickRatio }),
      },
      plugins: {
        tooltip: tooltip(({ dataset, dataIndex }) => `${dataset.label} ${workers[dataIndex]}: `
          + speedupInWords(dataset.rows?.[dataIndex].speedup)),
      },
    },
  };
}

/** Every sample of each case, warm-up hollow; its shape tells the round. */
export function samplesChart({ rows, axis }, palette) {
  const lines = chartLines(rows);
  const rounds = Math.max(1, ...rows.flatMap((row) => row.samples.map((sample) => sample.round)));
  const datasets = lines.flatMap((line, at) => (line.samples?.length ? [{
    row: line,
    data: line.samples.map(({ nsPerOp, round }) => ({ x: nsPerOp, y: at + 0.56 * ((round - 0.5) / rounds - 0.5) })),
    pointStyle: line.samples.map(({ round }) => SHAPES_OF_ROUNDS[(round - 1) % SHAPES_OF_ROUNDS.length]),
    pointRadius: line.samples.map(({ phase }) => (phase === "measure" ? 3.2 : 2.4)),
    pointBackgroundColor: line.samples.map(({ phase }) => (phase === "measure" ? palette.hue(line.hue) : "transparent")),
    pointBorderColor: palette.hue(line.hue), pointBorderWidth: line.samples.map(({ phase }) => (phase === "measure" ? 0.5 : 1)),
  }] : []));
  const values = rows.flatMap((row) => row.samples.map((sample) => sample.nsPerOp));
  return {
    type: "scatter",
    data: { datasets: datasets.length > 0 ? datasets : [{ data: [] }] },
    options: {
      scales: { x: valueAxis(palette, values, { log: axis === "log", say: tickTime }), y: lineAxis(palette, lines) },
      plugins: {
        tooltip: tooltip(({ dataset, dataIndex }) => {
          const { phase, round, iteration, nsPerOp } = dataset.row.samples[dataIndex];
          return `${dataset.row.label}: ${time(nsPerOp)}, ${phase === "measure" ? "sample" : "warm-up"} ${iteration} of round ${round}`;
        }),
      },
    },
    lines: lines.length,
  };
}
