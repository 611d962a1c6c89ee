import * as l10n from '@vscode/l10n';
import { english, isLocale } from '../text/date-names.ts';

/** Returns the language of a template's dates, a BCP 47 tag; English where it says none, or none that is known. */
export function readLocale(value: unknown, report: (message: string) => void): string {
  if (typeof value !== 'string') return english;
  if (isLocale(value)) return value;
  report(
    l10n.t('“{0}” isn’t the tag of a language (BCP 47): write one such as “de” or “pt-BR”', value),
  );
  return english;
}
