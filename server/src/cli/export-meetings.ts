import * as l10n from '@vscode/l10n';
import { readMeetingData, type MeetingData } from '../core/meetings/meeting-data.ts';
import { normalizeText } from '../core/text/normalize-text.ts';
import { claimDocument } from './claim-document.ts';
import { UsageError, type Environment } from './environment.ts';
import { openDocuments } from './open-documents.ts';
import { printTable, type TableRow } from './print-table.ts';
import { printableJson } from './printable-text.ts';
import type { RunOptions } from './run-options.ts';
import { startRun } from './run.ts';

/** The options of `minutes export`. */
export interface ExportOptions extends Pick<RunOptions, 'template' | 'exclude' | 'ignore'> {
  readonly format: 'json' | 'csv';
  /** The section whose tables are exported as CSV. */
  readonly table?: string;
}

/** A meeting with the path of its minutes. */
type ExportedMeeting = { readonly path: string } & MeetingData;

/**
 * Prints minutes as data, the earliest first, and returns the exit code.
 * @throws UsageError where no template claims any, or it is unclear which table is meant.
 */
export async function exportMeetings(
  paths: readonly string[],
  { format, table, ...options }: ExportOptions,
  environment: Environment,
): Promise<number> {
  const outputs = [{ format: 'json' as const, file: null }];
  const run = startRun({ ...options, outputs, profile: 'auto' }, environment);
  const meetings = (await openDocuments(paths, options, environment, run.note))
    .flatMap((opened): ExportedMeeting[] => {
      if ('reason' in opened) {
        run.fail(opened.path, opened.reason);
        return [];
      }
      const { document } = opened;
      const claimed = claimDocument(document, document.decoded.text, run.claiming);
      if (claimed.kind !== 'minutes') return [];
      const { minutes, template, fileName } = claimed.input();
      return [{ path: document.path, ...readMeetingData(minutes, template, fileName) }];
    })
    .sort(byDate);
  if (meetings.length === 0 && !run.hasFailed()) {
    throw new UsageError(l10n.t('no template claims any minutes there'));
  }
  environment.output.write(
    format === 'json'
      ? `${printableJson({ version: 1, meetings })}\n`
      : printTable('rows', rowsOf(meetings, table), 'csv'),
  );
  return run.hasFailed() ? 2 : 0;
}

function byDate(a: ExportedMeeting, b: ExportedMeeting): number {
  const [first, second] = [a, b].map(({ date, path }) => `${date ?? ''} ${path}`);
  return first === second ? 0 : (first ?? '') < (second ?? '') ? -1 : 1;
}

interface TableOfMeeting {
  readonly meeting: ExportedMeeting;
  readonly table: MeetingData['tables'][number];
}

/** Returns the rows of all tables of a section, with all columns that any of them has. */
function rowsOf(meetings: readonly ExportedMeeting[], section?: string): readonly TableRow[] {
  const all = meetings.flatMap((meeting) =>
    meeting.tables.map((table): TableOfMeeting => ({ meeting, table })),
  );
  const chosen = chooseTables(all, section);
  const columns = [...new Set(chosen.flatMap(({ table }) => table.columns.map(columnName)))];
  return chosen.flatMap(({ meeting: { date, path }, table }) =>
    table.rows.map((row): TableRow => {
      const cells = new Map(
        table.columns.map((column, index) => [columnName(column), row[index] ?? '']),
      );
      const own = columns.map((column) => [column, cells.get(column) ?? ''] as const);
      return { date, path, ...Object.fromEntries(own) };
    }),
  );
}

/** Two columns of the rows are the program's own. */
function columnName(column: string): string {
  return column === 'date' || column === 'path' ? `${column} (table)` : column;
}

function chooseTables(
  all: readonly TableOfMeeting[],
  section: string | undefined,
): readonly TableOfMeeting[] {
  const names = new Map(
    all.map(({ table }) => [normalizeText(table.section ?? ''), table.section ?? '']),
  );
  const wanted = section === undefined && names.size === 1 ? [...names.keys()][0] : section;
  const chosen = all.filter(
    ({ table }) =>
      wanted !== undefined && normalizeText(table.section ?? '') === normalizeText(wanted),
  );
  if (chosen.length > 0) return chosen;
  const known = [...names.values()].map((name) => `“${name}”`).join(', ');
  throw new UsageError(
    names.size === 0
      ? l10n.t('there are no tables in the minutes')
      : l10n.t('choose a section with --table; there are tables in {0}', known),
  );
}
