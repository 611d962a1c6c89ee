import { readLabel } from '../minutes/label.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { attendanceHeading } from './attendance-heading.ts';
import { personNamed, type NamedPerson } from './named-person.ts';
import { writtenLinesIn, type WrittenLine } from './written-lines.ts';

/** A person whom minutes list, and whether they came. */
export interface Attendee extends NamedPerson {
  readonly presence: 'present' | 'absent' | 'guest';
  /** What follows the name: an organization or a note; null where nothing does. */
  readonly note: string | null;
  readonly range: OffsetRange;
}

/** A section that lists people, with the heading that says who they are. */
export interface AttendancePart {
  readonly heading: string;
  readonly range: OffsetRange;
  /** Only what a label such as `Present:` says, or the list below one, are people. */
  readonly isLabeled?: true;
}

const apart: Readonly<Record<'absent' | 'guest', RegExp>> = {
  absent:
    /^(?:regrets?|apolog(?:y|ies)|absent|absences|excused|not (?:attending|present)|entschuldigt|abwesend|afwezig(?:en)?|ausentes?|assenti|excus[ée]e?s?|absents?|欠席者?)(?![\p{L}\p{N}])/iu,
  guest: /^(?:guests?|observers?|visitors?|gäste|gasten|invit[ée]s?|invitados|ゲスト)/i,
};

/** Returns the people that sections list, in order; a check list says who of them came. */
export function readAttendance(
  text: string,
  parts: readonly AttendancePart[],
): readonly Attendee[] {
  const all = parts.flatMap(({ heading, range, isLabeled: byLabel }) => {
    let isListed = byLabel === undefined;
    let presence: Attendee['presence'] = presenceOf(heading) ?? 'present';
    return writtenLinesIn(text, range)
      .flatMap((line): Attendee[] => {
        const label = /^(?:\*\*|__)?([^:*_]{3,30}):?(?:\*\*|__)?:?$/.exec(line.content.trim())?.[1];
        const own = label === undefined ? null : presenceOf(label);
        if (own !== null || (byLabel === true && label !== undefined && heads(line, label))) {
          presence = own ?? 'present';
          isListed = true;
          return [];
        }
        if (isLabeled(line, byLabel === true)) return [...readAttendees(line, presence)];
        if (byLabel === true && line.kind === 'text') isListed = false;
        return line.kind === 'item' && isListed ? [...readAttendees(line, presence)] : [];
      })
      .concat(byLabel === true ? [] : readRows(text, range, presenceOf(heading) ?? 'present'));
  });
  return all.sort((a, b) => a.range.start - b.range.start);
}

/** Returns whether a line of text is a field such as `Present: Ada, Bo`; outside a section of people only labels with the whole word are. */
function isLabeled({ content }: WrittenLine, isStrict: boolean): boolean {
  const label = readLabel(content);
  if (label === null || label.value === '') return false;
  if (presenceOf(label.name) !== null) return true;
  return isStrict ? attendanceHeading.test(label.name) : present.test(label.name);
}

/** Returns whether a line is a label that heads a list of who came. */
function heads({ content }: WrittenLine, label: string): boolean {
  return /:(?:\*\*|__)?$/.test(content.trim()) && attendanceHeading.test(label);
}

const present =
  /^(?:present|attend|attendees?|attending|participants?|in attendance|members|anwesend|teilnehmer|présents?|出席)/i;

/** Reads a table: its first column has the people, what follows in the row is a note. */
function readRows(
  text: string,
  range: OffsetRange,
  presence: Attendee['presence'],
): readonly Attendee[] {
  const rows = [...text.slice(range.start, range.end).matchAll(/^.*\|.*$/gm)];
  const ruler = rows.findIndex(([row]) => /^[\s|:-]+$/.test(row) && row.includes('-'));
  if (ruler < 1) return [];
  return rows.slice(ruler + 1).flatMap((row): readonly Attendee[] => {
    const cells = row[0]
      .replace(/^\s*\||\|\s*$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim());
    const [name = '', ...others] = cells;
    const start = range.start + row.index + row[0].search(/\S/);
    const end = range.start + row.index + row[0].trimEnd().length;
    return namedAttendee(name, others.filter((cell) => cell !== '').join(', '), presence, {
      start,
      end,
    });
  });
}

function presenceOf(label: string): 'absent' | 'guest' | null {
  if (apart.absent.test(label.trim())) return 'absent';
  return apart.guest.test(label.trim()) ? 'guest' : null;
}

/** Reads a person, or those that a label such as “Members:” lists after commas. */
function readAttendees(line: WrittenLine, presence: Attendee['presence']): readonly Attendee[] {
  const content = line.content.trim();
  const label = readLabel(content);
  if (label === null || label.value === '') return readAttendee(content, line, presence);
  const own = presenceOf(label.name) ?? presence;
  return label.value
    .split(between)
    .flatMap((name) => (nobody.test(name) ? [] : readAttendee(name, line, own)));
}

/** What is between names; a comma in parentheses belongs to the note. */
const between = /\s*[,;](?![^()]*\))\s*(?:and\s+)?|\s+(?:and|und|et|en)\s+/;
const nobody =
  /^\W*(?:none|nobody|no one|n\/a|keine?[rs]?|niemand|aucune?s?|personne|geen|ninguno)?\W*$/i;

function readAttendee(
  content: string,
  { checked, range }: WrittenLine,
  presence: Attendee['presence'],
): readonly Attendee[] {
  const [, written = '', said = ''] =
    /^((?:\[[^\]]*\]\([^)]*\)|[^,([–—])+?)(?:\s*(?:,|\(|–|—| - )\s*(.*?)\)?)?\s*$/u.exec(content) ??
    [];
  const [, name = '', handle = ''] = /^(.*?\S)(?:\s+(@[\w-]+))?$/.exec(written.trim()) ?? [];
  const note = [handle, said].filter((part) => part !== '').join(' ');
  return namedAttendee(name, note, checked === false ? 'absent' : presence, range);
}

function namedAttendee(
  name: string,
  note: string,
  presence: Attendee['presence'],
  range: OffsetRange,
): readonly Attendee[] {
  const person = personNamed(name);
  const isName =
    /\p{L}/u.test(person.name) && person.name.length <= 60 && !/[{}]/.test(person.name);
  return isName ? [{ ...person, presence, note: note === '' ? null : note, range }] : [];
}
