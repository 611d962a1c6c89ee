import { fieldValue, matchFields, type MatchedField } from '../../matching/field-match.ts';
import { isUnfilledText } from '../../template/unfilled.ts';
import { cachedByObject } from '../../text/cached.ts';
import type { OffsetRange } from '../../text/offset-range.ts';
import type { RuleContext } from '../rule.ts';

/** The fields of a part of the template, in a part of the minutes. */
export interface SectionFields {
  readonly fields: readonly MatchedField[];
  /** End of the heading that they are below; null before the first heading. */
  readonly headingEnd: number | null;
}

/** Returns the fields that the template has in the sections that are there, and before the first heading. */
export const sectionFields = cachedByObject((context: RuleContext): readonly SectionFields[] => {
  const { match, minutes, template } = context;
  const end = minutes.headings[0]?.range.start ?? minutes.text.length;
  const preamble = { start: minutes.frontMatter?.end ?? 0, end };
  const parts: readonly SectionFields[] = [
    { headingEnd: null, fields: matchFields(template.preamble.fields, minutes, preamble) },
    ...[...match.sections, ...match.teams]
      .filter(({ expected }) => expected.fields.length > 0)
      .map(({ expected, section: { heading, bodyRange } }) => ({
        headingEnd: heading.range.end,
        fields: matchFields(expected.fields, minutes, bodyRange),
      })),
  ];
  return parts.filter(({ fields }) => fields.length > 0);
});

/** A field that is there, with its value and the place of that. */
export interface WrittenField extends MatchedField {
  readonly line: NonNullable<MatchedField['line']>;
  readonly value: string;
  /** The rest of its line; the line where that is empty. */
  readonly valueRange: OffsetRange;
  /** What it says, if anything, is one of the texts that count as not filled in, or a placeholder. */
  readonly state: 'filled' | 'empty' | 'open';
}

/** Returns the fields that are there. */
export function writtenFields(context: RuleContext): readonly WrittenField[] {
  return sectionFields(context).flatMap(({ fields }) =>
    fields.flatMap(({ field, line }): WrittenField[] => {
      if (line === null) return [];
      const value = fieldValue(line, context.minutes);
      const start = line.range.start + (line.label?.valueStart ?? 0);
      const own = line.label?.value ?? '';
      return [
        {
          field,
          line,
          value,
          valueRange: own === '' ? line.range : { start, end: start + own.length },
          state: stateOf(value, context),
        },
      ];
    }),
  );
}

function stateOf(value: string, { template }: RuleContext): WrittenField['state'] {
  if (!/[^\s*_`>-]/.test(value)) return 'empty';
  return isUnfilledText(value, template) || /\{[A-Za-z][\w-]*[?:}]/.test(value) ? 'open' : 'filled';
}
