import { readRemovals } from '../meetings/removals-file.ts';
import type { Finding } from '../rules/finding.ts';
import { findingOfFile } from './check-roster.ts';

/** Returns the findings of a file `.minutes/removed.yml` in document order. */
export function checkRemovals(text: string): readonly Finding[] {
  return readRemovals(text).problems.map(findingOfFile);
}
