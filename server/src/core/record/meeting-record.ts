import { actionsHeading } from './action-lists.ts';
import type { RecordKind } from '../template/refinements.ts';
import { isAttendanceHeading, labelsPeople } from './attendance-heading.ts';
import type { Template } from '../template/template.ts';
import { once } from '../text/cached.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { dueReader } from './due-day.ts';
import { mayHoldAction, readActions, type ActionItem, type RecordPart } from './read-actions.ts';
import { readAttendance, type Attendee } from './read-attendance.ts';
import {
  decisionsHeading,
  mayHoldDecision,
  readDecisions,
  type Decision,
} from './read-decisions.ts';
import {
  headedParts,
  sectionsOfKind,
  type HeadedPart,
  type RecordHeading,
} from './record-parts.ts';
import { lineShapes, type LineShapes } from './shaped-line.ts';

/** What minutes record besides their text. */
export interface MeetingRecord {
  readonly actions: readonly ActionItem[];
  readonly decisions: readonly Decision[];
  readonly attendance: readonly Attendee[];
}

/** Headings of sections that keep a record, where no template marks any. */
const headings = { actions: actionsHeading, decisions: decisionsHeading };

/** The record of minutes that keep none. */
export const emptyRecord: MeetingRecord = { actions: [], decisions: [], attendance: [] };

/**
 * Returns what minutes of an ISO date record, by the sections that their template marks, and by what is written plainly elsewhere.
 * From their date the days count that they name without a year.
 */
export function recordOf(
  text: string,
  headings: readonly RecordHeading[],
  template: Template,
  date: string | null,
): MeetingRecord {
  return new WrittenRecord(text, headings, template, date);
}

/** A record whose parts are each read when asked for: most rules ask for one of them. */
class WrittenRecord implements MeetingRecord {
  readonly #text: string;
  readonly #template: Template;
  readonly #date: string | null;
  readonly #parts: () => readonly HeadedPart[];
  readonly #lists: () => readonly HeadedPart[];
  #actions: readonly ActionItem[] | null = null;
  #decisions: readonly Decision[] | null = null;
  #attendance: readonly Attendee[] | null = null;

  constructor(
    text: string,
    headings: readonly RecordHeading[],
    template: Template,
    date: string | null,
  ) {
    this.#text = text;
    this.#template = template;
    this.#date = date;
    this.#parts = once(() => headedParts(text, headings));
    this.#lists = once(() =>
      mayListPeople(headings, template) ? attendanceParts(this.#parts(), template) : [],
    );
  }

  get actions(): readonly ActionItem[] {
    const shapes = lineShapes('actions', this.#template);
    return (this.#actions ??= this.#mayHold('actions', mayHoldAction, shapes)
      ? readActions(this.#text, this.#partsOf('actions', 'decisions'), {
          shapes,
          readDue: dueReader(this.#date, this.#template.options.placeholders.locale),
        })
      : []);
  }

  get decisions(): readonly Decision[] {
    const shapes = lineShapes('decisions', this.#template);
    return (this.#decisions ??= this.#mayHold('decisions', mayHoldDecision, shapes)
      ? readDecisions(this.#text, this.#partsOf('decisions', 'actions'), shapes)
      : []);
  }

  get attendance(): readonly Attendee[] {
    return (this.#attendance ??= this.#readAttendance());
  }

  #mayHold(
    kind: RecordKind,
    mayHoldPlainly: (text: string) => boolean,
    shapes: LineShapes,
  ): boolean {
    return (
      mayHoldPlainly(this.#text) || shapes.mayBeIn(this.#text) || this.#sectionsOf(kind).length > 0
    );
  }

  #partsOf(kind: 'actions' | 'decisions', other: RecordKind): readonly RecordPart[] {
    const lists = this.#lists().map(({ section }) => section);
    const marked = this.#sectionsOf(kind);
    const headed = marked.length === 0 ? this.#headedBy(headings[kind]) : [];
    return partsOf(this.#text, marked, headed, [...this.#sectionsOf(other), ...lists]);
  }

  #headedBy(heading: RegExp): readonly OffsetRange[] {
    return this.#parts().flatMap(({ text, body }) =>
      heading.test(text.replace(/[\s:]+$/, '')) ? [body] : [],
    );
  }

  #sectionsOf(kind: RecordKind): readonly OffsetRange[] {
    return sectionsOfKind(kind, this.#parts, this.#template).map(({ range }) => range);
  }

  #readAttendance(): readonly Attendee[] {
    const lists = this.#lists();
    if (lists.length === 0) return this.#labeledAttendance();
    return readAttendance(
      this.#text,
      this.#parts()
        .filter(({ line }) =>
          lists.some(({ section: { start, end } }) => start <= line.end && line.end <= end),
        )
        .map(({ text: heading, body }) => ({ heading, range: body })),
    );
  }

  /** Reads labels such as `Present: Ada, Bo` in the text before the second heading. */
  #labeledAttendance(): readonly Attendee[] {
    const [title, next] = this.#parts();
    const end = next?.line.start ?? this.#text.length;
    if (!labelsPeople(this.#text.slice(0, end))) return [];
    const start = title?.line ?? { start: end, end };
    return readAttendance(
      this.#text,
      [
        { start: 0, end: start.start },
        { start: start.end, end },
      ].map((range) => ({ heading: '', range, isLabeled: true })),
    );
  }
}

/** Returns quickly whether it is worth looking for sections that list people. */
function mayListPeople(headings: readonly RecordHeading[], { recordSections }: Template): boolean {
  return (
    recordSections.some(({ record }) => record === 'attendees') ||
    headings.some(({ text }) => isAttendanceHeading(text))
  );
}

/** Returns the topmost sections that list people. */
function attendanceParts(parts: readonly HeadedPart[], template: Template): readonly HeadedPart[] {
  const marked = sectionsOfKind('attendees', () => parts, template).map(
    ({ heading }) => heading.start,
  );
  const all = parts.filter(({ text, line }) =>
    marked.length > 0 ? marked.includes(line.start) : isAttendanceHeading(text),
  );
  return all.filter(
    ({ line }) =>
      !all.some(({ section }) => section.start < line.start && line.start < section.end),
  );
}

/** Splits a text at marked and headed ranges, in order, without what is left out. */
function partsOf(
  text: string,
  marked: readonly OffsetRange[],
  headed: readonly OffsetRange[],
  out: readonly OffsetRange[],
): readonly RecordPart[] {
  const cuts = [
    ...marked.map((range) => ({ range, kind: 'marked' as const })),
    ...headed.map((range) => ({ range, kind: 'headed' as const })),
    ...out.map((range) => ({ range, kind: 'out' as const })),
  ].sort((a, b) => a.range.start - b.range.start);
  const parts: RecordPart[] = [];
  let at = 0;
  for (const { range, kind } of cuts) {
    if (range.start < at) continue;
    parts.push(plainPart(at, range.start));
    if (kind !== 'out')
      parts.push({ range, isMarked: kind === 'marked', isHeaded: kind === 'headed' });
    at = range.end;
  }
  return [...parts, plainPart(at, text.length)];
}

function plainPart(start: number, end: number): RecordPart {
  return { range: { start, end }, isMarked: false, isHeaded: false };
}
