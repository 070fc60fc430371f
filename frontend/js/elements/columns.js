// Tables `{ columns, rows }` of texts, column by column. Pure.

/** A table of these rows. A column is `[heading, cell]`, where `cell(row)` is its text; what is false is no column. */
export function tableBy(rows, columns) {
  const shown = columns.filter(Boolean);
  return {
    columns: shown.map(([heading]) => heading),
    rows: rows.map((row) => shown.map(([, cell]) => cell(row))),
  };
}
