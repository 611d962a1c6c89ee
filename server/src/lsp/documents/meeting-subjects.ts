import { placedMeetings } from '../../core/matching/placed-meetings.ts';
import { dateOf } from '../../core/matching/minutes-date.ts';
import { meetingId } from '../../core/meetings/index-file.ts';
import { seriesAround } from '../../core/meetings/series.ts';
import { cachedByObject } from '../../core/text/cached.ts';
import type { OffsetRange } from '../../core/text/offset-range.ts';
import { normalizeUri } from './document-uri.ts';
import type { MinutesSubject, Snapshot } from './take-snapshot.ts';

/** Minutes of one meeting in a document, whose places are those of the document. */
export interface MeetingSubject extends MinutesSubject {
  /** What the index of the series calls the minutes. */
  readonly id: string;
  /** Where they are in the document. */
  readonly range: OffsetRange;
  /** Whether the document holds the minutes of many meetings, and these are of one. */
  readonly isOfMany: boolean;
}

/** Returns the meetings of a document in their order, what is before the first of many among them; none where nothing is checked as minutes. */
export function meetingsIn(snapshot: Snapshot): readonly MeetingSubject[] {
  return meetingsOf(snapshot);
}

/** Returns the meeting of a document that an offset is in; null where nothing is checked as minutes. */
export function meetingAt(snapshot: Snapshot, offset: number): MeetingSubject | null {
  return meetingsIn(snapshot).findLast(({ range }) => range.start <= offset) ?? null;
}

const meetingsOf = cachedByObject(({ uri, subject }: Snapshot): readonly MeetingSubject[] => {
  if (subject?.kind !== 'minutes') return [];
  const { input } = subject;
  const file = normalizeUri(uri);
  const placed = placedMeetings(input.minutes, input.template);
  const [only] = placed;
  if (only?.minutes === input.minutes) {
    return [{ ...subject, id: file, range: only.range, isOfMany: false }];
  }
  return placed.map(({ minutes, template, range, isOfMany }): MeetingSubject => {
    const id = isOfMany ? meetingId(file, range.start) : file;
    const date = dateOf(minutes, template, null);
    const series = seriesAround(input.history.series, id, date);
    const own = { ...input, minutes, template, fileName: null };
    return {
      ...subject,
      id,
      range,
      isOfMany,
      input: { ...own, history: { ...input.history, series, baselines: [], removals: [] } },
    };
  });
});
