import * as l10n from '@vscode/l10n';
import type { Matcher } from '../core/matching/matcher.ts';
import type { TemplateSource } from '../core/claims/choose-template.ts';
import { readTopics, type Topic } from '../core/scaffolding/read-topics.ts';
import { agendaNames, topicPlaces } from '../core/scaffolding/topic-places.ts';
import { newMinutes, type KnownMinutes, type NewMinutes } from '../core/scaffolding/new-minutes.ts';
import { dateOrProblem, eraProblem } from '../core/scaffolding/meeting-days.ts';
import { nextMeetings, rhythmOf } from '../core/scaffolding/next-meetings.ts';
import { english, isLocale } from '../core/text/date-names.ts';
import { decodeText } from './decode-text.ts';
import { FileError, UsageError, type Environment } from './environment.ts';
import { printableJson, printableLine, printableText } from './printable-text.ts';
import { refreshDrafts } from './refresh-drafts.ts';
import type { MadeMinutes } from './made-minutes.ts';
import { createMeetingFiles } from './meeting-files.ts';
import { seriesBelow } from './series-below.ts';
import { createTemplates, type Templates } from './templates.ts';

/** The options of `minutes new`. */
export interface NewOptions {
  readonly template?: string;
  readonly date?: string;
  readonly count?: number;
  readonly until?: string;
  readonly agenda?: string;
  readonly today?: string;
  /** False where nothing is to be carried over. */
  readonly carryOver: boolean;
  readonly refresh?: true;
  readonly cancelled?: true;
  readonly dryRun?: true;
  readonly format: 'pretty' | 'json';
}

/**
 * Makes the minutes of the next meetings from their template, reports what was carried over, and returns the exit code.
 * @throws UsageError where it isn't clear which template or which day is meant.
 */
export async function makeMinutes(
  folder: string,
  asked: NewOptions,
  environment: Environment,
): Promise<number> {
  if (environment.files.kindOf(folder) !== 'folder')
    throw new UsageError(l10n.t('there is no folder {0}', folder));
  const today = asked.today ?? environment.today;
  const options = { ...asked, ...dateAsked(asked.date, today, environment) };
  const templates = createTemplates(environment.files, (path, reason) => {
    throw new UsageError(`${path}: ${reason}`);
  });
  const source = chooseSource(folder, options, today, templates, environment);
  const root = source.root ?? environment.files.absolute(folder);
  if (options.refresh === true) {
    const roster = templates.rosterOf(source);
    const dryRun = options.dryRun === true;
    return refreshDrafts(
      { source, roster, root, today, dryRun, format: options.format },
      environment,
    );
  }
  const series = seriesBelow(source, root, environment);
  const files = createMeetingFiles(source, root, series, environment);
  const held = files === null ? series.minutes : files.meetings;
  const dates = datesOf(source, held, options, today);
  const template = files?.template ?? source.template;
  const topics =
    options.agenda === undefined ? [] : await topicsOf(options.agenda, template, environment);
  const known: KnownMinutes[] = [...held];
  const texts = new Map<string, string>();
  const made = dates.map((date, index): MadeMinutes => {
    const minutes = newMinutes({
      template,
      roster: templates.rosterOf(source),
      date,
      series: known,
      textOf: (own) => texts.get(own.path) ?? (files ?? series).textOf(own),
      topics,
      cancelled: options.cancelled === true,
      isCarried: ({ kind }) => options.carryOver && (index === 0 || kind === 'section'),
    });
    const own =
      files === null
        ? write(minutes, root, options, environment)
        : files.add(minutes, options.dryRun === true);
    known.push({ path: own.made.path ?? '', date });
    texts.set(own.made.path ?? '', own.made.text);
    return own;
  });
  environment.output.write(
    options.format === 'json'
      ? `${printableJson(jsonOf(made, options))}\n`
      : prettyOf(made, options),
  );
  for (const { path, failure } of made) {
    if (failure !== null) {
      environment.errors.write(`minutes: ${printableLine(path)}: ${printableLine(failure)}\n`);
    }
  }
  return made.some(({ failure }) => failure !== null) ? 2 : 0;
}

/** Returns the day that is asked for as an ISO date, which may be written in words. */
function dateAsked(
  text: string | undefined,
  today: string,
  { locale }: Environment,
): Pick<NewOptions, 'date'> {
  if (text === undefined) return {};
  const read = dateOrProblem(text, today, localeKnown(locale));
  if (read.date === null) throw new UsageError(read.problem);
  return { date: read.date };
}

function localeKnown(locale: string | null): string {
  return locale !== null && isLocale(locale) ? locale : english;
}

/** Returns the template that holds: the one that is named, else the only one of the nearest `.minutes/`. */
export function chooseSource(
  folder: string,
  options: Pick<NewOptions, 'template' | 'date'>,
  today: string,
  templates: Templates,
  { files }: Environment,
): TemplateSource {
  const location = `${files.absolute(folder)}/new.md`;
  const all = templates.nearest({ path: location, location, within: folder, origin: 'named' });
  const nearest = all.filter(({ template }) => template.problems.length === 0);
  const { template: name } = options;
  if (name !== undefined) {
    const own = nearest.find(({ template, id }) => template.name === name || nameOf(id) === name);
    return own ?? templates.named(name);
  }
  const on = options.date ?? today;
  const notOver = nearest.filter(
    ({ template: { options: era } }) => era.until === null || era.until >= on,
  );
  const begun = notOver.filter(
    ({ template: { options: era } }) => era.from === null || era.from <= on,
  );
  const holding = begun.length > 0 ? begun : notOver;
  const [only, ...others] = holding;
  if (only === undefined) {
    const [broken] = all.flatMap(({ id, template }) =>
      template.problems.map(({ message }) => `${id}: ${message}`),
    );
    if (broken !== undefined) throw new UsageError(broken);
    throw new UsageError(
      l10n.t('there is no template in {0} or above: make one with “minutes init”', folder),
    );
  }
  if (others.length === 0) return only;
  const here = holding.filter(({ root, template }) => {
    const below = location.slice((root?.length ?? 0) + 1, -'new.md'.length);
    return below !== '' && template.options.files.some((glob) => glob.startsWith(below));
  });
  const [own, ...further] = here;
  if (own !== undefined && further.length === 0) return own;
  const names = holding.map(({ template }) => template.name).join(', ');
  throw new UsageError(l10n.t('several templates apply; choose one with --template: {0}', names));
}

function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).replace(/\.md$/, '');
}

function datesOf(
  { template }: TemplateSource,
  minutes: readonly KnownMinutes[],
  { date, count, until }: NewOptions,
  today: string,
): readonly string[] {
  const held = minutes.flatMap((own) => own.date ?? []);
  if (date !== undefined) {
    const there = minutes.find((own) => own.date === date);
    const problem = eraProblem(date, { options: template.options, locale: english });
    if (there === undefined && problem !== null) throw new UsageError(problem);
    if (there === undefined) return [date];
    throw new UsageError(l10n.t('minutes of {0} already exist: {1}', date, there.path));
  }
  const several = (count ?? 1) > 1 || until !== undefined || held.includes(today);
  if (several && rhythmOf(template.options, held) === 'none') {
    throw new UsageError(
      l10n.t(
        'nothing says when the next meeting is: add “schedule” to the template, or name a day with --date',
      ),
    );
  }
  const dates = nextMeetings(template.options, held, today, {
    count: count ?? null,
    until: until ?? null,
  });
  if (dates.length > 0) return dates;
  throw new UsageError(
    until === undefined
      ? l10n.t('the schedule has no further meeting; name a day with --date')
      : l10n.t('every meeting until then has minutes; name a date with --date'),
  );
}

/** Returns the topics of a text, and says so where the template has no place for them; `-` is the standard input. */
async function topicsOf(
  path: string,
  template: Matcher,
  environment: Environment,
): Promise<readonly Topic[]> {
  const read = path === '-' ? await environment.readInput() : environment.files.read(path);
  const decoded = 'bytes' in read ? decodeText(read.bytes) : read;
  if ('reason' in decoded) throw new UsageError(`${path}: ${decoded.reason}`);
  const topics = readTopics(decoded.text, agendaNames(template));
  const { agenda, heading } = topicPlaces(template);
  if (agenda !== null || heading !== null) return topics;
  const message = l10n.t(
    'the template has neither an agenda nor a section for topics; left out: {0}',
    topics.map(({ title }) => title).join(', '),
  );
  environment.errors.write(`minutes: ${printableLine(message)}\n`);
  return [];
}

function write(
  made: NewMinutes,
  root: string,
  { dryRun }: NewOptions,
  { files }: Environment,
): MadeMinutes {
  if (made.path === null) {
    throw new UsageError(
      l10n.t(
        'the template doesn’t say how its minutes are named: add “files” and “file-name” to it',
      ),
    );
  }
  const location = `${root}/${made.path}`;
  const here = `${files.absolute('.')}/`;
  const path = location.startsWith(here) ? location.slice(here.length) : location;
  const taken =
    files.kindOf(location) === 'absent' ? null : l10n.t('exists already; it was not changed');
  if (dryRun === true || taken !== null) return { made, path, failure: taken };
  try {
    files.create(location, { bytes: new TextEncoder().encode(made.text), within: root });
    return { made, path, failure: null };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { made, path, failure: error.message };
  }
}

function prettyOf(all: readonly MadeMinutes[], { dryRun }: NewOptions): string {
  return all
    .filter(({ failure }) => failure === null)
    .map(({ made, path }) => {
      const carried = made.carried.map(({ label }) => `  ${printableLine(label)}\n`);
      const from =
        carried.length === 0
          ? ''
          : `${l10n.t('Carried over from {0}:', printableLine(made.from ?? ''))}\n`;
      const text =
        dryRun === true ? `\n${printableText(made.text).replace(/^(?=.)/gm, '    ')}` : '';
      return `${printableLine(path)}\n${from}${carried.join('')}${text}`;
    })
    .join('');
}

function jsonOf(all: readonly MadeMinutes[], { dryRun }: NewOptions): object {
  return {
    version: 1,
    minutes: all.map(({ made, path, failure }) => ({
      path,
      date: made.date,
      written: dryRun !== true && failure === null,
      from: made.from,
      carried: made.carried.map(({ kind, label, section }) => ({
        kind,
        section: section.name,
        label,
      })),
      text: made.text,
    })),
  };
}
