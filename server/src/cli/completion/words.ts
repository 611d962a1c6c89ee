import type { DescribedCommand, DescribedOption } from './describe-commands.ts';

/** What can be completed besides files: names that no option lists. */
export interface CompletionNames {
  readonly rules: readonly string[];
  readonly presets: readonly string[];
}

/** Returns the words that may follow an option; none where a file may, or anything. */
export function wordsAfter(option: DescribedOption, names: CompletionNames): readonly string[] {
  if (option.choices.length > 0) return option.choices;
  if (option.long === '--rule') return names.rules;
  if (option.long === '--severity') return names.rules.map((rule) => `${rule}=`);
  return option.long === '--template' || option.long === '--preset' ? names.presets : [];
}

/** Returns the words that a command takes besides options and files. */
export function wordsOf({ name }: DescribedCommand, names: CompletionNames): readonly string[] {
  if (name === 'explain') return names.rules;
  return name === 'completion' ? ['bash', 'zsh', 'fish'] : [];
}

/** Returns the option for the language, which may be before the command, too. */
export function localeOption(commands: readonly DescribedCommand[]): DescribedOption | null {
  const options = commands.flatMap((command) => command.options);
  return options.find(({ long }) => long === '--locale') ?? null;
}
