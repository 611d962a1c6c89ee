import { DiagnosticSeverity } from 'vscode-languageserver';
import type { IndexedMinutes } from '../../core/meetings/indexed-minutes.ts';
import { seriesMeetingsRequest, type SeriesMeeting } from '../../protocol/series-meetings.ts';
import type { Series } from '../../core/meetings/series.ts';
import { fileNameOf } from '../documents/document-uri.ts';
import { diagnosticsOf } from '../series/meeting-diagnostics.ts';
import type { Session } from '../session.ts';
import type { WorkspaceCheck } from '../workspace-check.ts';

/** Findings in older minutes are rarely repaired, and not worth counting in the list. */
const checkedMeetings = 40;

/** Answers with the meetings of the series that minutes belong to, the newest first. */
export function handleSeriesMeetings(session: Session, check: WorkspaceCheck): void {
  const { connection, series, snapshots } = session;
  connection.onRequest(seriesMeetingsRequest, async ({ uri }, token) => {
    const snapshot = await snapshots.of(uri);
    if (snapshot?.subject?.kind !== 'minutes') return null;
    const { source, input } = snapshot.subject;
    await series.complete();
    const own = series.of(source);
    const newestFirst = [...own.minutes].reverse();
    const meetings: SeriesMeeting[] = [];
    for (const [index, minutes] of newestFirst.entries()) {
      if (token.isCancellationRequested) return null;
      const findingCount =
        index < checkedMeetings ? await countFindings(minutes, own, check) : null;
      meetings.push(toMeeting(minutes, input.today, findingCount));
    }
    return { name: source.template.name, meetings };
  });
}

async function countFindings(
  minutes: IndexedMinutes,
  series: Series,
  check: WorkspaceCheck,
): Promise<number> {
  const diagnostics = await diagnosticsOf(minutes, series, check);
  return diagnostics.filter(({ severity }) => severity !== DiagnosticSeverity.Hint).length;
}

function toMeeting(
  { file, firstLine, title, date, cancelled }: IndexedMinutes,
  today: string,
  findingCount: number | null,
): SeriesMeeting {
  const isAhead = date !== null && date >= today;
  return {
    uri: file,
    start: { line: firstLine, character: 0 },
    title: title ?? fileNameOf(file),
    date,
    state: cancelled ? 'cancelled' : isAhead ? 'draft' : 'held',
    findingCount,
  };
}
