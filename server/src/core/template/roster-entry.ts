import { isRecord } from '../text/is-record.ts';

/** An entry of a roster as YAML has it. */
export interface RosterEntry {
  readonly values: Readonly<Record<string, unknown>>;
  /** Where in the entry its name is: below a key, or the entry itself. */
  readonly namePath: readonly string[];
}

/** Returns an entry of a roster; a text alone is a team's name. */
export function rosterEntry(value: unknown): RosterEntry {
  if (isRecord(value)) return { values: value, namePath: ['name'] };
  return { values: { name: value }, namePath: [] };
}
