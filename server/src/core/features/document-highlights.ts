import type { Minutes } from '../minutes/read-minutes.ts';
import type { Matcher } from '../matching/matcher.ts';
import { escapeExpression } from '../text/escape-expression.ts';
import type { OffsetRange } from '../text/offset-range.ts';

/** Returns every mention of the team or lead whose name is at an offset; none where no such name does. */
export function documentHighlights(
  minutes: Minutes,
  template: Matcher,
  offset: number,
): readonly OffsetRange[] {
  const { teams } = template.matchOf(minutes);
  const names = new Set(teams.flatMap(({ team }) => [team.team, ...team.leads]));
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  for (const name of longestFirst) {
    const mentions = mentionsOf(name, minutes.text);
    if (mentions.some(({ start, end }) => start <= offset && offset <= end)) return mentions;
  }
  return [];
}

function mentionsOf(name: string, text: string): OffsetRange[] {
  const boundary = '[\\p{L}\\p{N}_]';
  const expression = `(?<!${boundary})${escapeExpression(name)}(?!${boundary})`;
  return [...text.matchAll(new RegExp(expression, 'giu'))].map(({ index }) => ({
    start: index,
    end: index + name.length,
  }));
}
