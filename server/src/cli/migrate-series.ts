import { basename, dirname } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { TemplateSource } from '../core/claims/choose-template.ts';
import { readTemplate } from '../core/matching/matcher.ts';
import { migrateMinutes } from '../core/scaffolding/migrate-minutes.ts';
import type { KnownMinutes } from '../core/scaffolding/new-minutes.ts';
import { describeChange, templateChanges } from '../core/scaffolding/template-changes.ts';
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
  readonly to?: 'drafts' | 'all';
  readonly today?: string;
  readonly dryRun?: true;
}

/**
 * Tells how a template changed and which minutes that concerns, and writes the change into them where asked to.
 * Returns the exit code.
 * @throws UsageError where it isn't clear which template is meant, or there is no earlier version of it.
 */
export function migrateSeries(
  folder: string,
  options: MigrateOptions,
  environment: Environment,
): number {
  const { files, output, errors } = environment;
  if (files.kindOf(folder) !== 'folder') throw new UsageError(`there is no folder ${folder}`);
  const today = options.today ?? environment.today;
  const templates = createTemplates(files, (path, reason) => {
    throw new UsageError(`${path}: ${reason}`);
  });
  const source = chooseSource(folder, options, today, templates, environment);
  const root = source.root ?? files.absolute(folder);
  const before = readTemplate(earlierText(source, options, environment), basename(source.id));
  const changes = templateChanges(before.sections, source.template.sections);
  const roster = templates.rosterOf(source);
  const series = seriesBelow(source, root, environment);
  const concerned = series.minutes.flatMap((own) => {
    const text = series.textOf(own);
    const fileName = basename(own.path);
    const migrated =
      text === null
        ? text
        : migrateMinutes({ text, fileName, template: source.template, roster, changes });
    return text === null || migrated === null || migrated === text ? [] : [{ own, text, migrated }];
  });
  output.write(printableText(summary(changes.map(describeChange), concerned, today)));
  const chosen = concerned.filter(
    ({ own }) => options.to === 'all' || (options.to === 'drafts' && (own.date ?? '') >= today),
  );
  let failed = false;
  for (const { own, text, migrated } of chosen) {
    if (options.dryRun === true) output.write(printableText(unifiedDiff(own.path, text, migrated)));
    else if (!replace(`${root}/${own.path}`, migrated, root, environment)) {
      failed = true;
      errors.write(`minutes: ${printableLine(own.path)}: ${l10n.t('could not be written')}\n`);
    } else output.write(`${printableLine(own.path)}\n`);
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
  concerned: readonly { readonly own: KnownMinutes }[],
  today: string,
): string {
  if (changes.length === 0) return `${l10n.t('No section of the template changed.')}\n`;
  const dates = concerned.flatMap(({ own }) => own.date ?? []).sort();
  const drafts = dates.filter((date) => date >= today).length;
  return [
    ...changes,
    concerned.length === 0
      ? l10n.t('All minutes fit.')
      : l10n.t(
          '{0} minutes from {1} to {2} are concerned, {3} of them drafts: migrate them with --to drafts or --to all, or give the template an era.',
          concerned.length,
          dates[0] ?? '',
          dates.at(-1) ?? '',
          drafts,
        ),
    '',
  ].join('\n');
}

function replace(location: string, text: string, within: string, { files }: Environment): boolean {
  const read = files.read(location);
  const decoded = 'bytes' in read ? decodeText(read.bytes) : read;
  if (!('bytes' in read) || 'reason' in decoded) return false;
  try {
    const bytes = encodeText({ ...decoded, text });
    files.replace(location, { expected: read.bytes, bytes, within });
    return true;
  } catch (error) {
    if (error instanceof FileError) return false;
    throw error;
  }
}
