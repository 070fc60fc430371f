// The time of a call over the calls made before it, as a Chart.js configuration. Pure, like `chart-data.js`.
import { chartOf, placesAxis, valueAxis } from "./chart-axes.js";
import { tooltip } from "./chart-data.js";
import { count, tickTime, time } from "../base/format.js";

/** The cases that are measured from cold, by the calls before the timed one. */
export const coldRows = (rows) => rows.filter((row) => row.cold).sort((a, b) => a.callsBefore - b.callsBefore);

/** Which call it is, from 1: a log axis has no place for none before it. */
const place = ({ callsBefore }) => callsBefore + 1;

export function coldChart({ rows, axis }, palette) {
  const cold = coldRows(rows);
  const shown = cold.filter((row) => row.time);
  const places = [...new Set(cold.map(place))];
  const values = shown.flatMap(({ time: { median, low, high } }) => [median, low, high]);
  const colours = shown.map((row) => palette.hue(row.hue));
  const line = {
    data: shown.map((row) => ({ x: place(row), y: row.time.median })),
    intervals: shown.map((row) => (row.time.low === null ? null : row.time)),
    whiskerColours: colours,
    borderColor: palette.faint,
    borderWidth: 1.5,
    pointRadius: 5,
    pointHoverRadius: 7,
    pointBackgroundColor: colours,
    pointBorderColor: palette.raised,
  };
  return chartOf("line", [line], {
    scales: {
      x: placesAxis(palette, "number of the call", places, {
        type: "logarithmic",
        min: 0.7,
        max: Math.max(10, ...places) * 1.5,
        ticks: { autoSkip: true, callback: (value) => count(value) },
      }),
      y: valueAxis(palette, values, { log: axis === "log", say: tickTime }),
    },
    plugins: {
      tooltip: tooltip(({ dataIndex }) => `${shown[dataIndex].label}: ${time(shown[dataIndex].time.median)}`),
      marks: { lines: [] },
    },
  });
}
