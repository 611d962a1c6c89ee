import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { pipeLinesIn } from '../minutes/pipe-lines.ts';
import { readMinutes, type Minutes } from '../minutes/read-minutes.ts';
import { cellSources } from '../minutes/row-text.ts';
import type { Table, TableRow } from '../minutes/table.ts';
import { tablesIn } from '../minutes/tables-in.ts';
import type { Section } from '../minutes/outline.ts';
import { resembles } from '../text/closest.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { firstLine } from '../text/split-lines.ts';
import type { TemplateMatch } from './template-match.ts';
import type { TemplateSection, TemplateTable } from '../template/template-section.ts';

/** A table that the template requires in a section, with what the minutes have of it. */
export interface RequiredTable {
  readonly expected: TemplateSection;
  readonly required: TemplateTable;
  readonly section: Section;
  /** The table that stands for it. */
  readonly table: Table | null;
}

/** Returns the tables that the template requires in the sections that the minutes have. */
export function requiredTables(minutes: Minutes, match: TemplateMatch): readonly RequiredTable[] {
  const sections = match.sections.filter(
    ({ expected, kind }) => expected.table !== null && kind !== 'duplicate',
  );
  const teams = match.teams.filter(({ expected }) => expected.table !== null);
  return [...sections, ...teams].flatMap(({ expected, section }): RequiredTable[] => {
    const required = expected.table;
    if (required === null) return [];
    return [{ expected, required, section, table: findTable(minutes, section, required) }];
  });
}

/** Returns the lines that would be an absent table with a header and a fitting delimiter row. */
export function linesOfTable(
  { required, section, table }: RequiredTable,
  minutes: Minutes,
): readonly TableRow[] | null {
  if (table !== null) return null;
  const lines = pipeLinesIn(minutes, section.bodyRange);
  return lines.find((rows) => isMeant(rows, required)) ?? null;
}

/** Returns whether a place has a required table, or the lines of one. */
export function holdsTable(
  minutes: Minutes,
  place: Pick<Section, 'range' | 'bodyRange'>,
  required: TemplateTable,
): boolean {
  return (
    findTable(minutes, place, required) !== null ||
    pipeLinesIn(minutes, place.bodyRange).some((rows) => isMeant(rows, required))
  );
}

/** Returns the normalized first cells of lines that a blank line or a comment cuts off a table. */
export function detachedNames({ section }: RequiredTable, minutes: Minutes): ReadonlySet<string> {
  const rows = pipeLinesIn(minutes, section.bodyRange).flat();
  return new Set(rows.map(({ cells }) => normalizeText(cells[0]?.text ?? '')));
}

/** Returns the template's own table, with offsets in its text. */
export function templateTable({ text }: TemplateTable): Table | null {
  return tablesIn(readMinutes(parseMarkdown(text)), { start: 0, end: text.length })[0] ?? null;
}

/** A header that the template allows. */
export interface AllowedHeader {
  readonly names: readonly string[];
  /** The names as the template writes them, with their markup. */
  readonly sources: readonly string[];
}

/** Returns the header of the template's own table. */
export function ownHeader({ header, text }: TemplateTable): AllowedHeader {
  const sources = cellSources(firstLine(text));
  return { names: header, sources: sources.length === header.length ? sources : header };
}

/** Returns the headers that the template allows, its own first. */
export function allowedHeaders(required: TemplateTable): readonly AllowedHeader[] {
  const others = required.otherHeaders.map((names) => ({ names, sources: names }));
  return [ownHeader(required), ...others];
}

/** Returns whether cells are a header that the template allows. */
export function isHeader(cells: readonly string[], required: TemplateTable): boolean {
  return [required.header, ...required.otherHeaders].some(
    (header) =>
      header.length === cells.length &&
      header.every((text, index) => normalizeText(text) === normalizeText(cells[index] ?? '')),
  );
}

/** Returns whether a text names a horizon of the template. */
export function isHorizon(text: string, { horizons }: TemplateTable): boolean {
  const normalized = normalizeText(text);
  return horizons.some((horizon) => normalizeText(horizon) === normalized);
}

/** Returns whether each column can be taken for the template's at the same place. */
export function hasColumns({ header }: Table, required: TemplateTable): boolean {
  const cells = header.cells.map(({ text }) => text);
  if (isHeader(cells, required)) return true;
  return cells.length === required.header.length && !isOtherOrder(cells, required);
}

/** Returns whether a cell is in another column than the template's header of that text. */
function isOtherOrder(cells: readonly string[], { header }: TemplateTable): boolean {
  const names = header.map(normalizeText);
  return cells.some((cell, index) => {
    const place = names.indexOf(normalizeText(cell));
    return place !== -1 && place !== index;
  });
}

/** Finds the table by its header, by a horizon, or by the look of its header; in the body, else below it. */
function findTable(
  minutes: Minutes,
  section: Pick<Section, 'range' | 'bodyRange'>,
  required: TemplateTable,
): Table | null {
  const own = tablesIn(minutes, section.bodyRange);
  const found =
    own.find((table) => hasHeader(table, required)) ??
    own.find(({ rows }) => rows.some(({ cells }) => isHorizon(cells[0]?.text ?? '', required))) ??
    own.find((table) => hasSimilarHeader(table, required));
  if (found !== undefined) return found;
  const below = tablesIn(minutes, section.range).find((table) => hasHeader(table, required));
  return below ?? null;
}

function hasHeader({ header }: Table, required: TemplateTable): boolean {
  return isHeader(
    header.cells.map(({ text }) => text),
    required,
  );
}

function hasSimilarHeader({ header }: Table, required: TemplateTable): boolean {
  if (required.horizons.length === 0) return true;
  return header.cells.some(({ text }) => required.header.some((name) => resembles(name, text)));
}

function isMeant(rows: readonly TableRow[], required: TemplateTable): boolean {
  return rows.some(
    ({ cells }) =>
      isHeader(
        cells.map(({ text }) => text),
        required,
      ) ||
      (cells.length > 1 && isHorizon(cells[0]?.text ?? '', required)),
  );
}
