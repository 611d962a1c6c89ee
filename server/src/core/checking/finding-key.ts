import { headingPathAt } from '../minutes/heading-path.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { Finding } from '../rules/finding.ts';
import { normalizeText } from '../text/normalize-text.ts';

/** Returns what stays the same of a finding while it moves within its section: rule, headings, words and message. */
export function findingKey(
  { rule, range, message }: Finding,
  { headings, text }: Minutes,
): readonly string[] {
  const words = normalizeText(text.slice(range.start, range.end)).slice(0, longestWords);
  return [rule, ...headingPathAt(headings, range.start), words, message.replace(/\d+/g, '#')];
}

const longestWords = 200;
