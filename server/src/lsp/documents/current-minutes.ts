import { scanMinutes, type ScannedTeam } from '../../core/meetings/scan-minutes.ts';
import type { Matcher } from '../../core/matching/matcher.ts';
import { createLineIndex } from '../../core/text/line-index.ts';
import type { PositionedText } from '../convert.ts';
import { pathOf } from './document-uri.ts';
import { textOf } from './open-documents.ts';
import type { Session } from '../session.ts';

/** Minutes of the series as they are at this moment, of which the index may not know yet. */
export interface CurrentMinutes {
  /** As the client writes it. */
  readonly uri: string;
  /** Null for a file that is not open. */
  readonly version: number | null;
  readonly document: PositionedText;
  readonly template: Matcher;
  readonly teams: readonly ScannedTeam[];
}

/** Reads minutes of the index again; null where they have gone in the meantime. */
export async function currentMinutes(id: string, session: Session): Promise<CurrentMinutes | null> {
  const template = session.series.templateOf(id);
  const text = await textOf(id, session);
  if (text === null || template === null) return null;
  const open = session.documents.get(id);
  return {
    uri: open?.uri ?? id,
    version: open?.version ?? null,
    document: { text, lines: createLineIndex(text) },
    template,
    teams: scanMinutes(text, pathOf(id), template).teams,
  };
}
