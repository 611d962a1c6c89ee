import type { DescribedCommand, DescribedOption } from './describe-commands.ts';
import { localeOption, wordsAfter, wordsOf, type CompletionNames } from './words.ts';

/** Returns the completions of zsh, as a file `_minutes` in `fpath`, or to be evaluated. */
export function zshCompletion(
  commands: readonly DescribedCommand[],
  names: CompletionNames,
): string {
  const described = commands.map(
    ({ name, summary }) => `    ${quoted(`${name}:${summary.replaceAll(':', String.raw`\:`)}`)}`,
  );
  const locale = localeOption(commands);
  const first = locale === null ? '' : `${quoted(`${bracketed(locale)}:tag: `)} `;
  const cases = commands.map((command) => {
    const specs = command.options.map((option) => `        ${specOf(option, names)}`);
    const words = wordsOf(command, names);
    const rest = words.length === 0 ? "'*:file:_files'" : quoted(`*:name:(${words.join(' ')})`);
    return `      ${command.name})\n        _arguments \\\n${[...specs, `        ${rest}`].join(' \\\n')} ;;`;
  });
  return `#compdef minutes vscode-minutes
# zsh completion for minutes: source <(minutes completion zsh)
_minutes() {
  local curcontext=$curcontext state line
  local -a commands=(
${described.join('\n')}
  )
  _arguments -C ${first}'1:command:->command' '*::argument:->arguments'
  case $state in
    command) _describe command commands ;;
    arguments)
      case $words[1] in
${cases.join('\n')}
      esac ;;
  esac
}
if [[ $funcstack[1] == _minutes ]]; then _minutes "$@"; else compdef _minutes minutes vscode-minutes; fi
`;
}

function specOf(option: DescribedOption, names: CompletionNames): string {
  const described = bracketed(option);
  if (option.value === null) return quoted(described);
  const words = wordsAfter(option, names);
  const what = option.value.replace(/[<>[\]:]/g, '');
  const action = words.length === 0 ? '_files' : `(${words.join(' ')})`;
  return quoted(`*${described}:${what}:${action}`);
}

/** Returns an option with its summary, as `_arguments` takes it. */
function bracketed({ long, summary }: DescribedOption): string {
  const escaped = summary.replace(/[[\]\\]/g, String.raw`\$&`).replaceAll(':', String.raw`\:`);
  return `${long}[${escaped}]`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
