import type { Matcher } from '../matching/matcher.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { TemplateField } from '../template/template-field.ts';
import type { OffsetRange } from '../text/offset-range.ts';

/** The fields of a part of minutes. */
export interface FieldsOfPart {
  readonly fields: readonly TemplateField[];
  /** The text in which they are looked for. */
  readonly range: OffsetRange;
}

/** Returns the fields that the template has in the part of the minutes which an offset is in; null where it has none there. */
export function fieldsAt(minutes: Minutes, template: Matcher, offset: number): FieldsOfPart | null {
  const { headings } = template.readBold(minutes);
  const first = headings[0]?.range.start ?? minutes.text.length;
  if (offset <= first && template.preamble.fields.length > 0) {
    return { fields: template.preamble.fields, range: { start: 0, end: first } };
  }
  const { sections, teams } = template.matchOf(minutes);
  const pair = [...sections, ...teams].find(
    ({ expected, section: { bodyRange } }) =>
      expected.fields.length > 0 && bodyRange.start < offset && offset <= bodyRange.end,
  );
  return pair === undefined
    ? null
    : { fields: pair.expected.fields, range: pair.section.bodyRange };
}
