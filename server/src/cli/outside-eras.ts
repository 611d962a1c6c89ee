import * as l10n from '@vscode/l10n';
import { groupBy } from '../core/text/group-by.ts';
import type { DocumentReport } from './document-report.ts';

/** Notes which minutes no template applies to on their days, those of the same templates together. */
export function noteOutsideEras(
  reports: readonly DocumentReport[],
  note: (path: string, reason: string) => void,
): void {
  const found = reports.flatMap(({ path, outside }) =>
    outside === undefined ? [] : [{ path, ...outside }],
  );
  for (const [templates, outside] of groupBy(found, (each) => each.templates)) {
    const days = outside.map(({ date }) => date).sort();
    const [first = '', last = ''] = [days[0], days.at(-1)];
    const [only] = outside;
    if (only !== undefined && outside.length === 1) {
      note(only.path, l10n.t('no template applies on {0}: {1}', first, templates));
    } else {
      note(
        l10n.t('{0} files', outside.length),
        l10n.t('no template applies on their days, {0} to {1}: {2}', first, last, templates),
      );
    }
  }
}
