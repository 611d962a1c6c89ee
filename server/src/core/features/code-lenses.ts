import * as l10n from '@vscode/l10n';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { Finding } from '../rules/finding.ts';
import type { Roster } from '../template/roster.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { expectedSections } from './expected-sections.ts';

/** A line of text above a place. */
export interface CodeLens {
  readonly range: OffsetRange;
  readonly title: string;
}

/** Returns how many teams have reported, above the section that lists them. */
export function codeLenses(
  minutes: Minutes,
  template: Matcher,
  roster: Roster | null,
  fileName: string | null,
  findings: readonly Finding[],
): readonly CodeLens[] {
  const { reported } = expectedSections(minutes, template, roster, fileName, findings);
  const parents = template
    .matchOf(minutes)
    .sections.filter(({ expected }) => expected.children.some(({ team }) => team !== null));
  const [first] = parents;
  if (reported === null || first === undefined) return [];
  const title = l10n.t('{0} of {1} teams reported', reported.teams, reported.of);
  return [{ range: first.section.heading.range, title }];
}
