import * as l10n from '@vscode/l10n';
import { explainMinutes, explanationLines } from '../core/checking/explain-minutes.ts';
import { claimDocument } from './claim-document.ts';
import { UsageError, type Environment } from './environment.ts';
import { openDocuments } from './open-documents.ts';
import { printableLine } from './printable-text.ts';
import type { RunOptions } from './run-options.ts';
import { startRun } from './run.ts';

/**
 * Prints why a file is checked as it is: its template and era, what other minutes make usual,
 * and which heading is matched with which line of the template. Returns the exit code.
 * @throws UsageError where the file can't be read.
 */
export async function explainFile(
  path: string,
  options: Pick<RunOptions, 'template'>,
  environment: Environment,
): Promise<number> {
  const outputs = [{ format: 'pretty' as const, file: null }];
  const run = startRun({ ...options, outputs, profile: 'auto', minSeverity: 'hint' }, environment);
  const [opened] = await openDocuments([path], {}, environment);
  if (opened === undefined || 'reason' in opened) {
    throw new UsageError(`${path}: ${opened?.reason ?? ''}`);
  }
  const { document } = opened;
  const claimed = claimDocument(document, document.decoded.text, run.claiming);
  const lines =
    claimed.kind === 'minutes'
      ? explanationLines(
          explainMinutes(run.inputOf(claimed, document), claimed.source.id, claimed.reason),
        )
      : [claimed.kind === 'template' ? l10n.t('It is a template.') : claimed.reason];
  environment.output.write(lines.map((line) => `${printableLine(line)}\n`).join(''));
  return 0;
}
