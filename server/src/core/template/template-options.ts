import * as l10n from '@vscode/l10n';
import { RE2JS } from 're2js';
import { isIsoDate } from '../text/calendar-date.ts';
import { globProblem } from '../text/match-glob.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { readRecurrence } from '../text/recurrence.ts';
import { isRecord } from '../text/is-record.ts';
import { type FrontMatter } from './front-matter.ts';
import { mostTeams } from './front-matter-schema.ts';
import { readFrontMatterKeys } from './minutes-front-matter.ts';
import { placeholderProblem } from './placeholder-problem.ts';
import { defaultStatuses, type OwnPlaceholder, type PlaceholderContext } from './placeholder.ts';
import type { Roster, RosterTeam } from './roster.ts';
import { rosterEntry } from './roster-entry.ts';
import type { SeveritySetting, SeveritySettings } from './severity.ts';
import type { TemplateOptions, TemplateProblem } from './template.ts';
import { cancelledWords } from './cancelled-words.ts';
import { defaultUnfilled } from './default-unfilled.ts';
import { createFileNamePattern } from './file-name-pattern.ts';
import { readLocale } from './template-locale.ts';
import { placeholdersOf } from './text-pattern.ts';

/** Returns what a template's front matter says, with defaults for what it leaves out, and what is wrong with it. */
export function readTemplateOptions(frontMatter: FrontMatter | null): {
  readonly name: string | null;
  readonly options: TemplateOptions;
  readonly problems: readonly TemplateProblem[];
} {
  const values = frontMatter?.values ?? {};
  const problems: TemplateProblem[] = [];
  const report = (path: readonly (string | number)[], message: string): void => {
    if (frontMatter === null) return;
    problems.push({
      rule: 'invalid-template',
      message,
      range: frontMatter.rangeOf(path),
      fix: null,
    });
  };
  const placeholders: PlaceholderContext = {
    own: readPlaceholders(values.placeholders, report),
    statuses: textsOf(values.statuses) ?? defaultStatuses,
    locale: readLocale(values.locale, (message) => {
      report(['locale'], message);
    }),
  };
  const frontMatterKeys = readFrontMatterKeys(values['front-matter'], placeholders);
  for (const { key, pattern } of frontMatterKeys) {
    for (const placeholder of placeholdersOf(pattern?.parts ?? [])) {
      const problem = placeholderProblem(placeholder, placeholders);
      if (problem !== null) report(['front-matter', key], problem.message);
    }
  }
  const roster = Array.isArray(values.roster)
    ? readRoster({ teams: values.roster }, ['roster'], report)
    : null;
  const era = readEra(values, report);
  return {
    name: textOf(values.name),
    options: {
      files: readGlobs(values.files, report),
      fileNames: readFileNames(values['file-name'], placeholders, report),
      ...era,
      except: readDays(values.except, report),
      schedule: readSchedule(values.schedule, era.from, report),
      references: readReferences(values.references, report),
      roster,
      rosterFile: textOf(values.roster),
      unfilled: (readUnfilled(values.unfilled) ?? defaultUnfilled).map(normalizeText),
      frontMatter: frontMatterKeys,
      cancelled: textsOf(values.cancelled) ?? cancelledWords(placeholders.locale),
      orgs: textsOf(values.orgs) ?? [],
      rules: readSeverities(values.rules),
      unchangedRoadmapAfter: numberOf(values['unchanged-roadmap-after']) ?? 4,
      quorum: numberOf(values.quorum),
      mail: readMail(values.mail),
      placeholders,
    },
    problems,
  };
}

/** Returns the globs of the minutes, and reports those that can’t be read. */
function readGlobs(value: unknown, report: Report): readonly string[] {
  const globs = textsOf(value) ?? [];
  for (const [index, glob] of globs.entries()) {
    const problem = globProblem(glob);
    const path = Array.isArray(value) ? ['files', index] : ['files'];
    if (problem !== null) report(path, l10n.t('The glob “{0}” can’t be read: {1}', glob, problem));
  }
  if (globs.length > 0 && globs.every((glob) => glob.startsWith('!'))) {
    report(['files'], l10n.t('“files” only excludes: add a glob of the minutes'));
  }
  return globs;
}

/** Returns the patterns of file names; `/` separates folders. */
function readFileNames(
  value: unknown,
  placeholders: PlaceholderContext,
  report: Report,
): TemplateOptions['fileNames'] {
  const patterns = (textsOf(value) ?? []).map((source) =>
    createFileNamePattern(source, placeholders),
  );
  for (const { parts } of patterns) {
    for (const placeholder of placeholdersOf(parts)) {
      const problem = placeholderProblem(placeholder, placeholders);
      if (problem !== null) report(['file-name'], problem.message);
    }
  }
  return patterns;
}

/** Returns the recurrence rule of the meetings, where it has a day in the era. */
function readSchedule(value: unknown, from: string | null, report: Report): string | null {
  const rule = textOf(value);
  if (rule === null || readRecurrence(rule, from ?? '1970-01-01') !== null) return rule;
  report(
    ['schedule'],
    l10n.t(
      '“{0}” is not an RFC 5545 recurrence rule of days, such as “FREQ=WEEKLY;INTERVAL=2;BYDAY=TU”',
      rule,
    ),
  );
  return null;
}

/** Returns the days on which there is no meeting. */
function readDays(value: unknown, report: Report): readonly string[] {
  const days = textsOf(value) ?? [];
  const wrong = days.find((day) => !isIsoDate(day));
  if (wrong !== undefined) report(['except'], l10n.t('There is no day “{0}”', wrong));
  return days.filter(isIsoDate);
}

/** Returns the address that references lead to; only the web is allowed. */
function readReferences(value: unknown, report: Report): string | null {
  const text = textOf(value);
  if (text === null || /^https:\/\/[^\s{}]+\//.test(text)) return text;
  report(['references'], l10n.t('“references” must begin with “https://” and a host'));
  return null;
}

/** Reports a problem of the value at a path of the front matter. */
type Report = (path: readonly (string | number)[], message: string) => void;

/** Returns the teams of a value that holds them under `teams`. */
export function readRoster(
  value: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[],
  report: Report,
): Roster {
  const teams = Array.isArray(value.teams) && value.teams.length <= mostTeams ? value.teams : [];
  return {
    teams: teams.flatMap((team: unknown, index): RosterTeam[] => {
      const { values } = rosterEntry(team);
      const name = textOf(values.name);
      if (name === null) return [];
      return [
        {
          name,
          key: normalizeText(name),
          leads: textsOf(values.leads) ?? [],
          status: textOf(values.status),
          releases: textsOf(values.releases) ?? [],
          ...readEra(values, (key, message) => {
            report([...path, index, ...key], message);
          }),
        },
      ];
    }),
  };
}

function readEra(
  values: Readonly<Record<string, unknown>>,
  report: Report,
): { from: string | null; until: string | null } {
  const day = (key: 'from' | 'until'): string | null => {
    const text = textOf(values[key]);
    if (text === null || isIsoDate(text)) return text;
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) report([key], l10n.t('“{0}” is not a valid date', text));
    return null;
  };
  const from = day('from');
  const until = day('until');
  if (from !== null && until !== null && until < from) {
    report(['until'], l10n.t('“until” ({0}) is before “from” ({1})', until, from));
    return { from, until: null };
  }
  return { from, until };
}

function readPlaceholders(value: unknown, report: Report): Record<string, OwnPlaceholder> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([name, definition]): [string, OwnPlaceholder] => {
      const own = readPlaceholder(definition);
      const problem = own.pattern === null ? null : patternProblem(own.pattern);
      if (problem === null) return [name, own];
      report(
        ['placeholders', name],
        l10n.t('The pattern of “{0}” can’t be read: {1}', name, problem),
      );
      return [name, { ...own, pattern: null }];
    }),
  );
}

function readPlaceholder(definition: unknown): OwnPlaceholder {
  if (Array.isArray(definition)) {
    return { pattern: null, values: textsOf(definition), description: null };
  }
  if (!isRecord(definition)) {
    return { pattern: textOf(definition), values: null, description: null };
  }
  return {
    pattern: textOf(definition.pattern),
    values: textsOf(definition.values),
    description: textOf(definition.description),
  };
}

function patternProblem(pattern: string): string | null {
  try {
    RE2JS.compile(pattern);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Reads `- [add here]` without quotes, a list in YAML, as the bracketed text that was meant. */
function readUnfilled(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  return value.flatMap((item: unknown) => {
    if (typeof item === 'string') return [item];
    const inner = textsOf(item)?.[0];
    return inner === undefined ? [] : [`[${inner}]`];
  });
}

/** Returns the severities of a value that has them by rule id. */
export function readSeverities(value: unknown): SeveritySettings {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([rule, severity]): [string, SeveritySetting][] =>
      isSeveritySetting(severity) ? [[rule, severity]] : [],
    ),
  );
}

/** Returns whether a value is what a rule can be set to. */
export function isSeveritySetting(value: unknown): value is SeveritySetting {
  return (
    typeof value === 'string' && ['off', 'hint', 'information', 'warning', 'error'].includes(value)
  );
}

function readMail(value: unknown): TemplateOptions['mail'] {
  const values = isRecord(value) ? value : {};
  return {
    to: textsOf(values.to) ?? [],
    cc: textsOf(values.cc) ?? [],
    subject: textOf(values.subject),
  };
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Returns the texts of a value that is one or a list of them; null where it is neither. */
export function textsOf(value: unknown): readonly string[] | null {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return null;
  return value.filter((item): item is string => typeof item === 'string');
}
