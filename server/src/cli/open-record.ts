import * as l10n from '@vscode/l10n';
import { dateOf } from '../core/matching/minutes-date.ts';
import { recordOf, type MeetingRecord } from '../core/record/meeting-record.ts';
import { createLineIndex } from '../core/text/line-index.ts';
import { claimDocument } from './claim-document.ts';
import { UsageError, type Environment } from './environment.ts';
import { openDocuments } from './open-documents.ts';
import type { Unreadable } from './open-series.ts';
import type { RunOptions } from './run-options.ts';
import { startRun } from './run.ts';

/** A meeting's minutes with what they record. */
export interface RecordedMeeting {
  /** As the user sees it. */
  readonly path: string;
  /** ISO date; null where the minutes have none. */
  readonly date: string | null;
  readonly record: MeetingRecord;
  /** Returns the 1-based line of an offset. */
  readonly lineAt: (offset: number) => number;
}

export interface OpenRecord {
  /** The earliest first, the undated before all. */
  readonly meetings: readonly RecordedMeeting[];
  readonly unreadable: readonly Unreadable[];
}

/**
 * Reads what the minutes of the given paths record.
 * @throws UsageError where no template claims any.
 */
export async function openRecord(
  paths: readonly string[],
  options: Pick<RunOptions, 'template'>,
  environment: Environment,
): Promise<OpenRecord> {
  const outputs = [{ format: 'json' as const, file: null }];
  const run = startRun({ ...options, outputs, profile: 'auto', minSeverity: 'error' }, environment);
  const meetings: RecordedMeeting[] = [];
  const unreadable: Unreadable[] = [];
  for (const opened of await openDocuments(paths, {}, environment, run.note)) {
    if ('reason' in opened) {
      unreadable.push(opened);
      continue;
    }
    const { path, decoded } = opened.document;
    const claimed = claimDocument(opened.document, decoded.text, run.claiming);
    if (claimed.kind !== 'minutes') continue;
    const { minutes, template, fileName } = claimed.input();
    const { text } = minutes;
    const lines = createLineIndex(text);
    meetings.push({
      path,
      date: dateOf(minutes, template, fileName),
      record: recordOf(text, template.matchOf(minutes)),
      lineAt: (offset) => lines.pointAt(offset).line,
    });
  }
  const [failure] = unreadable;
  if (meetings.length === 0 && failure !== undefined) {
    throw new UsageError(`${failure.path}: ${failure.reason}`);
  }
  if (meetings.length === 0) throw new UsageError(l10n.t('no template claims any minutes there'));
  return { meetings: meetings.sort(byDate), unreadable };
}

function byDate(a: RecordedMeeting, b: RecordedMeeting): number {
  const [first, second] = [a, b].map(({ date, path }) => `${date ?? ''} ${path}`);
  return first === second ? 0 : (first ?? '') < (second ?? '') ? -1 : 1;
}
