import * as l10n from '@vscode/l10n';
import { addTeam, retireTeam } from '../features/change-teams.ts';
import { insertionsFor } from '../features/insertions.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { MatchedTeam } from '../matching/template-match.ts';
import { readMinutes, type Minutes } from '../minutes/read-minutes.ts';
import { teamsOn, type Roster, type RosterTeam } from '../template/roster.ts';
import { teamHeadingText } from '../template/team-text.ts';
import { sliceRange } from '../text/offset-range.ts';
import { applyEdits, type TextEdit } from '../text/text-edit.ts';

/** A draft with all that its present form depends on. */
export interface DraftInput {
  readonly text: string;
  readonly fileName: string | null;
  readonly template: Matcher;
  readonly roster: Roster | null;
  /** ISO date of the meeting. */
  readonly date: string;
}

/** One thing that a draft gains or loses. */
export interface DraftChange {
  /** What it is, in one line. */
  readonly description: string;
  readonly edits: readonly TextEdit[];
}

/** A draft as it would be made today. */
export interface RefreshedDraft {
  readonly text: string;
  /** In the order in which they are made; the edits of each are of the text that the ones before left. */
  readonly changes: readonly DraftChange[];
}

/** More changes than this are not a refresh. */
const most = 200;

/**
 * Returns a draft with the sections that the template requires now, and the teams of the roster with their leads.
 * What somebody wrote stays: only sections and teams that say nothing are changed or taken out.
 */
export function refreshDraft(input: DraftInput): RefreshedDraft {
  const changes: DraftChange[] = [];
  let { text } = input;
  while (changes.length < most) {
    const minutes = readMinutes(parseMarkdown(text));
    const change = nextChange(minutes, input);
    const changed = change === null ? text : applyEdits(text, change.edits);
    if (change === null || changed === text) break;
    changes.push(change);
    text = changed;
  }
  return { text, changes };
}

function nextChange(minutes: Minutes, input: DraftInput): DraftChange | null {
  return (
    missingSection(minutes, input) ??
    retiredSection(minutes, input) ??
    (input.roster === null ? null : rosterChange(minutes, input, input.roster))
  );
}

function missingSection(
  minutes: Minutes,
  { template, roster, fileName }: DraftInput,
): DraftChange | null {
  const insertion = insertionsFor(minutes, template, roster, fileName).find(
    ({ kind, detail }) => kind === 'section' && detail === '',
  );
  return insertion === undefined
    ? null
    : { description: l10n.t('Insert section “{0}”', insertion.name), edits: [insertion.edit] };
}

/** Finds a section that the template no longer has and that says nothing. */
function retiredSection(minutes: Minutes, { template }: DraftInput): DraftChange | null {
  for (const { section } of template.matchOf(minutes).unexpected) {
    if (says(sliceRange(minutes.text, section.range), template)) continue;
    return {
      description: l10n.t('Remove the empty section “{0}”', section.heading.text),
      edits: [{ range: section.range, text: '' }],
    };
  }
  return null;
}

function rosterChange(
  minutes: Minutes,
  { template, date }: DraftInput,
  roster: Roster,
): DraftChange | null {
  const known = teamsOn(roster, date);
  const order = known.map(({ name }) => name);
  for (const team of known) {
    const edit = addTeam(minutes, template, team, order);
    if (edit !== null)
      return { description: l10n.t('Insert team “{0}”', team.name), edits: [edit] };
  }
  for (const matched of template.matchOf(minutes).teams) {
    const own = known.find(({ key }) => key === matched.team.key);
    const change =
      own === undefined
        ? retirement(matched, minutes, template)
        : headingChange(matched, own, minutes, template);
    if (change !== null) return change;
  }
  return null;
}

function retirement(
  { team }: MatchedTeam,
  minutes: Minutes,
  template: Matcher,
): DraftChange | null {
  const edit = retireTeam(minutes, template, team.team);
  return edit === null
    ? null
    : { description: l10n.t('Remove team “{0}”, which says nothing', team.team), edits: [edit] };
}

/** Returns what makes a heading without text below it name the leads and the status of the roster. */
function headingChange(
  { expected, section, team }: MatchedTeam,
  own: RosterTeam,
  { text }: Minutes,
  template: Matcher,
): DraftChange | null {
  const isSame = team.leads.join('/') === own.leads.join('/') && team.status === own.status;
  if (isSame || team.note !== null || says(sliceRange(text, section.range), template)) return null;
  return {
    description: l10n.t(
      '“{0}” becomes “{1}”',
      section.heading.text,
      teamHeadingText(expected, { ...own, name: team.team }),
    ),
    edits: [
      {
        range: section.heading.contentRange,
        text: teamHeadingText(expected, { ...own, name: team.team }),
      },
    ],
  };
}

/** Returns whether a text has a line that says something, its headings aside. */
function says(text: string, template: Matcher): boolean {
  return template.lineWordings(text).some(({ wording }) => wording !== '');
}
