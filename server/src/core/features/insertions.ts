import { endsOpen } from '../markdown/parse-markdown.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { matchTemplate, type TemplateMatch } from '../template/match-template.ts';
import { minutesDate } from '../template/minutes-date.ts';
import { placeholdersIn } from '../template/placeholder.ts';
import { teamsOn, type Roster, type RosterTeam } from '../template/roster.ts';
import { sectionText } from '../template/section-text.ts';
import { placeOfTeam } from '../template/team-place.ts';
import { teamText } from '../template/team-text.ts';
import type { Template, TemplateSection } from '../template/template.ts';
import { insertBlock } from '../text/insert-block.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { TextEdit } from '../text/text-edit.ts';

/** A section or team that minutes lack and that can be inserted. */
export interface Insertion {
  readonly kind: 'section' | 'team';
  readonly name: string;
  /** Lead and status of a team, else nothing. */
  readonly detail: string;
  /** The Markdown of the whole section, with LSP snippet syntax for what is to be filled in. */
  readonly snippet: string;
  /** The same as plain text. */
  readonly text: string;
  /** Puts the text where it belongs. */
  readonly edit: TextEdit;
  readonly help: string | null;
}

/** Returns the sections and teams that minutes lack: first sections in the template's order, then teams in the roster's. */
export function insertionsFor(
  minutes: Minutes,
  template: Template,
  roster: Roster | null,
  fileName: string | null,
): readonly Insertion[] {
  const match = matchTemplate(minutes, template);
  const title = minutes.headings.find(({ depth }) => depth === 1)?.text ?? null;
  const date = minutesDate(template, fileName, title);
  const insertions = [
    ...match.missing.map(({ expected, present, offset }) =>
      toInsertion(
        minutes,
        expected,
        'section',
        expected.name,
        '',
        sectionText(expected, template, date, present),
        offset,
      ),
    ),
    ...teamInsertions(minutes, template, roster, match, date),
  ];
  const isAtEnd = ({ edit }: Insertion): boolean => edit.range.start === minutes.text.length;
  return insertions.some(isAtEnd) && endsOpen(minutes.markdown)
    ? insertions.filter((insertion) => !isAtEnd(insertion))
    : insertions;
}

function teamInsertions(
  minutes: Minutes,
  template: Template,
  roster: Roster | null,
  match: TemplateMatch,
  date: string | null,
): Insertion[] {
  const has = (name: string): boolean =>
    match.teams.some(({ team }) => normalizeText(team.team) === normalizeText(name));
  const known = knownTeams(template, roster, date).filter(({ name }) => !has(name));
  return [...known, { name: '{team}', leads: ['{lead}'], status: null }].flatMap((team) => {
    const place = placeOfTeam(team.name, roster, match);
    if (place === null) return [];
    const detail =
      team.name === '{team}' ? '' : [...team.leads, team.status ?? ''].filter(Boolean).join(', ');
    const text = teamText(place.expected, team);
    return [toInsertion(minutes, place.expected, 'team', team.name, detail, text, place.offset)];
  });
}

/** Returns the roster's teams in force, else those that the template shows as examples. */
function knownTeams(
  template: Template,
  roster: Roster | null,
  date: string | null,
): readonly Pick<RosterTeam, 'name' | 'leads' | 'status'>[] {
  if (roster !== null) return teamsOn(roster, date);
  const examples = (section: TemplateSection): Pick<RosterTeam, 'name' | 'leads' | 'status'>[] => [
    ...section.examples.map(({ team, leads, status }) => ({ name: team, leads, status })),
    ...section.children.flatMap(examples),
  ];
  return template.sections.flatMap(examples);
}

function toInsertion(
  { text: document }: Minutes,
  expected: TemplateSection,
  kind: Insertion['kind'],
  name: string,
  detail: string,
  text: string,
  offset: number,
): Insertion {
  return {
    kind,
    name,
    detail,
    snippet: toSnippet(text),
    text,
    edit: insertBlock(document, offset, text).edit,
    help: expected.help,
  };
}

/** Makes placeholders tab stops (LSP 3.17, snippet syntax), and the end of the text the last one. */
function toSnippet(text: string): string {
  let snippet = '';
  let end = 0;
  placeholdersIn(text).forEach(({ placeholder, start, end: next }, index) => {
    snippet += `${escapeSnippet(text.slice(end, start))}\${${String(index + 1)}:${placeholder.name}}`;
    end = next;
  });
  return `${snippet}${escapeSnippet(text.slice(end))}\n\n$0`;
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
