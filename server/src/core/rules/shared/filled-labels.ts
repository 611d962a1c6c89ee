import * as l10n from '@vscode/l10n';
import { fewest } from '../../meetings/drift.ts';
import { ofOneKind, type TemplateUsage } from '../../meetings/evidence.ts';
import { allSections } from '../../matching/heading-match.ts';
import type { Template } from '../../template/template.ts';
import type { Report } from '../rule.ts';

/** Reports labels of a template with nothing after them that four fifths of the last minutes fill in. */
export function filledLabels(
  template: Template,
  { window, since }: TemplateUsage,
): readonly Report[] {
  const fields = [template.preamble, ...allSections(template)].flatMap((each) => each.fields);
  const labels = fields.filter(({ placeholders }) => placeholders.length === 0);
  return labels.flatMap(({ name, range }): Report[] => {
    const from = since(range.start);
    const able = ofOneKind(window).filter(
      ({ date }) => from === null || (date !== null && date >= from),
    );
    const count = able.filter(({ filled }) => filled.includes(range.start)).length;
    if (count < fewest || count < able.length * share) return [];
    const edit = { range: { start: range.end, end: range.end }, text: ' {text}' };
    return [
      {
        message: l10n.t('{0} of the last {1} minutes fill in “{2}”', count, able.length, name),
        range,
        related: [],
        fixes: [
          {
            title: l10n.t('Ask for “{0}” in each of the minutes', name),
            safe: false,
            isChoice: true,
            edits: [edit],
          },
        ],
      },
    ];
  });
}

const share = 0.8;
