import type { Template } from '../template/template.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { mayHoldAction, readActions, type ActionItem, type RecordPart } from './read-actions.ts';
import { readAttendance, type Attendee } from './read-attendance.ts';
import { mayHoldDecision, readDecisions, type Decision } from './read-decisions.ts';
import {
  headedParts,
  sectionsOfKind,
  type HeadedPart,
  type RecordHeading,
} from './record-parts.ts';
import { lineShapes } from './shaped-line.ts';

/** What minutes record besides their text. */
export interface MeetingRecord {
  readonly actions: readonly ActionItem[];
  readonly decisions: readonly Decision[];
  readonly attendance: readonly Attendee[];
}

/** The record of minutes that keep none. */
export const emptyRecord: MeetingRecord = { actions: [], decisions: [], attendance: [] };

/** Headings of sections that list people, where no template says which do. */
const attendanceHeading =
  /^(?:attendees?|attendance|present|participants?|in attendance|roll call|who was there|teilnehmer(?:innen|\*innen|:innen)?|teilnehmende|anwesend(?:e)?|participants?|présents?|出席者?)\b/iu;

/** Returns what minutes record, by the sections that their template marks, and by what is written plainly elsewhere. */
export function recordOf(
  text: string,
  headings: readonly RecordHeading[],
  template: Template,
): MeetingRecord {
  const parts = headedParts(text, headings);
  const attendance = attendanceParts(parts, template);
  const lists = attendance.map(({ section }) => section);
  const [actions, decisions] = (['actions', 'decisions'] as const).map((kind) =>
    sectionsOfKind(kind, parts, template).map(({ range }) => range),
  );
  const actionShapes = lineShapes('actions', template);
  const decisionShapes = lineShapes('decisions', template);
  const hasActions =
    (actions?.length ?? 0) > 0 || mayHoldAction.test(text) || actionShapes.mayBeIn(text);
  const hasDecisions =
    (decisions?.length ?? 0) > 0 || mayHoldDecision.test(text) || decisionShapes.mayBeIn(text);
  return {
    actions: hasActions
      ? readActions(
          text,
          partsOf(text, actions ?? [], [...(decisions ?? []), ...lists]),
          actionShapes,
        )
      : [],
    decisions: hasDecisions
      ? readDecisions(
          text,
          partsOf(text, decisions ?? [], [...(actions ?? []), ...lists]),
          decisionShapes,
        )
      : [],
    attendance: readAttendance(
      text,
      parts
        .filter(({ line }) => lists.some(({ start, end }) => start <= line.end && line.end <= end))
        .map(({ text: heading, body }) => ({ heading, range: body })),
    ),
  };
}

/** Returns the topmost sections that list people. */
function attendanceParts(parts: readonly HeadedPart[], template: Template): readonly HeadedPart[] {
  const marked = sectionsOfKind('attendees', parts, template).map(({ heading }) => heading.start);
  const all = parts.filter(({ text, line }) =>
    marked.length > 0 ? marked.includes(line.start) : attendanceHeading.test(text),
  );
  return all.filter(
    ({ line }) =>
      !all.some(({ section }) => section.start < line.start && line.start < section.end),
  );
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
