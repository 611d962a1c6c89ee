import { readConfiguration } from '../template/configuration.ts';
import type { Finding } from '../rules/finding.ts';
import { findingOfFile } from './check-roster.ts';
import { rules } from './registry.ts';

/** Returns the findings of a file `.minutes/config.yml` in document order. */
export function checkConfiguration(text: string): readonly Finding[] {
  const ruleIds = rules.map(({ id }) => id);
  return readConfiguration(text, ruleIds).problems.map(findingOfFile);
}
