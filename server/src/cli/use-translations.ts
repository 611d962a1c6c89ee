import * as l10n from '@vscode/l10n';
import type { Environment } from './environment.ts';

/** Has messages written in the environment's language from now on, and in English where there are no translations. */
export function useTranslations({
  locale,
  translations,
}: Pick<Environment, 'locale' | 'translations'>): void {
  l10n.config({ contents: (locale === null ? null : translations(locale)) ?? {} });
}
