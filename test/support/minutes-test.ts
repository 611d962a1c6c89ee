import { basename, dirname, join } from 'node:path/posix';
import { parse } from 'yaml';
import { decideClaim } from '../../server/src/core/claims/decide-claim.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readBaseline } from '../../server/src/core/meetings/baseline.ts';
import type { History } from '../../server/src/core/meetings/history.ts';
import { indexMinutes } from '../../server/src/core/meetings/indexed-minutes.ts';
import { readRemovals } from '../../server/src/core/meetings/removals-file.ts';
import { beginningOf, seriesOf, seriesYearLater } from '../../server/src/core/meetings/series.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import {
  evidenceOf,
  noUsage,
  type Evidence,
  type TemplateUsage,
} from '../../server/src/core/meetings/evidence.ts';
import type { Witness } from '../../server/src/core/meetings/witness.ts';
import { byDate } from '../../server/src/core/meetings/horizon.ts';
import { lastWindow, windowAround } from '../../server/src/core/meetings/window.ts';
import { readWitness } from '../../server/src/core/checking/witness.ts';
import { noConfiguration } from '../../server/src/core/template/configuration.ts';
import { once } from '../../server/src/core/text/cached.ts';
import type { CheckInput } from '../../server/src/core/checking/check-minutes.ts';
import {
  holdsOn,
  type Claim,
  type TemplateSource,
} from '../../server/src/core/claims/choose-template.ts';
import { dateOf } from '../../server/src/core/matching/minutes-date.ts';
import { parseRoster } from '../../server/src/core/template/parse-roster.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { isTemplateFile } from '../../server/src/core/template/parse-template.ts';
import { isRecord } from '../../server/src/core/text/is-record.ts';
import { presets } from '../../server/src/core/template/presets.ts';
import type { Roster } from '../../server/src/core/template/roster.ts';
import { readSettings as readUserSettings } from '../../server/src/protocol/settings.ts';
import { stripAnnotations } from './annotations.ts';
import type { Fence, SuiteTest } from './suite.ts';

/** A test whose fences are files: minutes with what they need. */
export interface MinutesTest {
  readonly templates: readonly TestFile[];
  readonly minutes: readonly TestFile[];
  /** Returns which template claims minutes. */
  claim(minutes: TestFile): Claim;
  /** Returns what the last minutes of a template do. */
  usageOf(template: TestFile, text: string): TemplateUsage;
  /** Returns what a file is checked with, in another version or by another name. */
  input(file: TestFile, source: TemplateSource, text?: string, fileName?: string): CheckInput;
}

/** A Markdown file of a test, without caret lines. */
export interface TestFile {
  readonly fence: Fence;
  readonly path: string;
  /** What the fence's label says after the path. */
  readonly note: string;
  readonly text: string;
}

/**
 * Reads the files of a test.
 * A template named `template.md`, or the preset of the settings, claims all minutes;
 * those in `.minutes/` claim them as on disk.
 * All minutes of one template are a series; `baseline PATH` is the committed version of minutes,
 * and `.minutes/removed.yml` says what was removed on purpose.
 * `files` lists the paths of all files that there are; without it none is known to be absent.
 */
export function readMinutesTest({ fences }: SuiteTest): MinutesTest {
  const settings = readSettings(fences.find(({ label }) => label === 'settings'));
  const files = fences.flatMap(readFile);
  const isTemplate = ({ path }: TestFile): boolean =>
    path === 'template.md' || isBesideTemplates(path);
  const templates = files.filter(isTemplate);
  const chosen = chosenTemplate(templates, settings.template);
  const minutes = files.filter((file) => !isTemplate(file) && file.path.endsWith('.md'));
  const textOf = (name: string): string | null =>
    fences.find(({ label }) => label === name)?.text ?? null;
  const claim = ({ path, text }: TestFile): Claim => {
    const nearest = nearestTemplates(path, templates);
    const configuration = { ...noConfiguration, root: null };
    const document = { id: path, path, text, chosen, settings: [], nearest, configuration };
    return decideClaim({ ...document, presets: () => presetSources });
  };
  const isClaimedBy = (file: TestFile, { id }: TemplateSource): boolean => {
    const claimed = claim(file);
    return claimed.state === 'checked' && claimed.source.id === id;
  };
  const present = textOf('files')?.split('\n');
  const isAbsent = (path: string): boolean =>
    present !== undefined && !path.startsWith('..') && !present.includes(path);
  const rosterOf = ({ id, template: { options } }: TemplateSource): Roster | null => {
    if (options.rosterFile === null) return options.roster;
    const path = join(dirname(id), options.rosterFile);
    const fence = fences.find(({ label }) => label === path);
    return fence === undefined ? null : parseRoster(fence.text);
  };
  const witnessesOf = (source: TemplateSource): readonly Witness[] =>
    minutes
      .filter((file) => isClaimedBy(file, source))
      .filter(({ path, text }) => !indexMinutes(path, text, path, source.template).cancelled)
      .map(({ path, text }) =>
        readWitness(path, {
          minutes: readMinutes(parseMarkdown(text)),
          fileName: path,
          template: source.template,
          roster: rosterOf(source),
          today: settings.today,
        }),
      )
      .sort(byDate);
  const evidenceFor = (id: string, source: TemplateSource, date: string | null): Evidence => {
    const { today } = settings;
    const window = windowAround(witnessesOf(source), { id, date }, today, (witness) => witness);
    return evidenceOf(window, id, noUsage.since);
  };
  const historyOf = (own: TestFile, source: TemplateSource, date: string | null): History => {
    const { template } = source;
    const others = minutes.filter((file) => file.path !== own.path && isClaimedBy(file, source));
    const baseline = textOf(`baseline ${own.path}`);
    const series = seriesOf(
      others.map(({ path, text }) => indexMinutes(path, text, path, template)),
    );
    return {
      series,
      yearLater: seriesYearLater(series, null, date),
      began: beginningOf(series),
      evidence: once(() => evidenceFor(own.path, source, date)),
      path: own.path,
      isAbsent: (path) => isAbsent(join(dirname(own.path), path)),
      baselines: baseline === null ? [] : [readBaseline('committed', baseline, template)],
      removals: readRemovals(textOf('.minutes/removed.yml') ?? '').removals.filter(
        (removal) => removal.minutes === own.path,
      ),
    };
  };
  return {
    templates,
    minutes,
    claim,
    usageOf(file, text) {
      const source = sourceOf({ ...file, text });
      const claimed = witnessesOf(source).filter(({ date }) => holdsOn(source.template, date));
      const window = lastWindow(claimed, settings.today, (witness) => witness);
      return { window, since: noUsage.since };
    },
    input(file, source, text = file.text, fileName = file.path) {
      const own = readMinutes(parseMarkdown(text));
      return {
        minutes: own,
        fileName,
        template: source.template,
        roster: rosterOf(source),
        today: settings.today,
        profile: settings.profile,
        severities: settings.rules,
        history: historyOf(file, source, dateOf(own, source.template, fileName)),
      };
    },
  };
}

function readFile(fence: Fence): TestFile[] {
  const [path = '', note = ''] = fence.label.split(/ (.*)/);
  return path.endsWith('.md') ? [{ fence, path, note, text: stripAnnotations(fence.text) }] : [];
}

/** What a `settings` fence says in YAML; without one the meeting is long past. */
interface TestSettings {
  readonly today: string;
  readonly profile: CheckInput['profile'];
  readonly rules: CheckInput['severities'];
  /** Name of a preset. */
  readonly template: string | null;
}

function readSettings(fence: Fence | undefined): TestSettings {
  const values: unknown = parse(fence?.text ?? '{}');
  const { today = '2100-01-01', template = null, ...others } = isRecord(values) ? values : {};
  if (!isText(today) || !(template === null || isText(template))) {
    throw new Error('In settings, “today” and “template” are texts');
  }
  const unknown = Object.keys(others).filter((key) => !['profile', 'rules'].includes(key));
  if (unknown.length > 0) throw new Error(`Unknown settings: ${unknown.join(', ')}`);
  const { profile, rules } = readUserSettings(others);
  return { today, template, profile, rules };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

const presetSources: readonly TemplateSource[] = presets.map(({ name, text }) => ({
  id: `minutes-preset:${name}`,
  template: readTemplate(text, `${name}.md`),
  root: null,
}));

function chosenTemplate(
  templates: readonly TestFile[],
  preset: string | null,
): TemplateSource | null {
  const own = templates.find(({ path }) => path === 'template.md');
  if (own !== undefined) return sourceOf(own);
  if (preset === null) return null;
  const source = presetSources.find(({ id }) => id === `minutes-preset:${preset}`);
  if (source === undefined) throw new Error(`There is no preset “${preset}”`);
  return source;
}

/** Returns the templates of the nearest `.minutes/` upwards that holds any. */
function nearestTemplates(path: string, templates: readonly TestFile[]): TemplateSource[] {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const found = templates.filter(
      (file) =>
        dirname(file.path) === join(folder, '.minutes') && isTemplateFile(file.text, file.path),
    );
    if (found.length > 0 || folder === '.') return found.map(sourceOf);
  }
}

function sourceOf({ path, text }: TestFile): TemplateSource {
  const folder = dirname(path);
  const root = basename(folder) === '.minutes' ? dirname(folder) : folder;
  return {
    id: path,
    template: readTemplate(text, basename(path)),
    root: root === '.' ? '' : root,
  };
}

function isBesideTemplates(path: string): boolean {
  return basename(dirname(path)) === '.minutes';
}
