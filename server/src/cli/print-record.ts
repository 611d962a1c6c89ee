import { trackActions, type TrackedAction } from '../core/record/track-actions.ts';
import { normalizeText } from '../core/text/normalize-text.ts';
import type { Environment } from './environment.ts';
import { openRecord, type OpenRecord, type RecordedMeeting } from './open-record.ts';
import { printTable, type TableFormat, type TableRow } from './print-table.ts';
import { printableLine } from './printable-text.ts';

/** The options of the commands that print what minutes record. */
export interface RecordOptions {
  readonly template?: string;
  readonly format: TableFormat;
}

/** The options of `minutes actions`. */
export interface ActionsOptions extends RecordOptions {
  readonly open?: true;
  readonly overdue?: true;
  readonly owner?: string;
}

/** Prints the actions of a series, each as it was last mentioned, and returns the exit code. */
export async function printActions(
  paths: readonly string[],
  options: ActionsOptions,
  environment: Environment,
): Promise<number> {
  const opened = await openRecord(paths, options, environment);
  const tracked = trackActions(
    opened.meetings.map((meeting) => ({ meeting, actions: meeting.record.actions })),
  );
  const rows = tracked
    .filter((action) => isAsked(action, options, environment.today))
    .map(rowOfAction);
  return finish('actions', rows, options, opened, environment);
}

function isAsked(
  { last, due }: TrackedAction<RecordedMeeting>,
  { open, overdue, owner }: ActionsOptions,
  today: string,
): boolean {
  if ((open === true || overdue === true) && last.done) return false;
  if (overdue === true && (due === null || due >= today)) return false;
  return owner === undefined || last.owners.some(({ key }) => key === normalizeText(owner));
}

function rowOfAction({ mentions, last, due }: TrackedAction<RecordedMeeting>): TableRow {
  const latest = mentions.at(-1)?.meeting;
  return {
    since: mentions[0]?.meeting.date ?? null,
    state: last.done ? 'done' : 'open',
    owner: last.owners.map(({ name }) => name).join(', '),
    due,
    action: last.text,
    path: latest?.path ?? null,
    line: latest?.lineAt(last.range.start) ?? null,
  };
}

/** Prints the decisions of a series, the earliest first, and returns the exit code. */
export async function printDecisions(
  paths: readonly string[],
  options: RecordOptions,
  environment: Environment,
): Promise<number> {
  const opened = await openRecord(paths, options, environment);
  const rows = opened.meetings.flatMap(({ date, path, record, lineAt }) =>
    record.decisions.map(({ text, range }): TableRow => ({
      date,
      decision: text,
      path,
      line: lineAt(range.start),
    })),
  );
  return finish('decisions', rows, options, opened, environment);
}

/** Prints who was at which meeting, the earliest first, and returns the exit code. */
export async function printAttendance(
  paths: readonly string[],
  options: RecordOptions,
  environment: Environment,
): Promise<number> {
  const opened = await openRecord(paths, options, environment);
  const rows = opened.meetings.flatMap(({ date, path, record, lineAt }) =>
    record.attendance.map(({ name, presence, note, range }): TableRow => ({
      date,
      person: name,
      presence,
      note,
      path,
      line: lineAt(range.start),
    })),
  );
  return finish('attendance', rows, options, opened, environment);
}

function finish(
  name: string,
  rows: readonly TableRow[],
  { format }: RecordOptions,
  { unreadable }: OpenRecord,
  { output, errors }: Environment,
): number {
  output.write(printTable(name, rows, format));
  for (const { path, reason } of unreadable) {
    errors.write(`minutes: ${printableLine(path)}: ${printableLine(reason)}\n`);
  }
  return unreadable.length === 0 ? 0 : 2;
}
