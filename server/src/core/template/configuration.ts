import * as l10n from '@vscode/l10n';
import { internalError } from '../text/internal-error.ts';
import { createClaim, globProblem } from '../text/match-glob.ts';
import { configurationSchema } from './configuration-schema.ts';
import { readYaml } from './front-matter.ts';
import type { SeveritySettings } from './severity.ts';
import { readSeverities, textsOf } from './template-options.ts';
import type { TemplateProblem } from './template.ts';

/** What a repository says about checking in `.minutes/config.yml`, whichever template applies. */
export interface Configuration {
  /** Returns the glob by which a path, relative to the folder that holds `.minutes/`, is not that of minutes; null where none says so. */
  readonly excludingGlob: (path: string) => string | null;
  /** Severities by rule id, which the template's `rules` and the user's own override. */
  readonly severities: SeveritySettings;
}

/** The configuration of a repository that has none. */
export const noConfiguration: Configuration = { excludingGlob: () => null, severities: {} };

/** The file's name in `.minutes/`. */
export const configurationFile = 'config.yml';

/** Returns the configuration of a YAML file without what can't be read, and what is wrong with the file. */
export function readConfiguration(
  text: string,
  ruleIds: readonly string[] | null = null,
): { readonly configuration: Configuration; readonly problems: readonly TemplateProblem[] } {
  try {
    return read(text, ruleIds);
  } catch (error) {
    const { message, details } = internalError('the configuration', error);
    const problem = { message, range: { start: 0, end: 0 }, fix: null, failure: details };
    return {
      configuration: noConfiguration,
      problems: [{ rule: 'invalid-template', ...problem }],
    };
  }
}

function read(
  text: string,
  ruleIds: readonly string[] | null,
): ReturnType<typeof readConfiguration> {
  const yaml = readYaml(text, 0, { start: 0, end: text.length }, configurationSchema);
  const { values, problems } = yaml;
  const exclude = textsOf(values.exclude) ?? [];
  const severities = readSeverities(values.severities);
  const unreadable = exclude.flatMap((glob, index): TemplateProblem[] => {
    const problem = globProblem(glob);
    const path = Array.isArray(values.exclude) ? ['exclude', index] : ['exclude'];
    const message = l10n.t('The glob “{0}” can’t be read: {1}', glob, problem ?? '');
    return problem === null
      ? []
      : [{ rule: 'invalid-template', message, range: yaml.rangeOf(path), fix: null }];
  });
  const unknown = Object.keys(severities)
    .filter((id) => ruleIds?.includes(id) === false)
    .map((id): TemplateProblem => ({
      rule: 'invalid-template',
      message: l10n.t('There is no rule “{0}”', id),
      range: yaml.rangeOfKey(['severities', id]),
      fix: null,
    }));
  return {
    configuration: {
      excludingGlob: exclusionBy(exclude.filter((glob) => globProblem(glob) === null)),
      severities,
    },
    problems: [...problems, ...unreadable, ...unknown].sort(
      (a, b) => a.range.start - b.range.start,
    ),
  };
}

/** A glob that fits a folder fits all that is in it; one that begins with `!` keeps what others exclude. */
function exclusionBy(globs: readonly string[]): Configuration['excludingGlob'] {
  if (globs.length === 0) return noConfiguration.excludingGlob;
  const isKept = (glob: string): boolean => glob.startsWith('!');
  const excludes = createClaim(globs.filter((glob) => !isKept(glob)));
  const keeps = createClaim(globs.filter(isKept).map((glob) => glob.slice(1)));
  return (path) => {
    const parts = path.split('/');
    const folders = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/'));
    const fitting = [path, ...folders, ...folders.map((folder) => `${folder}/`)];
    const first = (claim: typeof keeps): string | null =>
      fitting.map(claim).find((glob) => glob !== null) ?? null;
    const glob = first(excludes);
    return glob !== null && first(keeps) === null ? glob : null;
  };
}

/** Returns a configuration without what hides findings, for a repository that isn't trusted yet. */
export function withoutHiding({ severities }: Configuration): Configuration {
  const shown = Object.entries(severities).filter(([, each]) => each !== 'off' && each !== 'hint');
  return { ...noConfiguration, severities: Object.fromEntries(shown) };
}

/** Returns the severities that hold: the configuration's, then the template's `rules`, then the user's. */
export function severitiesIn(
  { severities }: Configuration,
  { options }: { readonly options: { readonly rules: SeveritySettings } },
  own: SeveritySettings,
): SeveritySettings {
  return { ...severities, ...options.rules, ...own };
}
