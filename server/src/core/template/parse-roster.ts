import { internalError } from '../text/internal-error.ts';
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
  try {
    return read(text);
  } catch (error) {
    const { message, details } = internalError('the roster', error);
    const range = { start: 0, end: 0 };
    const problem = {
      rule: 'invalid-template' as const,
      message,
      range,
      fix: null,
      failure: details,
    };
    return { roster: { teams: [] }, problems: [problem] };
  }
}

function read(text: string): ReturnType<typeof readRosterFile> {
  const yaml = readYaml(text, 0, { start: 0, end: text.length }, rosterSchema);
  const problems: TemplateProblem[] = [...yaml.problems];
  const roster = readRoster(yaml.values, ['teams'], (path, message) => {
    problems.push({ rule: 'invalid-template', message, range: yaml.rangeOf(path), fix: null });
  });
  return { roster, problems };
}
