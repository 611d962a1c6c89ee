import * as l10n from '@vscode/l10n';
import { normalizeText } from '../text/normalize-text.ts';
import type { RoadmapRow } from './scan-roadmap.ts';

/** What became of a row between two roadmaps; `from` is the horizon that it was under before. */
export type RoadmapChange =
  | { readonly kind: 'appeared' | 'vanished'; readonly row: RoadmapRow }
  | { readonly kind: 'moved'; readonly row: RoadmapRow; readonly from: string };

/** Returns what changed from one roadmap to a later one, in the order of the later one, vanished rows last. */
export function compareRoadmaps(
  before: readonly RoadmapRow[],
  after: readonly RoadmapRow[],
): readonly RoadmapChange[] {
  const left = [...before];
  const take = (isTaken: (row: RoadmapRow) => boolean): RoadmapRow | undefined => {
    const index = left.findIndex(isTaken);
    return index === -1 ? undefined : left.splice(index, 1)[0];
  };
  const changed = after.filter(
    (row) => take((other) => isSame(row, other) && hasSameHorizon(row, other)) === undefined,
  );
  const changes = changed.map((row): RoadmapChange => {
    const moved = take((other) => isSame(row, other));
    return moved === undefined
      ? { kind: 'appeared', row }
      : { kind: 'moved', row, from: moved.horizon };
  });
  return [...changes, ...left.map((row): RoadmapChange => ({ kind: 'vanished', row }))];
}

/** Returns what became of a row in words. */
export function describeRoadmapChange(change: RoadmapChange): string {
  const { horizon, text } = change.row;
  switch (change.kind) {
    case 'appeared':
      return l10n.t('new in {0}: {1}', horizon, text);
    case 'vanished':
      return l10n.t('removed from {0}: {1}', horizon, text);
    case 'moved':
      return l10n.t('from {0} to {1}: {2}', change.from, horizon, text);
  }
}

function isSame(a: RoadmapRow, b: RoadmapRow): boolean {
  return normalizeText(a.text) === normalizeText(b.text);
}

function hasSameHorizon(a: RoadmapRow, b: RoadmapRow): boolean {
  return normalizeText(a.horizon) === normalizeText(b.horizon);
}
