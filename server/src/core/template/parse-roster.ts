import { readYaml } from './front-matter.ts';
import { rosterSchema } from './front-matter-schema.ts';
import type { Roster } from './roster.ts';
import { readRoster } from './template-options.ts';
import type { TemplateProblem } from './template.ts';

/** Returns the roster that a YAML file declares, without the teams that can't be read. */
export function parseRoster(text: string): Roster {
  return readRosterFile(text).roster;
}

/** Returns the roster that a YAML file declares, and what is wrong with the file. */
export function readRosterFile(text: string): {
  readonly roster: Roster;
  readonly problems: readonly TemplateProblem[];
} {
  const yaml = readYaml(text, 0, { start: 0, end: text.length }, rosterSchema);
  const problems = [...yaml.problems];
  const roster = readRoster(yaml.values, ['teams'], (path, message) => {
    problems.push({ rule: 'invalid-template', message, range: yaml.rangeOf(path), fix: null });
  });
  return { roster, problems };
}
