import { linesIn } from '../matching/field-match.ts';
import { isCancelledAt } from '../matching/cancelled-meeting.ts';
import type { Matcher } from '../matching/matcher.ts';
import { dateOf } from '../matching/minutes-date.ts';
import type { TemplateMatch } from '../matching/template-match.ts';
import { fieldKeys } from '../matching/written-fields.ts';
import { agendaItemsIn } from '../minutes/agenda-items.ts';
import type { Section } from '../minutes/outline.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { tablesIn } from '../minutes/tables-in.ts';
import { recordOf } from '../record/meeting-record.ts';
import { createLineIndex } from '../text/line-index.ts';
import { sliceRange } from '../text/offset-range.ts';

/** A meeting as data, as `docs/schemas/export.schema.json` describes it; lines count from 1. */
export interface MeetingData {
  /** ISO date; null where the minutes have none. */
  readonly date: string | null;
  /** The name of the template. */
  readonly kind: string;
  readonly title: string | null;
  readonly cancelled: boolean;
  readonly fields: readonly { name: string; value: string; line: number }[];
  readonly attendance: readonly {
    name: string;
    presence: 'present' | 'absent' | 'guest';
    note: string | null;
    line: number;
  }[];
  readonly agenda: readonly { text: string; line: number }[];
  readonly sections: readonly SectionData[];
  readonly teams: readonly TeamData[];
  readonly tables: readonly TableData[];
  readonly actions: readonly {
    text: string;
    owners: readonly string[];
    due: string | null;
    done: boolean;
    line: number;
  }[];
  readonly decisions: readonly { text: string; line: number }[];
}

/** A section with its own text, without that of the sections below it. */
export interface SectionData {
  readonly heading: string;
  readonly level: number;
  /** What the template calls it; null where it has no such section. */
  readonly name: string | null;
  /** Markdown. */
  readonly text: string;
  readonly line: number;
}

/** A team that reports. */
export interface TeamData {
  readonly name: string;
  readonly status: string | null;
  readonly leads: readonly string[];
  /** Markdown, with the headings in it. */
  readonly update: string;
  readonly line: number;
}

/** A table with the text of its cells. */
export interface TableData {
  /** Heading of the section that it is in; null where it is above all headings. */
  readonly section: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly line: number;
}

/** Returns what minutes say, as data. */
export function readMeetingData(
  minutes: Minutes,
  template: Matcher,
  fileName: string | null,
): MeetingData {
  const { text, headings } = minutes;
  const lines = createLineIndex(text);
  const lineAt = (offset: number): number => lines.pointAt(offset).line;
  const match = template.matchOf(minutes);
  const date = dateOf(minutes, template, fileName);
  const record = recordOf(text, headings, template, date);
  return {
    date,
    kind: template.name,
    title: headings.find(({ depth }) => depth === 1)?.text ?? null,
    cancelled: isCancelledAt(minutes, template, fileName),
    fields: fieldsOf(minutes, template, lineAt),
    attendance: record.attendance.map(({ name, presence, note, range }) => ({
      name,
      presence,
      note,
      line: lineAt(range.start),
    })),
    agenda: agendaOf(minutes, match, lineAt),
    sections: sectionsOf(text, match, lineAt),
    teams: match.teams.map(({ section, team }) => ({
      name: team.team,
      status: team.status,
      leads: team.leads,
      update: sliceRange(text, { start: section.heading.range.end, end: section.range.end }).trim(),
      line: lineAt(section.range.start),
    })),
    tables: tablesOf(minutes, lineAt),
    actions: record.actions.map(({ text: action, owners, due, done, range }) => ({
      text: action,
      owners: owners.map(({ name }) => name),
      due,
      done,
      line: lineAt(range.start),
    })),
    decisions: record.decisions.map(({ text: decision, range }) => ({
      text: decision,
      line: lineAt(range.start),
    })),
  };
}

type LineAt = (offset: number) => number;

function fieldsOf(minutes: Minutes, template: Matcher, lineAt: LineAt): MeetingData['fields'] {
  const { keys } = fieldKeys(template);
  if (keys.size === 0) return [];
  const whole = { start: 0, end: minutes.text.length };
  return linesIn(minutes, whole).flatMap(({ label, range }) =>
    label !== null && keys.has(label.key)
      ? [{ name: label.name, value: label.value, line: lineAt(range.start) }]
      : [],
  );
}

function agendaOf(
  minutes: Minutes,
  { sections }: TemplateMatch,
  lineAt: LineAt,
): MeetingData['agenda'] {
  const agenda =
    sections.find(({ expected }) => expected.agendaItems !== null) ??
    sections.find(({ section }) => agendaHeading.test(section.heading.text));
  const items = agenda === undefined ? null : agendaItemsIn(minutes, agenda.section.bodyRange);
  return (items ?? []).map(({ text, range }) => ({ text, line: lineAt(range.start) }));
}

/** Names of an agenda where the template’s has no items. */
const agendaHeading = /^\W*(?:agenda|tagesordnung|ordre du jour|議題)\W*$/iu;

function sectionsOf(text: string, match: TemplateMatch, lineAt: LineAt): readonly SectionData[] {
  const names = new Map(
    [...match.sections, ...match.teams].map(({ section, expected }) => [section, expected.name]),
  );
  const dataOf = (section: Section): SectionData => ({
    heading: section.heading.text,
    level: section.depth,
    name: names.get(section) ?? null,
    text: sliceRange(text, section.bodyRange).trim(),
    line: lineAt(section.range.start),
  });
  const all = (section: Section): SectionData[] => [
    dataOf(section),
    ...section.children.flatMap(all),
  ];
  return match.outline.flatMap(all);
}

function tablesOf(minutes: Minutes, lineAt: LineAt): readonly TableData[] {
  return tablesIn(minutes, { start: 0, end: minutes.text.length }).map(
    ({ range, header, rows }) => ({
      section:
        minutes.headings.findLast((heading) => heading.range.start < range.start)?.text ?? null,
      columns: header.cells.map(({ text }) => text),
      rows: rows.map(({ cells }) => cells.map(({ text }) => text)),
      line: lineAt(range.start),
    }),
  );
}
