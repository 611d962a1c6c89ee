import type { Argument, Command, Option } from 'commander';

/** A command as completions and the manual describe it. */
export interface DescribedCommand {
  readonly name: string;
  readonly summary: string;
  readonly arguments: readonly DescribedArgument[];
  readonly options: readonly DescribedOption[];
}

export interface DescribedArgument {
  /** As the help writes it, such as `[path...]`. */
  readonly usage: string;
  readonly summary: string;
}

export interface DescribedOption {
  readonly short: string | null;
  readonly long: string;
  /** What follows the option, as the help writes it; null where nothing does. */
  readonly value: string | null;
  readonly choices: readonly string[];
  readonly summary: string;
}

/** Returns the commands of a program, each with its options and those that all have. */
export function describeCommands(program: Command): readonly DescribedCommand[] {
  const shared = [...program.createHelp().visibleOptions(program)].filter(
    ({ long }) => long !== '--version',
  );
  return program.commands.map((command) => ({
    name: command.name(),
    summary: command.description(),
    arguments: command.registeredArguments.map(describeArgument),
    options: [...command.options, ...shared].map(describeOption),
  }));
}

function describeArgument(argument: Argument): DescribedArgument {
  const name = argument.variadic ? `${argument.name()}...` : argument.name();
  return { usage: argument.required ? `<${name}>` : `[${name}]`, summary: argument.description };
}

function describeOption({ short, long, flags, description, argChoices }: Option): DescribedOption {
  return {
    short: short ?? null,
    long: long ?? '',
    value: /<[^>]+>|\[[^\]]+\]/.exec(flags)?.[0] ?? null,
    choices: argChoices ?? [],
    summary: description,
  };
}
