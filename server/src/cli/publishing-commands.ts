import * as l10n from '@vscode/l10n';
import { Option, type Command } from 'commander';
import { collect, readDay } from './command-options.ts';
import type { ExportOptions } from './export-meetings.ts';
import type { Environment } from './environment.ts';
import type { ReportOptions } from './report/write-report.ts';
import type { MailOptions } from './print-mail.ts';
import type { DigestOptions } from './print-digest.ts';

/** Adds the commands that make something of a series for others to read; they ask `run` for what they run in, and `exit` takes the exit code. */
export function addPublishingCommands(
  program: Command,
  run: () => Environment,
  exit: (code: number) => void,
): void {
  const withPaths = (command: Command): Command =>
    command
      .argument('[path...]', l10n.t('files and folders (default: the current folder)'))
      .option('--template <file|preset>', l10n.t('read all minutes with this template'));

  withPaths(program.command('digest'))
    .description(l10n.t('Prints in Markdown what was reported, decided and done in a period.'))
    .requiredOption('--since <date>', l10n.t('the first day, as YYYY-MM-DD'), readDay)
    .option('--until <date>', l10n.t('the last day, as YYYY-MM-DD (default: today)'), readDay)
    .option('--team <team>', l10n.t('only this team; may be given more than once'), collect)
    .action(async (paths: string[], options: DigestOptions) => {
      const { printDigest } = await import('./print-digest.ts');
      exit(await printDigest(paths, options, run()));
    });

  program
    .command('mail')
    .description(l10n.t('Writes minutes as a mail that a mail program opens as a draft.'))
    .argument('<file>', l10n.t('the minutes of a meeting'))
    .option('--record', l10n.t('only what was decided and promised'))
    .option('--to <address>', l10n.t('a recipient; may be given more than once'), collect)
    .option('--output <file>', l10n.t('the file of the mail (default: the standard output)'))
    .option('--template <file|preset>', l10n.t('read all minutes with this template'))
    .action(async (file: string, options: MailOptions) => {
      const { printMail } = await import('./print-mail.ts');
      exit(await printMail(file, options, run()));
    });

  withPaths(program.command('report'))
    .description(l10n.t('Writes a site with a page for each meeting, team and person.'))
    .requiredOption('--output <folder>', l10n.t('the folder of the site'))
    .option('--base-url <address>', l10n.t('the address that the site will have, for feeds'))
    .option('--style <file>', l10n.t('a style sheet that the pages use besides their own'))
    .action(async (paths: string[], options: ReportOptions) => {
      const { writeReport } = await import('./report/write-report.ts');
      exit(await writeReport(paths, options, run()));
    });

  program
    .command('export')
    .description(l10n.t('Prints minutes as data.'))
    .argument('[path...]', l10n.t('files and folders (default: the current folder)'))
    .option('--template <file|preset>', l10n.t('read all minutes with this template'))
    .addOption(
      new Option(
        '--format <format>',
        l10n.t('json, which has everything, or csv, for the tables of a section'),
      )
        .choices(['json', 'csv'])
        .default('json'),
    )
    .option('--table <section>', l10n.t('the section whose tables csv has'))
    .option('--no-ignore', l10n.t('check also what git ignores'))
    .option(
      '--exclude <glob>',
      l10n.t('leave out what matches; may be given more than once'),
      collect,
    )
    .action(async (paths: string[], options: ExportOptions) => {
      const { exportMeetings } = await import('./export-meetings.ts');
      exit(await exportMeetings(paths, options, run()));
    });
}
