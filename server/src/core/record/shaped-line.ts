import { defaultDateFormat } from '../template/placeholder.ts';
import type { RecordKind } from '../template/refinements.ts';
import { withoutMarks, type RecordShape } from '../template/record-shape.ts';
import type { Template } from '../template/template.ts';
import { matchPattern, type Capture } from '../template/text-pattern.ts';
import { readDateIn } from '../text/date-reading.ts';
import { isoOf } from '../text/partial-date.ts';
import { isWholeDay } from '../text/partial-date.ts';
import { personNamed, type NamedPerson } from './named-person.ts';
import type { WrittenLine } from './written-lines.ts';

/** The shapes in which a template writes actions or decisions. */
export interface LineShapes {
  /** The template says of no item how it is written. */
  readonly areNone: boolean;
  /** Returns what a line says in one of the shapes; null where it has none of them. */
  read(line: WrittenLine, isMarked: boolean): ShapedLine | null;
  /** Whether a text can hold such a line outside the sections that the template marks. */
  mayBeIn(text: string): boolean;
}

/** What a line says in the shape of its template. */
export interface ShapedLine {
  readonly people: readonly NamedPerson[];
  readonly text: string;
  /** ISO date; null where none is named. */
  readonly day: string | null;
  readonly number: string | null;
  /** Those who voted for, against, and neither; null where the shape counts no votes. */
  readonly vote: Vote | null;
}

/** A vote in numbers. */
export interface Vote {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
}

/** Returns what reads the lines of a kind in the shapes of a template. */
export function lineShapes(kind: RecordKind, { recordSections, options }: Template): LineShapes {
  const shapes = recordSections.flatMap(({ record, recordShape }) =>
    record === kind && recordShape !== null ? [recordShape] : [],
  );
  const elsewhere = shapes.filter((shape) => shape.hasBox || wordBefore(shape) !== '');
  return {
    areNone: shapes.length === 0,
    read(line, isMarked) {
      for (const shape of isMarked ? shapes : elsewhere) {
        if (!isMarked && shape.hasBox && line.checked === null) continue;
        const captures = matchPattern(shape.pattern, withoutMarks(line.content));
        if (captures !== null) return toShaped(captures, options.placeholders.locale);
      }
      return null;
    },
    mayBeIn: (text) =>
      elsewhere.some((shape) =>
        shape.hasBox ? /\[[ xX]\]/.test(text) : text.includes(wordBefore(shape)),
      ),
  };
}

/** Returns the letters with which all lines of a shape begin. */
function wordBefore({ pattern: { parts } }: RecordShape): string {
  const [first] = parts;
  return first?.kind === 'literal' ? (/^\p{L}[\p{L}\s]*/u.exec(first.text)?.[0].trim() ?? '') : '';
}

function toShaped(captures: readonly Capture[], locale: string): ShapedLine {
  const first = (name: string): Capture | undefined =>
    captures.find(({ placeholder }) => placeholder.name === name);
  const day = first('day') ?? first('date');
  const read =
    day === undefined
      ? null
      : readDateIn(day.text, day.placeholder.format ?? defaultDateFormat, locale).date;
  const iso = read === null ? null : isoOf(read);
  const votes = ['for', 'against', 'abstain'].map((name) => first(name)?.text);
  const [ayes, noes, rest] = votes.map((count) => Number(count ?? 0));
  return {
    people: peopleIn(first('person')?.text ?? first('lead')?.text ?? ''),
    text: first('text')?.text ?? '',
    day: iso !== null && isWholeDay(iso) ? iso : null,
    number: first('number')?.text ?? null,
    vote: votes.every((count) => count === undefined)
      ? null
      : { for: ayes ?? 0, against: noes ?? 0, abstain: rest ?? 0 },
  };
}

/** Returns the people that a text names between commas, slashes and `and`. */
export function peopleIn(text: string): readonly NamedPerson[] {
  return text
    .split(/\s*(?:[,;/&+]|\band\b)\s*/)
    .map(personNamed)
    .filter(({ key }) => /\p{L}/u.test(key));
}
