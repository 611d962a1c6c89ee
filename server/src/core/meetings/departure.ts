import type { TemplateSection } from '../template/template-section.ts';

/** A way in which minutes differ from a line of their template. */
export interface Departure {
  /** Offset of the line in the template's text; 0 for its front matter. */
  readonly line: number;
  readonly way:
    | 'absent'
    | 'renamed'
    | 'level'
    | 'order'
    | 'repeated'
    | 'title'
    | 'file-name'
    | 'file-date'
    | 'date';
  /** What the minutes have instead, such as another name or level; empty where they have nothing. */
  readonly instead: string;
  /** Offsets of the template's lines that a section out of order is on the wrong side of. */
  readonly past?: readonly number[];
  /** How many levels too high all sections of the minutes are, where all are so. */
  readonly shift?: number;
}

/**
 * Returns a departure from a section of the template as a report carries it;
 * none where the template requires the section whatever the series does.
 */
export function departureFrom(
  expected: Pick<TemplateSection, 'range' | 'insisted'>,
  way: Departure['way'],
  instead = '',
  past: readonly number[] = [],
): { readonly departure?: Departure } {
  const { start } = expected.range;
  const side = past.length === 0 ? {} : { past };
  return expected.insisted ? {} : { departure: { line: start, way, instead, ...side } };
}

/**
 * Returns whether two departures are the same; of what is absent it doesn't matter what is there instead,
 * and of minutes that are a level off as a whole, which section it is.
 */
export function isSameDeparture(a: Departure, b: Departure): boolean {
  if (a.shift !== undefined && a.shift === b.shift) return true;
  return a.line === b.line && a.way === b.way && (a.way === 'absent' || a.instead === b.instead);
}
