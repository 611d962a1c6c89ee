import { completionsInRoster } from '../../core/features/completion/complete-roster.ts';
import type { Completion } from '../../core/features/completion/completion-place.ts';
import { normalizeUri } from '../documents/document-uri.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../documents/take-snapshot.ts';

/** Returns what may be written at an offset of a roster file: names as the template's minutes have them, the latest first. */
export async function completeRosterFile(
  { uri, document, candidates }: Snapshot,
  offset: number,
  { templates, series }: Session,
): Promise<readonly Completion[]> {
  for (const source of candidates?.nearest ?? []) {
    const file = await templates.rosterFileOf(source);
    if (file?.uri !== normalizeUri(uri)) continue;
    await series.complete();
    const headings = series
      .of(source)
      .minutes.toReversed()
      .flatMap(({ teams }) => teams.map(({ heading }) => heading));
    const vocabulary = {
      teams: [...new Set(headings.map(({ team }) => team))],
      leads: [...new Set(headings.flatMap(({ leads }) => leads))],
      statuses: source.template.options.placeholders.statuses,
    };
    return completionsInRoster(document.text, vocabulary, offset);
  }
  return [];
}
