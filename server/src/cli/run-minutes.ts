import * as l10n from '@vscode/l10n';
import { Argument, Command, CommanderError, Option } from 'commander';
import { rulePage } from '../core/checking/rule-page.ts';
import { checkDocuments } from './check-documents.ts';
import { UsageError, type Environment } from './environment.ts';
import type { FixRunOptions } from './fix-documents.ts';
import type { SeriesOptions } from './open-series.ts';
import type { InitOptions } from './init-templates.ts';
import type { NewOptions } from './make-minutes.ts';
import type { MigrateOptions } from './migrate-series.ts';
import { migrationTargets } from './migration-targets.ts';
import type { ActionsOptions, RecordOptions } from './print-record.ts';
import { addPublishingCommands } from './publishing-commands.ts';
import { printableText } from './printable-text.ts';
import { ruleNamed } from './rule-named.ts';
import type { CheckRunOptions } from './run-options.ts';
import { useTranslations } from './use-translations.ts';
import type { BaselineOptions } from './write-baseline.ts';
import {
  withSeriesOptions,
  withRecordOptions,
  formatOption,
  withCheckOptions,
  withRunOptions,
  exitCodes,
  translatedTitle,
  readDay,
  readCount,
} from './command-options.ts';

/**
 * Runs the command line `minutes` with its arguments, and returns the exit code:
 * 0 where nothing was found, 1 where something was, 2 where something could not be done as asked.
 */
export async function runMinutes(given: readonly string[], system: Environment): Promise<number> {
  const args = withFilesLikeOptions(given, system.files);
  const environment = { ...system, locale: localeAmong(args) ?? system.locale };
  useTranslations(environment);
  let exitCode = 0;
  const program = createProgram(
    environment,
    () => environment,
    (code) => {
      exitCode = code;
    },
  );
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

/** Returns the program with its commands and options, which ask `run` for what they run in; `exit` takes the exit code. */
export function createProgram(
  { version, output, errors }: Pick<Environment, 'version' | 'output' | 'errors'>,
  run: () => Environment,
  exit: (code: number) => void,
): Command {
  const program = new Command('minutes')
    .description(l10n.t('Checks Markdown meeting minutes against the group’s own agenda template.'))
    .version(version, '-V, --version', l10n.t('print the version'))
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
    .option('--no-cache', l10n.t('check everything anew, and keep no results'))
    .option('--cache-location <folder>', l10n.t('the folder in which results are kept'))
    .option('--watch', l10n.t('check again whenever something changes, until Ctrl+C'))
    .action(async (paths: string[], options: CheckRunOptions) => {
      if (options.watch === true) {
        const { watchDocuments } = await import('./watch-documents.ts');
        await watchDocuments(paths, options, run());
      } else exit(await checkDocuments(paths, options, run()));
    });

  withCheckOptions(program.command('baseline'))
    .description(
      l10n.t(
        'Writes the findings that there are to .minutes/baseline.json; check leaves them out.',
      ),
    )
    .option('--update', l10n.t('take out what is gone, and add nothing'))
    .action(async (paths: string[], options: BaselineOptions) => {
      const { writeBaseline } = await import('./write-baseline.ts');
      exit(await writeBaseline(paths, options, run()));
    });

  withRunOptions(program.command('fix'))
    .description(l10n.t('Applies all safe fixes and reports what remains.'))
    .option('--dry-run', l10n.t('write nothing; print a unified diff'))
    .option('--all', l10n.t('apply unsafe fixes too, and print a unified diff'))
    .action(async (paths: string[], options: FixRunOptions) => {
      const { fixDocuments } = await import('./fix-documents.ts');
      exit(await fixDocuments(paths, options, run()));
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
      const { initTemplates } = await import('./init-templates.ts');
      exit(await initTemplates(folder, { ...options, format }, run()));
    });

  program
    .command('new')
    .description(l10n.t('Makes the minutes of the next meeting from their template.'))
    .argument('[folder]', l10n.t('a folder at or below that of the template'), '.')
    .option('--template <name|file|preset>', l10n.t('the template, where several could be meant'))
    .option('--date <date>', l10n.t('the day of the meeting, as YYYY-MM-DD or in words'))
    .option('--count <number>', l10n.t('make the minutes of so many meetings'), readCount)
    .option('--until <date>', l10n.t('make the minutes of all meetings until this day'), readDay)
    .option('--agenda <file>', l10n.t('take the topics of this text; - is the standard input'))
    .option('--no-carry-over', l10n.t('take nothing over from the last minutes'))
    .option('--cancelled', l10n.t('say that there is no meeting on that day'))
    .option(
      '--refresh',
      l10n.t('bring the drafts that there are to the present template and roster'),
    )
    .option('--dry-run', l10n.t('write nothing; print the minutes'))
    .option('--today <date>', l10n.t('the day that counts as today, as YYYY-MM-DD'), readDay)
    .addOption(formatOption())
    .option('--json', l10n.t('the same as --format json'))
    .action(async (folder: string, options: NewOptions & { json?: true }) => {
      const format = options.json === true ? 'json' : options.format;
      const { makeMinutes } = await import('./make-minutes.ts');
      exit(await makeMinutes(folder, { ...options, format }, run()));
    });

  program
    .command('migrate')
    .description(l10n.t('Shows how a template changed, and writes that into its minutes.'))
    .argument('[folder]', l10n.t('a folder at or below that of the template'), '.')
    .option('--template <name|file>', l10n.t('the template, where several could be meant'))
    .option('--from <file>', l10n.t('the template as it was (default: as it is committed)'))
    .addOption(
      new Option(
        '--to <target>',
        l10n.t('write the change into drafts or all minutes, or keep minutes by aliases or an era'),
      ).choices(migrationTargets),
    )
    .option('--dry-run', l10n.t('write nothing; print the changes as a unified diff'))
    .option('--today <date>', l10n.t('the day that counts as today, as YYYY-MM-DD'), readDay)
    .action(async (folder: string, options: MigrateOptions) => {
      const { migrateSeries } = await import('./migrate-series.ts');
      exit(migrateSeries(folder, options, run()));
    });

  withSeriesOptions(program.command('log'))
    .description(l10n.t('Prints a team’s updates over time.'))
    .argument('<team>', l10n.t('the team’s name'))
    .argument('[path...]', l10n.t('files and folders (default: the current folder)'))
    .action(async (team: string, paths: string[], options: SeriesOptions) => {
      const { printLog } = await import('./print-log.ts');
      exit(await printLog(team, paths, options, run()));
    });

  withSeriesOptions(program.command('roster'))
    .description(l10n.t('Prints who led which team over time.'))
    .argument('[path...]', l10n.t('files and folders (default: the current folder)'))
    .action(async (paths: string[], options: SeriesOptions) => {
      const { printRoster } = await import('./print-roster.ts');
      exit(await printRoster(paths, options, run()));
    });

  withSeriesOptions(program.command('diff'))
    .description(
      l10n.t('Prints what changed between two meetings: teams, leads and rows of the roadmap.'),
    )
    .argument('<before>', l10n.t('the earlier minutes'))
    .argument('<after>', l10n.t('the later minutes'))
    .action(async (before: string, after: string, options: SeriesOptions) => {
      const { diffMinutes } = await import('./diff-minutes.ts');
      await diffMinutes([before, after], options, run());
    });

  withRecordOptions(program.command('actions'))
    .description(l10n.t('Prints who promised what, as each action was last mentioned.'))
    .option('--open', l10n.t('only what is not done'))
    .option('--overdue', l10n.t('only what is not done and was due before today'))
    .option('--owner <name>', l10n.t('only what this person promised'))
    .action(async (paths: string[], options: ActionsOptions) => {
      const { printActions } = await import('./print-record.ts');
      exit(await printActions(paths, options, run()));
    });

  withRecordOptions(program.command('decisions'))
    .description(l10n.t('Prints what was decided.'))
    .action(async (paths: string[], options: RecordOptions) => {
      const { printDecisions } = await import('./print-record.ts');
      exit(await printDecisions(paths, options, run()));
    });

  withRecordOptions(program.command('attendance'))
    .description(l10n.t('Prints who was at which meeting.'))
    .action(async (paths: string[], options: RecordOptions) => {
      const { printAttendance } = await import('./print-record.ts');
      exit(await printAttendance(paths, options, run()));
    });

  addPublishingCommands(program, run, exit);

  program
    .command('explain')
    .description(l10n.t('Prints the documentation of a rule, or why a file is checked as it is.'))
    .argument('[rule]', l10n.t('a rule, such as missing-section'))
    .option('--file <path>', l10n.t('the minutes whose template, era and headings to explain'))
    .option('--template <file|preset>', l10n.t('read all minutes with this template'))
    .action(async (rule: string | undefined, options: { file?: string; template?: string }) => {
      if (options.file !== undefined) {
        const { explainFile } = await import('./explain-file.ts');
        exit(await explainFile(options.file, options, run()));
      } else if (rule !== undefined) output.write(printableText(rulePage(ruleNamed(rule))));
      else throw new UsageError(l10n.t('name a rule, or a file with --file'));
    });

  program
    .command('completion')
    .description(l10n.t('Prints the completions of a shell.'))
    .addArgument(new Argument('<shell>', l10n.t('the shell')).choices(['bash', 'zsh', 'fish']))
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      const { completionOf } = await import('./completion/completion-of.ts');
      output.write(completionOf(shell, program));
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
