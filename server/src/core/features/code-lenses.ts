import * as l10n from '@vscode/l10n';
import type { Matcher } from '../matching/matcher.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { Finding } from '../rules/finding.ts';
import type { Roster } from '../template/roster.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { expectedSections } from './expected-sections.ts';

/** A place with a line of text above it. */
export interface LensPlace {
  readonly range: OffsetRange;
  /** The key of the team whose heading it is; null for the section that lists the teams. */
  readonly team: string | null;
}

/**
 * Returns the places with a line of text above, which depend on the match alone:
 * an editor that knows them at once moves the text once.
 */
export function lensPlaces(minutes: Minutes, template: Matcher): readonly LensPlace[] {
  const { sections, teams } = template.matchOf(minutes);
  const list = sections.find(({ expected }) => expected.children.some(({ team }) => team !== null));
  return [
    ...(list === undefined || teams.length === 0
      ? []
      : [{ range: list.section.heading.range, team: null }]),
    ...teams.map(({ section, team }) => ({ range: section.heading.range, team: team.key })),
  ];
}

/** Returns how many teams have reported, above the section that lists them. */
export function describeReported(
  minutes: Minutes,
  template: Matcher,
  roster: Roster | null,
  fileName: string | null,
  findings: readonly Finding[],
): string {
  const { reported } = expectedSections(minutes, template, roster, fileName, findings);
  return reported === null
    ? l10n.t('no team is expected to report')
    : l10n.t('{0} of {1} teams reported', reported.teams, reported.of);
}
