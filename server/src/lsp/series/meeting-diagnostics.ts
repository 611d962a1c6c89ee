import type { Diagnostic } from 'vscode-languageserver';
import type { IndexedMinutes } from '../../core/meetings/indexed-minutes.ts';
import type { Series } from '../../core/meetings/series.ts';
import type { WorkspaceCheck } from '../workspace-check.ts';

/** Returns what is found in minutes of a series: in their file, or where it holds those of many meetings, up to the next of them. */
export async function diagnosticsOf(
  { file, firstLine }: IndexedMinutes,
  { minutes }: Series,
  check: WorkspaceCheck,
): Promise<readonly Diagnostic[]> {
  const diagnostics = (await check.of(file))?.diagnostics ?? [];
  const starts = minutes.filter((other) => other.file === file).map((other) => other.firstLine);
  const next = Math.min(...starts.filter((line) => line > firstLine));
  return diagnostics.filter(({ range: { start } }) => firstLine <= start.line && start.line < next);
}
