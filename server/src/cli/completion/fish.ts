import type { DescribedCommand } from './describe-commands.ts';
import { localeOption, wordsAfter, wordsOf, type CompletionNames } from './words.ts';

/** Returns the completions of fish. */
export function fishCompletion(
  commands: readonly DescribedCommand[],
  names: CompletionNames,
): string {
  const none = `-n ${quoted(`not __fish_seen_subcommand_from ${commands.map(({ name }) => name).join(' ')}`)}`;
  const own = commands.flatMap((command) => {
    const { name, summary, options } = command;
    const seen = `-n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
    const words = wordsOf(command, names);
    return [
      `${none} -f -a ${name} -d ${quoted(summary)}`,
      ...(words.length === 0 ? [] : [`${seen} -f -a ${quoted(words.join(' '))}`]),
      ...options.map((option) => {
        const after = wordsAfter(option, names);
        const value =
          option.value === null
            ? ''
            : after.length === 0
              ? ' -r'
              : ` -x -a ${quoted(after.join(' '))}`;
        const short = option.short === null ? '' : ` -s ${option.short.slice(1)}`;
        return `${seen} -l ${option.long.slice(2)}${short}${value} -d ${quoted(option.summary)}`;
      }),
    ];
  });
  const locale = localeOption(commands);
  const lines = [
    ...(locale === null ? [] : [`${none} -l locale -x -d ${quoted(locale.summary)}`]),
    ...own,
  ];
  return [
    '# fish completion for minutes: minutes completion fish | source',
    ...['minutes', 'vscode-minutes'].flatMap((program) =>
      lines.map((line) => `complete -c ${program} ${line}`),
    ),
    '',
  ].join('\n');
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, String.raw`\$&`)}'`;
}
