import type { DescribedCommand } from './describe-commands.ts';
import { wordsAfter, wordsOf, type CompletionNames } from './words.ts';

/** Returns the completions of bash. */
export function bashCompletion(
  commands: readonly DescribedCommand[],
  names: CompletionNames,
): string {
  const all = commands.map(({ name }) => name);
  const values = commands.flatMap((command) =>
    command.options.flatMap((option) => {
      const words = wordsAfter(option, names);
      return words.length === 0
        ? []
        : [`    '${command.name} ${option.long}') words='${words.join(' ')}' ;;`];
    }),
  );
  const options = commands.map(
    ({ name, options: own }) =>
      `      ${name}) words='${own.map(({ long }) => long).join(' ')}' ;;`,
  );
  const words = commands.flatMap((command) => {
    const own = wordsOf(command, names);
    return own.length === 0 ? [] : [`      ${command.name}) words='${own.join(' ')}' ;;`];
  });
  return `# bash completion for minutes: source <(minutes completion bash)
_minutes() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command= word words=
  if [[ $current == = ]]; then current=; elif [[ $before == = ]]; then before=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${all.join('|')}) command=$word; break ;; esac
  done
  COMPREPLY=()
  case "$command $before" in
${values.join('\n')}
  esac
  if [[ -z $words && $current == -* ]]; then
    case $command in
${options.join('\n')}
      *) words='--help --version --locale' ;;
    esac
  elif [[ -z $words ]]; then
    case $command in
      '') words='${all.join(' ')}' ;;
${words.join('\n')}
    esac
  fi
  [[ -z $words ]] || mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
  [[ \${COMPREPLY[0]} != *= ]] || compopt -o nospace
}
complete -o default -F _minutes minutes vscode-minutes
`;
}
