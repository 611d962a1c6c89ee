import * as l10n from '@vscode/l10n';
import { isUnfilledText } from '../../template/unfilled.ts';
import type { Report, RuleContext } from '../rule.ts';
import { writtenFields } from './section-fields.ts';

/** Returns the reports on fields that are empty, or have a text that counts as not filled in after their label. */
export function reportUnfilledFields(context: RuleContext): readonly Report[] {
  return writtenFields(context).flatMap(({ field, line, valueRange, state }): Report[] => {
    const own = line.label?.value ?? '';
    const isOpen = state === 'open' && isUnfilledText(own, context.template);
    if (field.optional || (state !== 'empty' && !isOpen)) return [];
    return [
      {
        message: l10n.t('“{0}” is not filled in', field.name),
        range: valueRange,
        related: [
          {
            document: 'template',
            range: field.range,
            message: l10n.t('“{0}” in the template', field.name),
          },
        ],
        fixes: [],
      },
    ];
  });
}
