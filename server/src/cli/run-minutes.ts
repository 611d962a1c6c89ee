import * as l10n from '@vscode/l10n';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { rulePage } from '../core/checking/rule-page.ts';
import { mostMeetings } from '../core/scaffolding/next-meetings.ts';
import { isIsoDate } from '../core/text/calendar-date.ts';
import { checkDocuments } from './check-documents.ts';
import { diffMinutes } from './diff-minutes.ts';
import { severities } from './document-report.ts';
import { UsageError, type Environment } from './environment.ts';
import { formats, isFormatName } from './formats/formats.ts';
import { fixDocuments, type FixRunOptions } from './fix-documents.ts';
import type { SeriesOptions } from './open-series.ts';
import { initTemplates, type InitOptions } from './init-templates.ts';
import { makeMinutes, type NewOptions } from './make-minutes.ts';
import { printLog } from './print-log.ts';
import {
  printActions,
  printAttendance,
  printDecisions,
  type ActionsOptions,
  type RecordOptions,
} from './print-record.ts';
import { printRoster } from './print-roster.ts';
import { tableFormats } from './print-table.ts';
import { printableText } from './printable-text.ts';
import { ruleNamed } from './rule-named.ts';
import type { CheckRunOptions, Output } from './run-options.ts';
import { useTranslations } from './use-translations.ts';

/**
 * Runs the command line `minutes` with its arguments, and returns the exit code:
 * 0 where nothing was found, 1 where something was, 2 where something could not be done as asked.
 */
export async function runMinutes(given: readonly string[], system: Environment): Promise<number> {
  const args = withFilesLikeOptions(given, system.files);
  const environment = { ...system, locale: localeAmong(args) ?? system.locale };
  useTranslations(environment);
  let exitCode = 0;
  const program = createProgram(environment, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UsageError)) throw error;
    environment.errors.write(printableText(`error: ${error.message}\n`));
    return 2;
  }
}

/** A pattern such as `*.md` may name a file that is called like an option. */
function withFilesLikeOptions(
  args: readonly string[],
  files: Environment['files'],
): readonly string[] {
  return args.map((arg) =>
    /^-.*\.(?:md|markdown)$/i.test(arg) && files.kindOf(arg) === 'file' ? `./${arg}` : arg,
  );
}

/** Returns the language that the arguments name; the program's own help is already in it. */
function localeAmong(args: readonly string[]): string | null {
  const program = new Command().helpOption(false).allowUnknownOption().allowExcessArguments();
  const { locale }: { locale?: string } = program
    .option('--locale <tag>')
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .parse(args, { from: 'user' })
    .opts();
  return locale ?? null;
}

function createProgram(environment: Environment, exit: (code: number) => void): Command {
  const { output, errors } = environment;
  const program = new Command('minutes')
    .description(l10n.t('Checks Markdown meeting minutes against the group’s own agenda template.'))
    .version(environment.version, '-V, --version', l10n.t('print the version'))
    .helpOption('-h, --help', l10n.t('print this help'))
    .helpCommand(false)
    .option(
      '--locale <tag>',
      l10n.t('the language of the messages, such as de (default: from the environment)'),
    )
    .configureHelp({ showGlobalOptions: true, styleTitle: translatedTitle })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        output.write(text);
      },
      writeErr: (text) => {
        errors.write(printableText(text));
      },
    })
    .addHelpText('after', exitCodes());

  withRunOptions(program.command('check'))
    .description(l10n.t('Reports where minutes don’t match their template.'))
    .option(
      '--new-since <revision>',
      l10n.t('leave out what the merge base with this revision, such as origin/main, already had'),
    )
    .action(async (paths: string[], options: CheckRunOptions) => {
      exit(await checkDocuments(paths, options, environment));
    });

  withRunOptions(program.command('fix'))
    .description(l10n.t('Applies all safe fixes and reports what remains.'))
    .option('--dry-run', l10n.t('write nothing; print a unified diff'))
    .option('--all', l10n.t('apply unsafe fixes too, and print a unified diff'))
    .action(async (paths: string[], options: FixRunOptions) => {
      exit(await fixDocuments(paths, options, environment));
    });

  program
    .command('init')
    .description(
      l10n.t(
        'Proposes a template for each series of minutes in a folder, with what it would find.',
      ),
    )
    .argument('[folder]', l10n.t('the folder of the minutes'), '.')
    .option('--write', l10n.t('write the templates to .minutes/; existing files are not changed'))
    .option('--dry-run', l10n.t('write nothing, even with --write'))
    .option('--preset <preset>', l10n.t('start from a preset instead of the minutes'))
    .addOption(formatOption())
    .option('--json', l10n.t('the same as --format json'))
    .action(async (folder: string, options: InitOptions & { json?: true }) => {
      const format = options.json === true ? 'json' : options.format;
      exit(await initTemplates(folder, { ...options, format }, environment));
    });

  program
    .command('new')
    .description('Makes the minutes of the next meeting from their template.')
    .argument('[folder]', 'a folder at or below that of the template', '.')
    .option('--template <name|file|preset>', 'the template, where several could be meant')
    .option('--date <date>', 'the day of the meeting, as YYYY-MM-DD', readDay)
    .option('--count <number>', 'make the minutes of so many meetings', readCount)
    .option('--until <date>', 'make the minutes of all meetings until this day', readDay)
    .option('--agenda <file>', 'take the topics of this text')
    .option('--no-carry-over', 'take nothing over from the last minutes')
    .option('--dry-run', 'write nothing; print the minutes')
    .option('--today <date>', 'the day that counts as today, as YYYY-MM-DD', readDay)
    .addOption(formatOption())
    .option('--json', 'the same as --format json')
    .action((folder: string, options: NewOptions & { json?: true }) => {
      const format = options.json === true ? 'json' : options.format;
      exit(makeMinutes(folder, { ...options, format }, environment));
    });

  withSeriesOptions(program.command('log'))
    .description(l10n.t('Prints a team’s updates over time.'))
    .argument('<team>', l10n.t('the team’s name'))
    .argument('[path...]', l10n.t('files and folders (default: the current folder)'))
    .action(async (team: string, paths: string[], options: SeriesOptions) => {
      exit(await printLog(team, paths, options, environment));
    });

  withSeriesOptions(program.command('roster'))
    .description(l10n.t('Prints who led which team over time.'))
    .argument('[path...]', l10n.t('files and folders (default: the current folder)'))
    .action(async (paths: string[], options: SeriesOptions) => {
      exit(await printRoster(paths, options, environment));
    });

  withSeriesOptions(program.command('diff'))
    .description(
      l10n.t('Prints what changed between two meetings: teams, leads and rows of the roadmap.'),
    )
    .argument('<before>', l10n.t('the earlier minutes'))
    .argument('<after>', l10n.t('the later minutes'))
    .action(async (before: string, after: string, options: SeriesOptions) => {
      await diffMinutes([before, after], options, environment);
    });

  withRecordOptions(program.command('actions'))
    .description(l10n.t('Prints who promised what, as each action was last mentioned.'))
    .option('--open', l10n.t('only what is not done'))
    .option('--overdue', l10n.t('only what is not done and was due before today'))
    .option('--owner <name>', l10n.t('only what this person promised'))
    .action(async (paths: string[], options: ActionsOptions) => {
      exit(await printActions(paths, options, environment));
    });

  withRecordOptions(program.command('decisions'))
    .description(l10n.t('Prints what was decided.'))
    .action(async (paths: string[], options: RecordOptions) => {
      exit(await printDecisions(paths, options, environment));
    });

  withRecordOptions(program.command('attendance'))
    .description(l10n.t('Prints who was at which meeting.'))
    .action(async (paths: string[], options: RecordOptions) => {
      exit(await printAttendance(paths, options, environment));
    });

  program
    .command('explain')
    .description(l10n.t('Prints the documentation of a rule.'))
    .argument('<rule>', l10n.t('a rule, such as missing-section'))
    .action((rule: string) => {
      output.write(printableText(rulePage(ruleNamed(rule))));
    });

  program
    .command('mcp')
    .description(
      l10n.t('Serves agents over the Model Context Protocol (standard input and output).'),
    )
    .argument('[folder...]', l10n.t('the folders that clients without roots may use (default: .)'))
    .action(() => {
      throw new UsageError(l10n.t('“mcp” must be the first argument'));
    });
  return program;
}

function withSeriesOptions(command: Command): Command {
  return command
    .option('--template <file|preset>', l10n.t('read all minutes with this template'))
    .addOption(formatOption());
}

function withRecordOptions(command: Command): Command {
  return command
    .argument('[path...]', l10n.t('files and folders (default: the current folder)'))
    .option('--template <file|preset>', l10n.t('read all minutes with this template'))
    .addOption(
      new Option('--format <format>', l10n.t('the output format'))
        .choices(tableFormats)
        .default('pretty'),
    );
}

function formatOption(): Option {
  return new Option('--format <format>', l10n.t('the output format'))
    .choices(['pretty', 'json'])
    .default('pretty');
}

function withRunOptions(command: Command): Command {
  return withOutputs(command)
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
    .option('--no-ignore', l10n.t('check also what git ignores'))
    .option(
      '--exclude <glob>',
      l10n.t('leave out what matches; may be given more than once'),
      collect,
    )
    .option('--stdin-filename <path>', l10n.t('the path to use for the standard input'))
    .addHelpText('after', exitCodes());
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

function exitCodes(): string {
  return [
    '',
    l10n.t('Exit codes:'),
    `  0  ${l10n.t('no findings at or above the lowest severity')}`,
    `  1  ${l10n.t('findings')}`,
    `  2  ${l10n.t('invalid command line, or a file can’t be read or written')}`,
  ].join('\n');
}

/** Returns a heading of the help in the user's language. */
function translatedTitle(title: string): string {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': l10n.t('Usage:'),
    'Arguments:': l10n.t('Arguments:'),
    'Options:': l10n.t('Options:'),
    'Global Options:': l10n.t('Global Options:'),
    'Commands:': l10n.t('Commands:'),
  };
  return titles[title] ?? title;
}

function readDay(text: string): string {
  if (!isIsoDate(text))
    throw new InvalidArgumentError(l10n.t('It must be a date such as 2018-06-26.'));
  return text;
}

function readCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0 && count <= mostMeetings) return count;
  throw new InvalidArgumentError(`It must be a number from 1 to ${mostMeetings}.`);
}

function collect(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value];
}
