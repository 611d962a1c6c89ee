import { isCancelledAt } from '../matching/cancelled-meeting.ts';
import { isEmptySection, type Section } from '../minutes/outline.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { updateLines } from '../meetings/update-lines.ts';
import type { Finding } from '../rules/finding.ts';
import type { TemplateMatch } from '../matching/template-match.ts';
import type { Roster } from '../template/roster.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { TemplateSection } from '../template/template-section.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { insertionsFor } from './insertions.ts';
import { unfilledRanges } from './semantic-tokens.ts';

/** A part of minutes that the template expects, against what is there. */
export interface ExpectedSection {
  readonly kind: 'title' | 'section' | 'team';
  readonly name: string;
  readonly state: 'present' | 'empty' | 'unfilled' | 'missing';
  /** The people that lead a team. */
  readonly leads: readonly string[];
  readonly status: string | null;
  /** How many lines of the section say something (headings and what is unfilled don't), without those of sections below it. */
  readonly lineCount: number;
  /** How many findings are in it, without those of sections below it. */
  readonly findingCount: number;
  /** The section; where it is missing, the empty range at which it belongs. */
  readonly range: OffsetRange;
  readonly headingRange: OffsetRange;
  readonly children: readonly ExpectedSection[];
}

/** What minutes hold of what is expected. */
export interface Expectations {
  readonly sections: readonly ExpectedSection[];
  /** How many teams have an update, and how many there are to be; null where the template knows no teams. */
  readonly reported: { readonly teams: number; readonly of: number } | null;
  /** The meeting was not held, so that nothing is missing. */
  readonly cancelled: boolean;
}

/** Returns what the template expects of minutes, in the order of the document, with what is missing where it belongs. */
export function expectedSections(
  minutes: Minutes,
  template: Matcher,
  roster: Roster | null,
  fileName: string | null,
  findings: readonly Finding[],
): Expectations {
  const match = template.matchOf(minutes);
  const cancelled = isCancelledAt(minutes, template, fileName);
  const expectedOf = new Map(
    [...match.sections, ...match.teams].map(({ section, expected }) => [section, expected]),
  );
  const teamOf = new Map(match.teams.map(({ section, team }) => [section, team]));
  const missingTeams = insertionsFor(minutes, template, roster, fileName).filter(
    ({ kind, name }) => kind === 'team' && name !== '{team}' && roster !== null,
  );
  const missingIn = (section: Section | null): ExpectedSection[] => {
    const parent = section === null ? null : (expectedOf.get(section) ?? null);
    const absent = cancelled ? [] : match.missing;
    const sections = absent.filter(({ expected }) =>
      parent === null ? isTopmost(expected, match, template) : parent.children.includes(expected),
    );
    const listsTeams = parent?.children.some(({ team }) => team !== null) === true;
    return [
      ...sections.map(({ expected, offset }) =>
        missing(expected.kind === 'title' ? 'title' : 'section', expected.name, [], offset),
      ),
      ...(listsTeams ? missingTeams : []).map(({ name, detail, edit }) =>
        missing('team', name, detail === '' ? [] : [detail], edit.range.start),
      ),
    ];
  };
  const toExpected = (section: Section): ExpectedSection[] => {
    const expected = expectedOf.get(section);
    const children = section.children.flatMap(toExpected);
    if (expected === undefined) return children;
    const team = teamOf.get(section) ?? null;
    const body =
      team === null
        ? section.bodyRange
        : { start: section.bodyRange.start, end: section.range.end };
    const unfilled = unfilledRanges(findings).some((range) =>
      within({ start: section.range.start, end: body.end }, range),
    );
    const lineCount = countLines(minutes, body, template);
    const isEmpty = team === null ? isEmptySection(section, minutes.text) : lineCount === 0;
    return [
      {
        kind: team !== null ? 'team' : expected.kind === 'title' ? 'title' : 'section',
        name: team?.team ?? section.heading.text,
        state: unfilled ? 'unfilled' : isEmpty ? 'empty' : 'present',
        leads: team?.leads ?? [],
        status: team?.status ?? null,
        lineCount,
        findingCount: findings.filter(({ range }) =>
          within({ start: section.range.start, end: body.end }, range),
        ).length,
        range: section.range,
        headingRange: section.heading.range,
        children: inOrder([...(team === null ? children : []), ...missingIn(section)]),
      },
    ];
  };
  const teams = match.teams.filter(
    ({ section }) => countLines(minutes, belowHeading(section), template) > 0,
  ).length;
  const of = match.teams.length + missingTeams.length;
  return {
    sections: inOrder([...match.outline.flatMap(toExpected), ...missingIn(null)]),
    reported: of === 0 || cancelled ? null : { teams, of },
    cancelled,
  };
}

function belowHeading({ heading, range }: Section): OffsetRange {
  return { start: heading.range.end, end: range.end };
}

/** Returns how many lines say something: neither headings nor what the template left open. */
function countLines({ text }: Minutes, range: OffsetRange, template: Matcher): number {
  return updateLines(text, range, template).filter(({ wording }) => wording !== '').length;
}

/** Returns whether no section of the minutes stands for the one that would hold a missing section. */
function isTopmost(
  expected: TemplateSection,
  { sections }: TemplateMatch,
  template: Matcher,
): boolean {
  const hasParent = (candidates: readonly TemplateSection[]): boolean =>
    candidates.some(
      (candidate) =>
        (candidate.children.includes(expected) &&
          sections.some((pair) => pair.expected === candidate)) ||
        hasParent(candidate.children),
    );
  return !hasParent(template.sections);
}

function missing(
  kind: ExpectedSection['kind'],
  name: string,
  leads: readonly string[],
  offset: number,
): ExpectedSection {
  const range = { start: offset, end: offset };
  return {
    kind,
    name,
    state: 'missing',
    leads,
    status: null,
    lineCount: 0,
    findingCount: 0,
    range,
    headingRange: range,
    children: [],
  };
}

function inOrder(sections: readonly ExpectedSection[]): readonly ExpectedSection[] {
  return [...sections].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function within(outer: OffsetRange, inner: OffsetRange): boolean {
  return outer.start <= inner.start && inner.start < Math.max(outer.end, outer.start + 1);
}
