import type { Minutes } from '../minutes/read-minutes.ts';
import type { Finding } from '../rules/finding.ts';

/** How rules say what a group may do on purpose: anywhere in the minutes, or in one section. */
const habits: Readonly<Record<string, 'anywhere' | 'in section'>> = {
  'unexpected-section': 'anywhere',
  'agenda-mismatch': 'anywhere',
  'misplaced-team': 'anywhere',
  'bare-list-marker': 'in section',
  'missing-lead': 'in section',
};

/** The rules that speak only where none of the other minutes does the same. */
export const rulesOfHabits: readonly string[] = Object.keys(habits);

/** Returns what the minutes do that others may do, too, and is no slip then; null where a finding is none of these. */
export function habitOf({ rule, range }: Finding, { headings }: Minutes): string | null {
  const scope = Object.hasOwn(habits, rule) ? habits[rule] : undefined;
  if (scope === undefined) return null;
  if (scope === 'anywhere') return rule;
  const heading = headings.findLast((each) => each.range.start <= range.start);
  return `${rule} ${heading?.key ?? ''}`;
}
