import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { rulePage } from '../core/checking/rule-page.ts';
import { isIsoDate } from '../core/text/calendar-date.ts';
import { checkDocuments } from './check-documents.ts';
import { diffMinutes } from './diff-minutes.ts';
import { severities } from './document-report.ts';
import { UsageError, type Environment } from './environment.ts';
import { formats, isFormatName } from './formats/formats.ts';
import { fixDocuments, type FixRunOptions } from './fix-documents.ts';
import type { SeriesOptions } from './open-series.ts';
import { initTemplates, type InitOptions } from './init-templates.ts';
import { printLog } from './print-log.ts';
import { printRoster } from './print-roster.ts';
import { printableText } from './printable-text.ts';
import { ruleNamed } from './rule-named.ts';
import type { Output, RunOptions } from './run-options.ts';
import { useTranslations } from './use-translations.ts';

/**
 * Runs the command line `minutes` with its arguments, and returns the exit code:
 * 0 where nothing was found, 1 where something was, 2 where something could not be done as asked.
 */
export async function runMinutes(args: readonly string[], system: Environment): Promise<number> {
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
    .description('Checks Markdown meeting minutes against the group’s own agenda template.')
    .version(environment.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .option(
      '--locale <tag>',
      'the language of the messages, such as de (default: the environment’s)',
    )
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        output.write(text);
      },
      writeErr: (text) => {
        errors.write(printableText(text));
      },
    })
    .addHelpText('after', exitCodes);

  withRunOptions(program.command('check'))
    .description('Tells what in the minutes does not fit their template.')
    .action(async (paths: string[], options: RunOptions) => {
      exit(await checkDocuments(paths, options, environment));
    });

  withRunOptions(program.command('fix'))
    .description('Repairs what can be repaired safely, and tells what remains.')
    .option('--dry-run', 'write nothing; print a unified diff')
    .option('--all', 'repair also what is not safe, and print a unified diff')
    .action(async (paths: string[], options: FixRunOptions) => {
      exit(await fixDocuments(paths, options, environment));
    });

  program
    .command('init')
    .description(
      'Proposes a template for each series of minutes in a folder, with what it would find.',
    )
    .argument('[folder]', 'the folder of the minutes', '.')
    .option('--write', 'write the templates to .minutes/; existing files are left alone')
    .option('--dry-run', 'write nothing, also with --write')
    .option('--preset <preset>', 'begin with a preset instead of the minutes')
    .addOption(formatOption())
    .option('--json', 'the same as --format json')
    .action(async (folder: string, options: InitOptions & { json?: true }) => {
      const format = options.json === true ? 'json' : options.format;
      exit(await initTemplates(folder, { ...options, format }, environment));
    });

  withSeriesOptions(program.command('log'))
    .description('Prints a team’s updates through time.')
    .argument('<team>', 'the team’s name')
    .argument('[path...]', 'files and folders (default: this folder)')
    .action(async (team: string, paths: string[], options: SeriesOptions) => {
      exit(await printLog(team, paths, options, environment));
    });

  withSeriesOptions(program.command('roster'))
    .description('Prints who led which team through time.')
    .argument('[path...]', 'files and folders (default: this folder)')
    .action(async (paths: string[], options: SeriesOptions) => {
      exit(await printRoster(paths, options, environment));
    });

  withSeriesOptions(program.command('diff'))
    .description('Prints what changed between two minutes: teams, leads, and rows of the roadmap.')
    .argument('<before>', 'the earlier minutes')
    .argument('<after>', 'the later minutes')
    .action(async (before: string, after: string, options: SeriesOptions) => {
      await diffMinutes([before, after], options, environment);
    });

  program
    .command('explain')
    .description('Prints the page of a rule.')
    .argument('<rule>', 'a rule, such as missing-section')
    .action((rule: string) => {
      output.write(printableText(rulePage(ruleNamed(rule))));
    });
  return program;
}

function withSeriesOptions(command: Command): Command {
  return command
    .option('--template <file|preset>', 'read all minutes by this template')
    .addOption(formatOption());
}

function formatOption(): Option {
  return new Option('--format <format>', 'how it is told')
    .choices(['pretty', 'json'])
    .default('pretty');
}

function withRunOptions(command: Command): Command {
  return withOutputs(command)
    .argument('[path...]', 'files and folders; “-” is the standard input (default: this folder)')
    .option('--template <file|preset>', 'check all minutes against this template')
    .addOption(
      new Option('--profile <profile>', 'whether the minutes count as a draft')
        .choices(['auto', 'draft', 'final'])
        .default('auto'),
    )
    .option('--today <date>', 'the day that counts as today, as YYYY-MM-DD', readDay)
    .addOption(
      new Option('--min-severity <severity>', 'the least severity that is shown and counts')
        .choices(severities)
        .default('warning'),
    )
    .option('--rule <rule>', 'only this rule; may be given more than once', collect)
    .option(
      '--base <revision>',
      'tell what is lost since the merge base with this revision, such as origin/main',
    )
    .option('--stdin-filename <path>', 'the path that the standard input counts as')
    .addHelpText('after', exitCodes);
}

/** Adds `--format` and `--output`, each of which may be given more than once: a file takes the format before it. */
function withOutputs(command: Command): Command {
  const outputs: Output[] = [];
  return command
    .addOption(
      new Option(
        '--format <format>',
        'how findings are reported; may be given more than once (default: pretty)',
      ).choices(Object.keys(formats)),
    )
    .option('--output <file>', 'write the format named before it to this file')
    .on('option:format', (format: string) => {
      if (isFormatName(format)) outputs.push({ format, file: null });
    })
    .on('option:output', (file: string) => {
      const last = outputs.pop() ?? { format: 'pretty', file: null };
      if (last.file !== null) throw new UsageError('each --output needs a --format before it');
      outputs.push({ ...last, file });
    })
    .hook('preAction', () => {
      if (outputs.length === 0) outputs.push({ format: 'pretty', file: null });
      command.setOptionValue('outputs', outputs);
    });
}

const exitCodes = `
Exit codes:
  0  nothing was found at or above the least severity
  1  something was found
  2  the command line is wrong, or a file can’t be read or written`;

function readDay(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError('It must be a day such as 2018-06-26.');
  return text;
}

function collect(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value];
}
