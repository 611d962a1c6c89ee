import type { DescribedCommand, DescribedOption } from './describe-commands.ts';

/** Returns the manual page `minutes(1)` in roff. */
export function manPage(
  commands: readonly DescribedCommand[],
  summary: string,
  version: string,
): string {
  return [
    `.TH MINUTES 1 "" "vscode-minutes ${version}" "Meeting Minutes"`,
    '.SH NAME',
    `minutes \\- ${roff(summary.replace(/^./, (letter) => letter.toLowerCase()).replace(/\.$/, ''))}`,
    '.SH SYNOPSIS',
    '.B minutes',
    String.raw`.I command`,
    '[options] [arguments]',
    '.SH DESCRIPTION',
    roff(
      'minutes finds and fixes the same things as the extension for Visual Studio Code, from the same templates in .minutes/.',
    ),
    '.SH COMMANDS',
    ...commands.flatMap(commandLines),
    '.SH EXIT STATUS',
    ...terms([
      ['0', 'There are no findings at or above the lowest severity.'],
      ['1', 'There are findings.'],
      ['2', 'The command line is invalid, or a file can’t be read or written.'],
    ]),
    '.SH ENVIRONMENT',
    ...terms([
      ['MINUTES_CACHE_DIR', 'The folder in which results are kept.'],
      ['XDG_CACHE_HOME', 'The folder that holds it otherwise.'],
      ['NO_COLOR', 'No colors are used where it is set.'],
      ['LC_ALL, LC_MESSAGES, LANG', 'The language of the messages.'],
    ]),
    '.SH FILES',
    ...terms([
      ['.minutes/*.md', 'The templates.'],
      ['.minutes/config.yml', 'What is excluded, and severities.'],
      ['.minutes/baseline.json', 'The findings that are left out.'],
    ]),
    '',
  ].join('\n');
}

function commandLines({
  name,
  summary,
  options,
  arguments: own,
}: DescribedCommand): readonly string[] {
  const usage = ['minutes', name, '[options]', ...own.map((each) => each.usage)].join(' ');
  return [
    `.SS ${roff(usage)}`,
    roff(summary),
    ...terms([
      ...own.map((each) => [each.usage, each.summary] as const),
      ...options.map((option) => [flagsOf(option), summaryOf(option)] as const),
    ]),
  ];
}

function flagsOf({ short, long, value }: DescribedOption): string {
  const flags = [short, long].filter((flag) => flag !== null).join(', ');
  return value === null ? flags : `${flags} ${value}`;
}

function summaryOf({ summary, choices }: DescribedOption): string {
  return choices.length === 0 ? summary : `${summary}: ${choices.join(', ')}`;
}

function terms(entries: readonly (readonly [string, string])[]): readonly string[] {
  return entries.flatMap(([term, text]) => ['.TP', `.B ${roff(term)}`, roff(text)]);
}

/** Returns text that roff takes as it is, in ASCII. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('“', '\\(lq')
    .replaceAll('”', '\\(rq')
    .replaceAll('’', '\\(cq')
    .replaceAll('…', '...')
    .replaceAll('“', '"')
    .replace(/^(?=[.'])/, '\\&');
}
