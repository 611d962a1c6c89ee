import type { IndexedMinutes } from '../../core/meetings/indexed-minutes.ts';
import { meetingId } from '../../core/meetings/index-file.ts';
import { scanMinutes, type ScannedTeam } from '../../core/meetings/scan-minutes.ts';
import { templateOfMany } from '../../core/matching/meetings-in-file.ts';
import type { Matcher } from '../../core/matching/matcher.ts';
import { placedMeetings, type PlacedMeeting } from '../../core/matching/placed-meetings.ts';
import { parseMarkdown } from '../../core/markdown/parse-markdown.ts';
import { readMinutes } from '../../core/minutes/read-minutes.ts';
import { createLineIndex } from '../../core/text/line-index.ts';
import { shiftRange } from '../../core/text/offset-range.ts';
import type { TextEdit } from '../../core/text/text-edit.ts';
import type { PositionedText } from '../convert.ts';
import { pathOf } from './document-uri.ts';
import { textOf } from './open-documents.ts';
import type { Session } from '../session.ts';

/** What finds minutes of the index again in the text that their file has by now. */
export type MinutesPlace = Pick<IndexedMinutes, 'id' | 'file' | 'title'>;

/** Minutes of the series as they are at this moment, of which the index may not know yet. */
export interface CurrentMinutes {
  /** As the client writes it. */
  readonly uri: string;
  /** Null for a file that is not open. */
  readonly version: number | null;
  /** The whole file. */
  readonly document: PositionedText;
  /** The template of these minutes. */
  readonly template: Matcher;
  readonly teams: readonly ScannedTeam[];
  /** The text of these minutes alone. */
  readonly text: string;
  /** Path of the file whose name counts for these minutes; null where its meetings are dated by their headings. */
  readonly fileName: string | null;
  /** Returns an edit of the text alone as one of the document. */
  readonly inDocument: (edit: TextEdit) => TextEdit;
}

/** Reads minutes of the index again; null where they have gone in the meantime. */
export async function currentMinutes(
  place: MinutesPlace,
  session: Session,
): Promise<CurrentMinutes | null> {
  const { file } = place;
  const template = session.series.templateOf(file);
  const text = await textOf(file, session);
  if (text === null || template === null) return null;
  const open = session.documents.get(file);
  const document = { text, lines: createLineIndex(text) };
  const whole = { uri: open?.uri ?? file, version: open?.version ?? null, document };
  if (templateOfMany(template) === null) {
    const fileName = pathOf(file);
    const { teams } = scanMinutes(text, fileName, template);
    return { ...whole, template, teams, text, fileName, inDocument: (edit) => edit };
  }
  const meeting = meetingAt(place, text, template);
  if (meeting === null) return null;
  const { start } = meeting.range;
  return {
    ...whole,
    template: meeting.template,
    teams: scanMinutes(meeting.minutes.text, null, meeting.template).teams,
    text: meeting.minutes.text.slice(start),
    fileName: null,
    inDocument: (edit) => ({ ...edit, range: shiftRange(edit.range, start) }),
  };
}

/** Finds one of many meetings by its place, else by its heading. */
function meetingAt(
  { id, file, title }: MinutesPlace,
  text: string,
  template: Matcher,
): PlacedMeeting | null {
  const same = placedMeetings(readMinutes(parseMarkdown(text)), template).filter(
    ({ minutes, isOfMany }) => isOfMany && minutes.headings[0]?.text === title,
  );
  return same.find(({ range }) => meetingId(file, range.start) === id) ?? same[0] ?? null;
}
