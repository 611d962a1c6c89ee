import { minutesBefore } from '../../meetings/series.ts';
import { matchFields } from '../../matching/field-match.ts';
import { readLabel } from '../../minutes/label.ts';
import { describePlaceholder } from '../../template/placeholder.ts';
import type { TemplateField } from '../../template/template-field.ts';
import { fieldsAt } from '../fields-at.ts';
import type { Completion, CompletionPlace } from './completion-place.ts';

/** Offers, at a line's start, the fields that the section lacks, and after a field's label the values of the last minutes. */
export function completeField(place: CompletionPlace): readonly Completion[] {
  if (place.rest.trim() !== '' || /^[ \t]*[#|>]/.test(place.typed)) return [];
  const here = fieldsAt(place.minutes, place.template, place.offset);
  if (here === null) return [];
  const [, marker = '', written = ''] =
    /^[ \t]*((?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?(.*)$/.exec(place.typed) ?? [];
  const label = readLabel(written);
  const field = here.fields.find(({ key }) => key === label?.key);
  if (label !== null && field !== undefined) return valuesOf(field, label.value, place);
  const start = written.replace(/^[*_]+/, '').toLowerCase();
  return matchFields(here.fields, place.minutes, here.range)
    .filter(({ line }) => line === null)
    .filter(({ field: { name, depth } }) =>
      marker === '' || depth > 0 ? name.toLowerCase().startsWith(start) : false,
    )
    .map(({ field: own }) => toCompletion(own, marker, written, place));
}

function toCompletion(
  field: TemplateField,
  marker: string,
  written: string,
  { template, offset }: CompletionPlace,
): Completion {
  const [placeholder] = field.placeholders;
  const { placeholders } = template.options;
  return {
    kind: 'field',
    label: field.name,
    detail: field.optional ? 'optional' : '',
    help: placeholder === undefined ? null : describePlaceholder(placeholder, placeholders),
    range: { start: offset - written.length, end: offset },
    text: `${marker === '' ? field.marker : ''}${field.source} `,
    snippet: null,
  };
}

const mostValues = 10;

/** The values that the placeholder allows come first, then those of the last minutes. */
function valuesOf(
  { key, placeholders }: TemplateField,
  written: string,
  { template, history, offset }: CompletionPlace,
): readonly Completion[] {
  const [placeholder] = placeholders;
  const { own } = template.options.placeholders;
  const name = placeholder?.name ?? '';
  const allowed = Object.hasOwn(own, name) ? (own[name]?.values ?? []) : [];
  const before = minutesBefore(history.series, '9999-12-31').toReversed();
  const known = before.flatMap(({ fields, date }) =>
    fields.filter((field) => field.key === key).map(({ value }) => ({ value, detail: date ?? '' })),
  );
  const all = [...allowed.map((value) => ({ value, detail: '' })), ...known];
  const distinct = all.filter(
    ({ value }, index) => all.findIndex((other) => other.value === value) === index,
  );
  return distinct
    .filter(
      ({ value }) => value !== written && value.toLowerCase().startsWith(written.toLowerCase()),
    )
    .slice(0, mostValues)
    .map(({ value, detail }) => ({
      kind: 'value',
      label: value,
      detail,
      help: null,
      range: { start: offset - written.length, end: offset },
      text: value,
      snippet: null,
    }));
}
