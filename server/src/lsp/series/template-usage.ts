import { DiagnosticSeverity, type CancellationToken, type Location } from 'vscode-languageserver';
import { normalizeUri } from '../documents/document-uri.ts';
import type { Session } from '../session.ts';
import type { FileDiagnostics, WorkspaceCheck } from '../workspace-check.ts';

/** The minutes that a template claims. */
export interface TemplateUsage {
  /** One place in each: its first finding, else its start. */
  readonly locations: readonly Location[];
  /** How many have a finding that the user's problems show. */
  readonly withFindings: number;
}

/** Counts the minutes of templates. */
export interface TemplateUsages {
  /**
   * Returns the usage of an open template by its URI, as it was last counted while the template is being written,
   * for each change may concern all minutes. Null where it is unknown, or when cancelled.
   */
  of(uri: string, token: CancellationToken): Promise<TemplateUsage | null>;
}

const start = { line: 0, character: 0 };

/** Returns what counts the minutes of a session's templates; files that did not change are not checked again. */
export function createTemplateUsages(session: Session, check: WorkspaceCheck): TemplateUsages {
  const counted = new Map<string, TemplateUsage>();

  const count = async (id: string, token: CancellationToken): Promise<TemplateUsage | null> => {
    await session.series.complete();
    const locations: Location[] = [];
    let withFindings = 0;
    for (const { uri, source } of session.series.all()) {
      if (source.id !== id) continue;
      const place = problemIn(await check.of(uri));
      if (token.isCancellationRequested) return null;
      if (place !== null) withFindings++;
      locations.push(place ?? { uri, range: { start, end: start } });
    }
    return { locations, withFindings };
  };

  const isSaved = async (uri: string): Promise<boolean> =>
    session.documents.get(uri)?.text === (await session.files.readFile(uri));

  return {
    async of(uri, token) {
      const id = normalizeUri(uri);
      if (!(await isSaved(uri))) return counted.get(id) ?? null;
      const usage = await count(id, token);
      if (usage !== null) counted.set(id, usage);
      return usage;
    },
  };
}

/** Finds the first diagnostic of a file that is more than a hint. */
function problemIn(file: FileDiagnostics | null): Location | null {
  const [first] = (file?.diagnostics ?? [])
    .filter(({ severity }) => severity !== DiagnosticSeverity.Hint)
    .sort((a, b) => a.range.start.line - b.range.start.line);
  return file === null || first === undefined ? null : { uri: file.uri, range: first.range };
}
