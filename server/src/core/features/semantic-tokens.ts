import type { Section } from '../minutes/outline.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { tablesIn } from '../minutes/tables-in.ts';
import type { Finding } from '../rules/finding.ts';
import type { MatchedTeam } from '../matching/template-match.ts';
import { placeholdersIn } from '../template/placeholder.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { OffsetRange } from '../text/offset-range.ts';

/** What a word of minutes or of a template stands for. */
export type TokenType =
  'team' | 'lead' | 'status' | 'release' | 'horizon' | 'placeholder' | 'unfilled' | 'label';

/** A piece of a line with what it stands for. */
export interface SemanticToken {
  readonly type: TokenType;
  readonly range: OffsetRange;
}

/** Returns what the words of minutes stand for, in order and without overlap; `findings` say what is unfilled. */
export function semanticTokens(
  minutes: Minutes,
  template: Matcher,
  findings: readonly Finding[],
): readonly SemanticToken[] {
  const { text } = minutes;
  const { teams, sections } = template.matchOf(minutes);
  const tables = sections.flatMap(({ expected, section }) =>
    expected.table === null ? [] : tablesIn(minutes, section.bodyRange),
  );
  return withoutOverlap([
    ...unfilledRanges(findings).flatMap((range) => byLine(range, text, 'unfilled')),
    ...teams.flatMap((team) => [...teamTokens(team, text), ...releaseTokens(team.section)]),
    ...tables.flatMap(({ rows }) =>
      rows.flatMap(({ cells: [cell] }): SemanticToken[] =>
        cell === undefined || cell.text === ''
          ? []
          : [{ type: 'horizon', range: cell.contentRange }],
      ),
    ),
    ...labelTokens(text),
  ]);
}

/** Returns the placeholders of a template's text. */
export function templateTokens(text: string): readonly SemanticToken[] {
  return placeholdersIn(text).map(({ start, end }) => ({
    type: 'placeholder',
    range: { start, end },
  }));
}

/** Returns the ranges of what findings say is not filled in. */
export function unfilledRanges(findings: readonly Finding[]): readonly OffsetRange[] {
  return findings.flatMap(({ rule, range }) =>
    rule === 'unfilled-text' || rule === 'unfilled-heading' ? [range] : [],
  );
}

function teamTokens({ section, team }: MatchedTeam, text: string): SemanticToken[] {
  const { start, end } = section.heading.contentRange;
  const source = text.slice(start, end);
  const find = (type: TokenType, words: string, from: number): SemanticToken[] => {
    const index = words === '' ? -1 : source.indexOf(words, from);
    if (index === -1) return [];
    return [{ type, range: { start: start + index, end: start + index + words.length } }];
  };
  const name = find('team', team.team, 0);
  const behind = (name[0]?.range.end ?? start) - start;
  return [
    ...name,
    ...(team.status === null ? [] : find('status', team.status, behind)),
    ...team.leads.flatMap((lead) => find('lead', lead, behind)),
  ];
}

/** A heading below a team that begins with a code span is a release. */
function releaseTokens(section: Section): SemanticToken[] {
  return section.children.flatMap(({ heading }): SemanticToken[] =>
    heading.node().children[0]?.type === 'inlineCode'
      ? [{ type: 'release', range: heading.contentRange }]
      : [],
  );
}

const label =
  /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?(?:\*\*|__)?((?:decision|decided|agreed|action(?: item)?|AI|to ?do)(?=(?:\*\*|__)?:))/gim;

function labelTokens(text: string): SemanticToken[] {
  return [...text.matchAll(label)].map((match) => {
    const end = match.index + match[0].length;
    return { type: 'label', range: { start: end - (match[1] ?? '').length, end } };
  });
}

/** A token is on one line (LSP 3.17, semantic tokens). */
function byLine({ start, end }: OffsetRange, text: string, type: TokenType): SemanticToken[] {
  return [...text.slice(start, end).matchAll(/[^\r\n]+/g)].map((match) => ({
    type,
    range: { start: start + match.index, end: start + match.index + match[0].length },
  }));
}

/** The first of tokens that overlap is kept. */
function withoutOverlap(tokens: readonly SemanticToken[]): readonly SemanticToken[] {
  const kept: SemanticToken[] = [];
  for (const token of tokens) {
    const { start, end } = token.range;
    const overlaps = kept.some(({ range }) => range.start < end && start < range.end);
    if (start < end && !overlaps) kept.push(token);
  }
  return kept.sort((a, b) => a.range.start - b.range.start);
}
