import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { readMinutes } from '../minutes/read-minutes.ts';
import type { Matcher } from '../matching/matcher.ts';
import { once } from '../text/cached.ts';
import { readBaseline, wordingsByPart, type Baseline } from './baseline.ts';
import { lostUpdates } from './lost-updates.ts';

/** The texts of minutes in a merge; null where a commit lacks the file. */
export interface MergedTexts {
  readonly merged: string;
  readonly parents: readonly (string | null)[];
  /** What the parents have in common. */
  readonly base: string | null;
}

/**
 * Returns the parents of a merge that lost updates in it, as baselines.
 * What one parent had removed since the merge base is not expected of the other.
 */
export function mergeBaselines(
  { merged, parents, base }: MergedTexts,
  template: Matcher,
): readonly Baseline[] {
  const minutes = readMinutes(parseMarkdown(merged));
  const match = template.matchOf(minutes);
  const wordingsIn = (text: string | null): ReadonlySet<string> =>
    text === null ? new Set() : readBaseline('committed', text, template).allWordings;
  const before = wordingsIn(base);
  const wordings = parents.map(wordingsIn);
  return parents.flatMap((text, index) => {
    if (text === null) return [];
    const others = wordings.filter((_, other) => other !== index);
    const baseline = withoutWordings(
      readBaseline('committed', text, template),
      (line) => before.has(line) && others.some((other) => !other.has(line)),
    );
    return lostUpdates(baseline, minutes, match, template).length > 0 ? [baseline] : [];
  });
}

/** Returns a baseline of which some lines are not expected any more. */
function withoutWordings(baseline: Baseline, isRemoved: (wording: string) => boolean): Baseline {
  const parts = baseline.parts.map((part) => ({
    ...part,
    lines: once(() =>
      part.lines().map((line) => (isRemoved(line.wording) ? { ...line, wording: '' } : line)),
    ),
  }));
  return { ...baseline, parts, wordings: wordingsByPart(parts) };
}
