import type { Minutes } from '../minutes/read-minutes.ts';
import { joinSaid, type SaidText } from '../template/said-text.ts';
import type { MatchedTeam, TemplateMatch } from '../template/template-match.ts';
import type { Template } from '../template/template.ts';
import { endOfLine } from '../text/end-of-line.ts';
import type { OffsetRange } from '../text/offset-range.ts';

/** A team's update with what it says. */
export interface SaidUpdate {
  readonly matched: MatchedTeam;
  /** What the lines of the update say, one a line; empty where they say nothing. */
  readonly said: string;
}

/** Returns what the teams of minutes say, in document order; of two with one name the first. */
export function saidByTeams(
  minutes: Minutes,
  match: TemplateMatch,
  template: Template,
): readonly SaidUpdate[] {
  const saidIn = readInOrder(minutes, template);
  const names = new Set<string>();
  const updates: SaidUpdate[] = [];
  for (const matched of match.teams) {
    if (names.has(matched.team.key)) continue;
    names.add(matched.team.key);
    const { heading, range } = matched.section;
    const start = endOfLine(minutes.text, heading.range.end);
    updates.push({ matched, said: saidIn({ start, end: range.end }) });
  }
  return updates;
}

/** Returns what tells what ranges of whole lines say, one behind the other; what was read of their pieces is read no more. */
function readInOrder(
  { markdown: { pieces } }: Minutes,
  { saidOf }: Template,
): (range: OffsetRange) => string {
  let next = 0;
  return ({ start, end }) => {
    while (endOf(next) <= start) next++;
    const first = pieces[next];
    if (first === undefined) return '';
    const parts: string[] = [];
    for (let index = next; (pieces[index]?.start ?? end) < end; index++) {
      const placed = pieces[index] ?? first;
      const said = saidWithin(start - placed.start, end - placed.start, saidOf(placed.piece));
      if (said !== '') parts.push(said);
    }
    return parts.length > 1 ? saidOf(first.piece).join(parts) : (parts[0] ?? '');
  };

  function endOf(index: number): number {
    const placed = pieces[index];
    return placed === undefined ? Infinity : placed.start + placed.piece.text.length;
  }
}

function saidWithin(start: number, end: number, text: SaidText): string {
  if (start <= text.bodyStart && text.end <= end) return text.said;
  return joinSaid(text.lines.filter(({ range }) => start <= range.start && range.end <= end));
}
