import type { Location } from 'vscode-languageserver';
import { findInRosterFile, findInTemplate } from '../../core/template/find-in-roster.ts';
import type { MatchedTeam } from '../../core/matching/template-match.ts';
import { dateOf } from '../../core/matching/minutes-date.ts';
import { createLineIndex } from '../../core/text/line-index.ts';
import { normalizeText } from '../../core/text/normalize-text.ts';
import { sliceRange, type OffsetRange } from '../../core/text/offset-range.ts';
import { templateUri } from '../documents/preset-uri.ts';
import type { Session } from '../session.ts';
import type { MinutesSubject } from '../documents/take-snapshot.ts';

/**
 * Returns where the team of a heading, or the lead at an offset of it, is declared:
 * in the roster file, else in the template’s front matter, else among the template’s headings.
 */
export async function teamDefinition(
  { input, source }: MinutesSubject,
  matched: MatchedTeam,
  offset: number,
  { templates, converter }: Session,
): Promise<Location> {
  const { minutes, template, fileName } = input;
  const query = {
    team: matched.team.team,
    lead: leadAt(matched, minutes.text, offset),
    date: dateOf(minutes, template, fileName),
  };
  const locate = (uri: string, text: string, range: OffsetRange): Location => ({
    uri,
    range: converter.toRange({ text, lines: createLineIndex(text) }, range),
  });
  const file = await templates.rosterFileOf(source);
  if (file !== null && file.text !== null) {
    const range = findInRosterFile(file.text, query);
    if (range !== null) return locate(file.uri, file.text, range);
  }
  const { text } = template;
  const example = matched.expected.examples.find(
    ({ team }) => normalizeText(team) === normalizeText(query.team),
  );
  const range = findInTemplate(text, query) ?? example?.range ?? matched.expected.range;
  return locate(templateUri(source), text, range);
}

/** Returns the lead whose name holds an offset. */
function leadAt({ section, team }: MatchedTeam, text: string, offset: number): string | null {
  const { contentRange } = section.heading;
  const source = sliceRange(text, contentRange);
  const within = offset - contentRange.start;
  const found = team.leads.find((lead) => {
    const start = source.lastIndexOf(lead);
    return start !== -1 && start <= within && within <= start + lead.length;
  });
  return found ?? null;
}
