import { endsOpen } from '../markdown/parse-markdown.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { isCancelledAt } from '../matching/cancelled-meeting.ts';
import type { MissingSection, TemplateMatch } from '../matching/template-match.ts';
import { datedText, readStatedDate } from '../matching/minutes-date.ts';
import { rosterOrder, teamsOn, type Roster, type RosterTeam } from '../template/roster.ts';
import { sectionText, teamSectionText } from '../template/section-text.ts';
import { placeOfTeam } from '../matching/team-place.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { firstDayOf } from '../text/partial-date.ts';
import { insertBlock } from '../text/insert-block.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { sectionSnippet } from './section-snippet.ts';

/** A section or team that minutes lack and that can be inserted. */
export interface Insertion {
  readonly kind: 'section' | 'team';
  readonly name: string;
  /** Lead and status of a team, `optional` for a section that may be left out, else nothing. */
  readonly detail: string;
  /** The Markdown of the whole section, with LSP snippet syntax for what is to be filled in. */
  readonly snippet: string;
  /** The same as plain text. */
  readonly text: string;
  /** The template's section, or that of its teams. */
  readonly expected: TemplateSection;
  /** Puts the text where it belongs. */
  readonly edit: TextEdit;
  readonly help: string | null;
}

/**
 * Returns the sections and teams that minutes lack: first sections in the template's order, then those that may be
 * left out, then teams in the roster's order. Minutes of a meeting that was not held lack nothing.
 */
export function insertionsFor(
  minutes: Minutes,
  template: Matcher,
  roster: Roster | null,
  fileName: string | null,
): readonly Insertion[] {
  const match = template.matchOf(minutes);
  if (isCancelledAt(minutes, template, fileName)) return [];
  const statedDate = readStatedDate(template, fileName, datedText(minutes));
  const date = statedDate === null ? null : firstDayOf(statedDate);
  const toDraft = (
    { expected, present, offset, shift }: MissingSection,
    detail: Draft['detail'],
  ): Draft => {
    const text = sectionText(expected, template, statedDate, present, undefined, shift);
    return { kind: 'section', name: expected.name, detail, text, expected, offset };
  };
  const insertions = [
    ...match.missing.map((section) => toDraft(section, '')),
    ...match.optional.map((section) => toDraft(section, 'optional')),
    ...draftTeams(minutes, template, roster, match, date),
  ].map((draft) => toInsertion(draft, minutes, template));
  const isAtEnd = ({ edit }: Insertion): boolean => edit.range.start === minutes.text.length;
  return insertions.some(isAtEnd) && endsOpen(minutes.markdown)
    ? insertions.filter((insertion) => !isAtEnd(insertion))
    : insertions;
}

/** What is inserted, before it is written for its place. */
interface Draft extends Pick<Insertion, 'kind' | 'name' | 'detail' | 'text' | 'expected'> {
  readonly offset: number;
}

function draftTeams(
  minutes: Minutes,
  template: Matcher,
  roster: Roster | null,
  match: TemplateMatch,
  date: string | null,
): Draft[] {
  const has = (name: string): boolean =>
    match.teams.some(({ team }) => team.key === normalizeText(name));
  const known = knownTeams(template, roster, date).filter(({ name }) => !has(name));
  return [...known, { name: '{team}', leads: ['{lead}'], status: null }].flatMap(
    (team): Draft[] => {
      const place = placeOfTeam(team.name, rosterOrder(roster), match.ofOutline, template);
      if (place === null) return [];
      const detail =
        team.name === '{team}' ? '' : [...team.leads, team.status ?? ''].filter(Boolean).join(', ');
      const text = teamSectionText(place.expected, team, template, date, place.shift);
      const { expected } = place;
      const offset = place.offsetIn(match, minutes.text);
      return [{ kind: 'team', name: team.name, detail, text, expected, offset }];
    },
  );
}

/** Returns the roster's teams in force, else those that the template shows as examples. */
function knownTeams(
  template: Matcher,
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
  { kind, name, detail, text, expected, offset }: Draft,
  { text: document }: Minutes,
  template: Matcher,
): Insertion {
  return {
    kind,
    name,
    detail,
    snippet: sectionSnippet(text, template),
    text,
    expected,
    edit: insertBlock(document, offset, text).edit,
    help: expected.help,
  };
}
