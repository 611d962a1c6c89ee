import * as l10n from '@vscode/l10n';
/** Returns how many minutes a template claims, and how many of them have findings, in words. */
export function describeUsage(minutes: number, withFindings: number): string {
  if (minutes === 0) return l10n.t('used by no minutes');
  const used =
    minutes === 1
      ? l10n.t('used by the minutes of 1 meeting')
      : l10n.t('used by the minutes of {0} meetings', minutes);
  return withFindings === 0 ? used : l10n.t('{0} · {1} with findings', used, withFindings);
}
