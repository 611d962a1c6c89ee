import type { Minutes } from '../minutes/read-minutes.ts';
import type { Finding } from '../rules/finding.ts';
import { traitsOf } from './registry.ts';

/** Returns what the minutes do that is not a slip if others do it, too; null for other findings. */
export function habitOf(finding: Finding, { headings }: Minutes): string | null {
  const { rule, range } = finding;
  const { habit } = traitsOf(finding);
  if (habit === undefined) return null;
  if (habit === 'anywhere') return rule;
  const heading = headings.findLast((each) => each.range.start <= range.start);
  return `${rule} ${heading?.key ?? ''}`;
}
