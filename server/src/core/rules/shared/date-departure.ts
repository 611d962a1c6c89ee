import type { Departure } from '../../meetings/departure.ts';
import { titleShape } from '../../meetings/title-shape.ts';
import { defaultDateFormat } from '../../template/placeholder.ts';
import type { Template } from '../../template/template.ts';

/** Returns the departure of a date that is written in another form than the template's; none where the form is unknown. */
export function dateDeparture(
  text: string,
  format: string,
  template: Template,
): { readonly departure?: Departure } {
  const instead = titleShape(text);
  const place = placeholdersOf(template).find((each) => each.format === format);
  return place !== undefined && /^\{date[^{}]*\}$/.test(instead)
    ? { departure: { line: place.start, way: 'date', instead } }
    : {};
}

/** A placeholder of the meeting's date in a template. */
export interface DatePlaceholder {
  readonly text: string;
  readonly format: string;
  readonly start: number;
}

/** Returns the placeholders of the meeting's date in a template, in document order. */
export function placeholdersOf({ text }: Template): readonly DatePlaceholder[] {
  const body = /^---[^]*?\n---/.exec(text)?.[0].length ?? 0;
  return [...text.matchAll(/\{date(?::([^{}\r\n]+))?\}/g)]
    .filter(({ index }) => index >= body)
    .map((match) => ({
      text: match[0],
      format: match[1] ?? defaultDateFormat,
      start: match.index,
    }));
}
