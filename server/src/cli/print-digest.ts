import { digest } from '../core/publishing/digest.ts';
import type { Environment } from './environment.ts';
import { openPublished } from './open-published.ts';
import { tellUnreadable } from './open-series.ts';
import { printableText } from './printable-text.ts';

/** The options of `minutes digest`. */
export interface DigestOptions {
  readonly template?: string;
  readonly since: string;
  readonly until?: string;
  readonly team?: readonly string[];
}

/** Prints Markdown on what was reported, decided and done in a period, and returns the exit code. */
export async function printDigest(
  paths: readonly string[],
  options: DigestOptions,
  environment: Environment,
): Promise<number> {
  const { since, until = environment.today, team: teams = [] } = options;
  const { meetings, name, opened } = await openPublished(paths, options, environment);
  environment.output.write(printableText(digest(meetings, { name, since, until, teams })));
  return tellUnreadable(opened, environment);
}
