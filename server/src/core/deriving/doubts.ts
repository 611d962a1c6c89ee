import * as l10n from '@vscode/l10n';
import type { OffsetRange } from '../text/offset-range.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { DerivedSection } from './derived-template.ts';
import type { WrittenTemplate } from './write-template.ts';

/** A decision of a proposed template that the minutes don't settle. */
export interface Doubt {
  /** The heading's line in the template. */
  readonly range: OffsetRange;
  readonly message: string;
  /** What makes the other decision. */
  readonly fix: { readonly title: string; readonly edits: readonly TextEdit[] };
}

/** Returns the sections that many minutes have and many don't, in the order of the template. */
export function findDoubts({ text, sections }: WrittenTemplate): readonly Doubt[] {
  return [...sections].flatMap(([start, section]): Doubt[] => {
    if (section.kind !== 'section' || section.repeats) return [];
    const range = { start, end: lineEnd(text, start) };
    const { count, of, heading } = section;
    if (section.required) {
      return section.count < section.of
        ? [
            {
              range,
              message: l10n.t('{0} of {1} have “{2}”: required', count, of, heading),
              fix: makeOptional(section, range),
            },
          ]
        : [];
    }
    return section.count * 2 >= section.of
      ? [
          {
            range,
            message: l10n.t('{0} of {1} have “{2}”: optional', count, of, heading),
            fix: makeRequired(text, section, range),
          },
        ]
      : [];
  });
}

function makeOptional({ heading }: DerivedSection, { end }: OffsetRange): Doubt['fix'] {
  return {
    title: l10n.t('Make “{0}” optional', heading),
    edits: [{ range: { start: end, end }, text: ' <!-- optional -->' }],
  };
}

function makeRequired(text: string, { heading }: DerivedSection, range: OffsetRange): Doubt['fix'] {
  const line = text.slice(range.start, range.end);
  const changed = line.replace(' <!-- optional -->', '').replace('<!-- optional; ', '<!-- ');
  return { title: l10n.t('Require “{0}”', heading), edits: [{ range, text: changed }] };
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}
