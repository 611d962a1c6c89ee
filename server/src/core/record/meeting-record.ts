import type { TemplateMatch } from '../matching/template-match.ts';
import type { Section } from '../minutes/outline.ts';
import { flattenSections } from '../minutes/outline.ts';
import type { RecordKind } from '../template/refinements.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { mayHoldAction, readActions, type ActionItem, type RecordPart } from './read-actions.ts';
import { readAttendance, type Attendee } from './read-attendance.ts';
import { mayHoldDecision, readDecisions, type Decision } from './read-decisions.ts';

/** What minutes record besides their text. */
export interface MeetingRecord {
  readonly actions: readonly ActionItem[];
  readonly decisions: readonly Decision[];
  readonly attendance: readonly Attendee[];
}

/** Headings of sections that list people, where no template says which do. */
const attendanceHeading =
  /^(?:attendees?|attendance|present|participants?|in attendance|roll call|who was there|teilnehmer(?:innen|\*innen|:innen)?|teilnehmende|anwesend(?:e)?|participants?|présents?|出席者?)\b/iu;

/** Returns what minutes record, by the sections that their template marks, and by what is written plainly elsewhere. */
export function recordOf(text: string, match: TemplateMatch): MeetingRecord {
  const marked = (kind: RecordKind): readonly Section[] =>
    match.sections.filter(({ expected }) => expected.record === kind).map(({ section }) => section);
  const attendance = attendanceSections(match, marked('attendees'));
  const lists = attendance.map(({ range }) => range);
  const actions = marked('actions').map(({ range }) => range);
  const decisions = marked('decisions').map(({ range }) => range);
  return {
    actions:
      actions.length > 0 || mayHoldAction.test(text)
        ? readActions(text, partsOf(text, actions, lists))
        : [],
    decisions:
      decisions.length > 0 || mayHoldDecision.test(text)
        ? readDecisions(text, partsOf(text, decisions, lists))
        : [],
    attendance: readAttendance(
      text,
      attendance.flatMap((section) =>
        flattenSections([section]).map(({ heading, bodyRange }) => ({
          heading: heading.text,
          range: bodyRange,
        })),
      ),
    ),
  };
}

function attendanceSections(
  { outline }: TemplateMatch,
  marked: readonly Section[],
): readonly Section[] {
  if (marked.length > 0) return marked;
  return flattenSections(outline).filter(({ heading }) => attendanceHeading.test(heading.text));
}

/** Splits a text at marked ranges, in order, without what is left out. */
function partsOf(
  text: string,
  marked: readonly OffsetRange[],
  out: readonly OffsetRange[],
): readonly RecordPart[] {
  const cuts = [
    ...marked.map((range) => ({ range, kind: 'marked' as const })),
    ...out.map((range) => ({ range, kind: 'out' as const })),
  ].sort((a, b) => a.range.start - b.range.start);
  const parts: RecordPart[] = [];
  let at = 0;
  for (const { range, kind } of cuts) {
    if (range.start < at) continue;
    parts.push({ range: { start: at, end: range.start }, isMarked: false });
    if (kind === 'marked') parts.push({ range, isMarked: true });
    at = range.end;
  }
  return [...parts, { range: { start: at, end: text.length }, isMarked: false }];
}
