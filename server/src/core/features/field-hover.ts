import * as l10n from '@vscode/l10n';
import { matchFields } from '../matching/field-match.ts';
import { dateOf } from '../matching/minutes-date.ts';
import { minutesBefore } from '../meetings/series.ts';
import { describePlaceholder } from '../template/placeholder.ts';
import type { TemplateField } from '../template/template-field.ts';
import type { MinutesInSeries } from './earlier-update.ts';
import { fieldsAt } from './fields-at.ts';
import type { Hover } from './hover.ts';

/** Returns what there is to say of the field whose label is at an offset: what it takes, and what it was last; null where there is none. */
export function fieldHover(input: MinutesInSeries, offset: number): Hover | null {
  const { minutes, template } = input;
  const here = fieldsAt(minutes, template, offset);
  if (here === null) return null;
  for (const { field, line } of matchFields(here.fields, minutes, here.range)) {
    if (line?.label === undefined || line.label === null) continue;
    const { start } = line.range;
    const end = start + line.label.valueStart;
    if (offset < start || offset > end) continue;
    const { placeholders } = template.options;
    return {
      range: { start, end: start + line.text.slice(0, line.label.valueStart).trimEnd().length },
      paragraphs: [
        field.optional
          ? l10n.t('The template’s field “{0}”: optional.', field.name)
          : l10n.t('The template’s field “{0}”: required.', field.name),
        ...field.placeholders.map((each) => describePlaceholder(each, placeholders)),
        ...lastValues(field, input),
      ],
      rules: [],
    };
  }
  return null;
}

const mostValues = 3;

/** Says what the field was in the last minutes before, each value once. */
function lastValues(
  { key }: TemplateField,
  { minutes, template, fileName, series, id }: MinutesInSeries,
): readonly string[] {
  const date = dateOf(minutes, template, fileName) ?? '9999-12-31';
  const values = new Map<string, string>();
  for (const other of minutesBefore(series, date).toReversed()) {
    if (other.id === id || values.size === mostValues) continue;
    const value = other.fields.find((field) => field.key === key)?.value;
    if (value !== undefined && !values.has(value)) values.set(value, other.date ?? '');
  }
  const said = [...values].map(([value, day]) => `${value} (${day})`);
  return said.length === 0 ? [] : [l10n.t('Last: {0}.', said.join(', '))];
}
