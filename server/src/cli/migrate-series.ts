import { basename, dirname, relative } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { TemplateSource } from '../core/claims/choose-template.ts';
import { readTemplate } from '../core/matching/matcher.ts';
import { keepNames, splitEra } from '../core/scaffolding/keep-old-minutes.ts';
import { migrateMinutes, type MigrationTarget } from '../core/scaffolding/migrate-minutes.ts';
import type { KnownMinutes } from '../core/scaffolding/new-minutes.ts';
import { describeChange, templateChanges } from '../core/scaffolding/template-changes.ts';
import { dayBefore } from '../core/text/calendar-date.ts';
import { decodeText, encodeText } from './decode-text.ts';
import { FileError, UsageError, type Environment } from './environment.ts';
import { gitText, GitError } from './git.ts';
import { chooseSource } from './make-minutes.ts';
import { printableLine, printableText } from './printable-text.ts';
import { seriesBelow } from './series-below.ts';
import { createTemplates } from './templates.ts';
import { unifiedDiff } from './unified-diff.ts';

/** The options of `minutes migrate`. */
export interface MigrateOptions {
  readonly template?: string;
  /** The template as it was: a file; else that of the last commit. */
  readonly from?: string;
  readonly to?: MigrationTarget;
  readonly today?: string;
  readonly dryRun?: true;
}

/** A file with what becomes of it. */
interface FileChange {
  readonly path: string;
  /** Null for a file that doesn’t exist yet. */
  readonly text: string | null;
  readonly migrated: string;
}

/**
 * Prints how a template changed and which minutes that concerns, and writes the change into them where asked to.
 * Returns the exit code.
 * @throws UsageError where it isn't clear which template is meant, or there is no earlier version of it.
 */
export function migrateSeries(
  folder: string,
  options: MigrateOptions,
  environment: Environment,
): number {
  const { files, output } = environment;
  if (files.kindOf(folder) !== 'folder')
    throw new UsageError(l10n.t('there is no folder {0}', folder));
  const today = options.today ?? environment.today;
  const templates = createTemplates(files, (path, reason) => {
    throw new UsageError(`${path}: ${reason}`);
  });
  const source = chooseSource(folder, options, today, templates, environment);
  const root = source.root ?? files.absolute(folder);
  const after = source.template;
  const before = readTemplate(earlierText(source, options, environment), basename(source.id));
  const changes = templateChanges(before, after);
  const roster = templates.rosterOf(source);
  const series = seriesBelow(source, root, environment);
  const concerned = series.minutes.flatMap((own) => {
    const text = series.textOf(own);
    if (text === null) return [];
    const fileName = own.path;
    const migrated = migrateMinutes({ text, fileName, before, after, roster, today });
    return migrated === text ? [] : [{ path: own.path, date: own.date, text, migrated }];
  });
  output.write(printableText(summary(changes.map(describeChange), concerned, today)));
  const path = relative(root, source.id);
  switch (options.to) {
    case undefined:
      return 0;
    case 'drafts':
      return write(
        concerned.filter(({ date }) => (date ?? '') >= today),
        root,
        options,
        environment,
      );
    case 'all':
      return write(concerned, root, options, environment);
    case 'aliases':
      return write(
        [{ path, text: after.text, migrated: keepNames(after, changes) }],
        root,
        options,
        environment,
      );
    case 'era': {
      if (after.options.from !== before.options.from) {
        throw new UsageError(l10n.t('the template has another “from” already'));
      }
      const held = series.minutes.flatMap(({ date }) => date ?? []).filter((date) => date < today);
      const lastDay = held.sort().at(-1) ?? dayBefore(today);
      const eras = splitEra(before, after, lastDay);
      const earlier = path.replace(/(?:\.md)?$/i, `-until-${lastDay}.md`);
      return write(
        [
          { path: earlier, text: null, migrated: eras.before },
          { path, text: after.text, migrated: eras.after },
        ],
        root,
        options,
        environment,
      );
    }
  }
}

/** Writes what changed, or prints it, up to the first file that can't be written where others depend on it. */
function write(
  changes: readonly FileChange[],
  root: string,
  { dryRun, to }: MigrateOptions,
  environment: Environment,
): number {
  const { output, errors } = environment;
  let failed = false;
  for (const { path, text, migrated } of changes) {
    if (migrated === text || (failed && to === 'era')) continue;
    if (dryRun === true) output.write(printableText(unifiedDiff(path, text ?? '', migrated)));
    else if (writeFile(`${root}/${path}`, text, migrated, root, environment)) {
      output.write(`${printableLine(path)}\n`);
    } else {
      failed = true;
      errors.write(`minutes: ${printableLine(path)}: ${l10n.t('could not be written')}\n`);
    }
  }
  return failed ? 2 : 0;
}

function earlierText(
  { id }: TemplateSource,
  { from }: MigrateOptions,
  { files, git }: Environment,
): string {
  if (from === undefined) {
    try {
      return gitText(git, dirname(id), ['cat-file', 'blob', `HEAD:./${basename(id)}`]);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      throw new UsageError(
        `there is no earlier version of the template; name one with --from: ${error.message}`,
      );
    }
  }
  const read = files.read(from);
  const decoded = 'bytes' in read ? decodeText(read.bytes) : read;
  if ('reason' in decoded) throw new UsageError(`${from}: ${decoded.reason}`);
  return decoded.text;
}

function summary(
  changes: readonly string[],
  concerned: readonly KnownMinutes[],
  today: string,
): string {
  if (changes.length === 0)
    return `${l10n.t('Nothing that minutes need has changed in the template.')}\n`;
  const dates = concerned.flatMap(({ date }) => date ?? []).sort();
  const drafts = dates.filter((date) => date >= today).length;
  return [
    ...changes,
    concerned.length === 0
      ? l10n.t('All minutes fit.')
      : l10n.t(
          '{0} minutes from {1} to {2} are concerned, {3} of them drafts: migrate them with --to drafts or --to all, or keep them as they are with --to aliases or --to era.',
          concerned.length,
          dates[0] ?? '',
          dates.at(-1) ?? '',
          drafts,
        ),
    '',
  ].join('\n');
}

/** Creates a file, or replaces it where it has no other text in the meantime; returns whether it could be written. */
function writeFile(
  location: string,
  expected: string | null,
  text: string,
  within: string,
  { files }: Environment,
): boolean {
  try {
    if (expected === null) {
      files.create(location, { bytes: new TextEncoder().encode(text), within });
      return true;
    }
    const read = files.read(location);
    const decoded = 'bytes' in read ? decodeText(read.bytes) : read;
    if (!('bytes' in read) || 'reason' in decoded || decoded.text !== expected) return false;
    const bytes = encodeText({ ...decoded, text });
    files.replace(location, { expected: read.bytes, bytes, within });
    return true;
  } catch (error) {
    if (error instanceof FileError) return false;
    throw error;
  }
}
