import type { Command } from 'commander';
import { rules } from '../../core/checking/registry.ts';
import { presets } from '../../core/template/presets.ts';
import { bashCompletion } from './bash.ts';
import { describeCommands } from './describe-commands.ts';
import { fishCompletion } from './fish.ts';
import { zshCompletion } from './zsh.ts';

const completions = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

/** Returns what a shell reads to complete the commands and options of a program. */
export function completionOf(shell: keyof typeof completions, program: Command): string {
  return completions[shell](describeCommands(program), {
    rules: rules.map(({ id }) => id),
    presets: presets.map(({ name }) => name),
  });
}
