import { normalizeText } from '../text/normalize-text.ts';
import type { TextPattern } from './text-pattern.ts';

/** Returns a pattern's text in the form in which two that the same headings fit are equal: a day is one in any form. */
export function comparableName({ source }: Pick<TextPattern, 'source'>): string {
  return normalizeText(source.replace(/\{(?:date|day)(?::[^}]*)?\}/g, '{date}'));
}
