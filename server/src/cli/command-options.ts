import * as l10n from '@vscode/l10n';
import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { mostMeetings } from '../core/scaffolding/most-meetings.ts';
import { isIsoDate } from '../core/text/calendar-date.ts';
import { severities } from './document-report.ts';
import { UsageError } from './environment.ts';
import { formats, isFormatName } from './formats/formats.ts';
import { tableFormats } from './print-table.ts';
import type { Output } from './run-options.ts';

/** Adds the options of commands that read a series. */
export function withSeriesOptions(command: Command): Command {
  return command
    .option('--template <file|preset>', l10n.t('read all minutes with this template'))
    .addOption(formatOption());
}

/** Adds paths and options of commands that print what minutes record. */
export function withRecordOptions(command: Command): Command {
  return command
    .argument('[path...]', l10n.t('files and folders (default: the current folder)'))
    .option('--template <file|preset>', l10n.t('read all minutes with this template'))
    .addOption(
      new Option('--format <format>', l10n.t('the output format'))
        .choices(tableFormats)
        .default('pretty'),
    );
}

/** Returns the option `--format` of commands that print text or JSON. */
export function formatOption(): Option {
  return new Option('--format <format>', l10n.t('the output format'))
    .choices(['pretty', 'json'])
    .default('pretty');
}

/** Adds paths and options of commands that check minutes and report what they find. */
export function withRunOptions(command: Command): Command {
  return withCheckOptions(withOutputs(command))
    .addOption(
      new Option(
        '--fail-on <severity>',
        l10n.t(
          'the lowest severity that makes the exit code 1 (default: the lowest that is shown)',
        ),
      ).choices([...severities, 'never']),
    )
    .option('--rule <rule>', l10n.t('report only this rule; may be given more than once'), collect)
    .option(
      '--base <revision>',
      l10n.t('report updates lost since the merge base with this revision, such as origin/main'),
    )
    .option('--no-baseline', l10n.t('report also what the baseline knows'))
    .option('-q, --quiet', l10n.t('print the findings alone, without a summary and notes'))
    .option(
      '--explain',
      l10n.t('show beneath each finding its line, the template’s, and the repair'),
    )
    .option('--statistics', l10n.t('print how many findings there are by rule, team and month'))
    .option('--stdin-filename <path>', l10n.t('the path to use for the standard input'))
    .addHelpText('after', exitCodes());
}

/** Adds paths and options that say what is checked, and how. */
export function withCheckOptions(command: Command): Command {
  return command
    .argument(
      '[path...]',
      l10n.t('files and folders; “-” is the standard input (default: the current folder)'),
    )
    .option('--template <file|preset>', l10n.t('check all minutes against this template'))
    .addOption(
      new Option('--profile <profile>', l10n.t('whether to treat the minutes as a draft'))
        .choices(['auto', 'draft', 'final'])
        .default('auto'),
    )
    .option('--today <date>', l10n.t('the date to use as today, as YYYY-MM-DD'), readDay)
    .addOption(
      new Option(
        '--min-severity <severity>',
        l10n.t('the lowest severity to report (default: warning, and hint with --rule)'),
      ).choices(severities),
    )
    .option(
      '--severity <rule=severity>',
      l10n.t('the severity of a rule, or off; may be given more than once'),
      collect,
    )
    .option('--no-ignore', l10n.t('check also what git ignores'))
    .option(
      '--exclude <glob>',
      l10n.t('leave out what matches; may be given more than once'),
      collect,
    );
}

/** Adds `--format` and `--output`, each of which may be given more than once: a file takes the format before it. */
function withOutputs(command: Command): Command {
  const outputs: Output[] = [];
  return command
    .addOption(
      new Option(
        '--format <format>',
        l10n.t('the output format; may be given more than once (default: pretty)'),
      ).choices(Object.keys(formats)),
    )
    .option('--output <file>', l10n.t('write the format named before it to this file'))
    .on('option:format', (format: string) => {
      if (isFormatName(format)) outputs.push({ format, file: null });
    })
    .on('option:output', (file: string) => {
      const last = outputs.pop() ?? { format: 'pretty', file: null };
      if (last.file !== null)
        throw new UsageError(l10n.t('each --output needs a --format before it'));
      outputs.push({ ...last, file });
    })
    .hook('preAction', () => {
      if (outputs.length === 0) outputs.push({ format: 'pretty', file: null });
      command.setOptionValue('outputs', outputs);
    });
}

/** Returns the part of the help on exit codes. */
export function exitCodes(): string {
  return [
    '',
    l10n.t('Exit codes:'),
    `  0  ${l10n.t('no findings at or above the lowest severity')}`,
    `  1  ${l10n.t('findings')}`,
    `  2  ${l10n.t('invalid command line, or a file can’t be read or written')}`,
  ].join('\n');
}

/** Returns a heading of the help in the user's language. */
export function translatedTitle(title: string): string {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': l10n.t('Usage:'),
    'Arguments:': l10n.t('Arguments:'),
    'Options:': l10n.t('Options:'),
    'Global Options:': l10n.t('Global Options:'),
    'Commands:': l10n.t('Commands:'),
  };
  return titles[title] ?? title;
}

/** Reads a day; throws an error that commander shows where it isn't one. */
export function readDay(text: string): string {
  if (!isIsoDate(text))
    throw new InvalidArgumentError(l10n.t('It must be a date such as 2018-06-26.'));
  return text;
}

/** Reads a number of meetings; throws an error that commander shows where it isn't one. */
export function readCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0 && count <= mostMeetings) return count;
  throw new InvalidArgumentError(l10n.t('It must be a number from 1 to {0}.', mostMeetings));
}

/** Adds the value of an option that may be given more than once to its values. */
export function collect(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value];
}
