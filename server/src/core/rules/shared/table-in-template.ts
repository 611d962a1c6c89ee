import * as l10n from '@vscode/l10n';
import type { RequiredTable } from '../../matching/required-table.ts';
import type { RelatedPlace } from '../finding.ts';

/** Returns the template's table as the place that explains a finding in a table of the minutes. */
export function tableInTemplate({
  required,
}: Pick<RequiredTable, 'required'>): readonly RelatedPlace[] {
  const message = l10n.t('The table in the template');
  return [{ document: 'template', range: required.range, message }];
}
