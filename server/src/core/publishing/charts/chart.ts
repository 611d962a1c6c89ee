/** A picture of a series, with the same as a table. */
export interface Chart {
  readonly id: 'reporting' | 'leads' | 'roadmap' | 'actions' | 'attendance' | 'findings';
  readonly title: string;
  /** What the picture shows, in a sentence; the name of the picture. */
  readonly summary: string;
  /** Rows have a name on the vertical axis, columns a number. */
  readonly form: 'rows' | 'columns';
  /** What the horizontal axis counts: days, or a number. */
  readonly across: 'time' | 'count';
  /** Names of the rows, from the top; empty for columns. */
  readonly rows: readonly string[];
  /** What the colors mean; empty where there is one. */
  readonly legend: readonly string[];
  /** The number of the page's color for each of these; null where they are in order. */
  readonly palette: readonly number[] | null;
  readonly marks: readonly Mark[];
  /** Meetings that were not held, as ISO dates. */
  readonly cancelled: readonly string[];
  readonly table: ChartTable;
}

/** A rectangle of a picture. */
export interface Mark {
  /** ISO dates, or numbers. */
  readonly from: string | number;
  readonly to: string | number;
  /** The row; empty in a picture of columns. */
  readonly row: string;
  /** Where a column begins and ends. */
  readonly low: number;
  readonly high: number;
  /** Index of its color. */
  readonly color: number;
  /** How strong the color is, from 0 to 1. */
  readonly strength: number;
  /** What it says. */
  readonly title: string;
  readonly target: Target | null;
}

/** A place in minutes. */
export interface Target {
  readonly id: string;
  readonly offset: number;
}

/** The same as a picture in words and numbers. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** How many rows are left out because the table would be too long to read. */
  readonly leftOut: number;
}

/** What a cell says, and where it leads. */
export type Cell =
  string | number | { readonly text: string | number; readonly target: Target | null };

/** The most marks of a picture: more take too long to draw and can't be distinguished. */
export const mostMarks = 2000;

/** The most rows of a picture and of its table. */
export const mostRows = 60;
const mostTableRows = 400;

/** Returns a table without more rows than are read. */
export function tableOf(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): ChartTable {
  return {
    columns,
    rows: rows.slice(0, mostTableRows),
    leftOut: Math.max(0, rows.length - mostTableRows),
  };
}
