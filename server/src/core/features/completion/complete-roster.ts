import { rosterTeam } from '../../template/front-matter-schema.ts';
import { splitLines } from '../../text/split-lines.ts';
import { lineAt } from '../../text/text-line.ts';
import type { Completion } from './completion-place.ts';

/** What a roster may name. */
export interface RosterVocabulary {
  readonly teams: readonly string[];
  readonly leads: readonly string[];
  readonly statuses: readonly string[];
}

/** Returns what may be written at an offset of a roster file: keys of a team, and names that minutes use. */
export function completionsInRoster(
  text: string,
  vocabulary: RosterVocabulary,
  offset: number,
): readonly Completion[] {
  const typed = text.slice(lineAt(text, offset).start, offset);
  const top = /^(\w*)$/.exec(typed)?.[1];
  if (top !== undefined) {
    return /^teams[ \t]*:/m.test(text)
      ? []
      : [toItem('key', 'teams', 'teams:\n  - name: ', top, offset)];
  }
  return completionsInTeams(text, vocabulary, offset);
}

/** The same among the teams of a roster, in a separate file or in a template's front matter. */
export function completionsInTeams(
  text: string,
  vocabulary: RosterVocabulary,
  offset: number,
): readonly Completion[] {
  const typed = text.slice(lineAt(text, offset).start, offset);
  const value = /^[ \t]+(?:-[ \t]+)?(\w+):[ \t]+(.*)$/.exec(typed);
  if (value !== null) return valuesOf(value[1] ?? '', value[2] ?? '', vocabulary, offset);
  const item = /^[ \t]+-[ \t]+(.*)$/.exec(typed)?.[1];
  if (item !== undefined && isInLeads(text.slice(0, offset - typed.length))) {
    return namesOf('lead', vocabulary.leads, item, offset);
  }
  const key = /^[ \t]+(?:-[ \t]+)?(\w*)$/.exec(typed)?.[1];
  return key === undefined ? [] : keysOf(text, key, offset);
}

/** Returns whether a text ends in a list of leads. */
function isInLeads(above: string): boolean {
  const lines = splitLines(above).slice(0, -1);
  const last = lines.findLast((line) => !/^[ \t]+-[^:]*$/.test(line));
  return last !== undefined && /^[ \t]+(?:-[ \t]+)?leads:[ \t]*$/.test(last);
}

/** Offers the keys that the team's entry doesn't have yet. */
function keysOf(text: string, typed: string, offset: number): Completion[] {
  const entry = entryAround(text, offset);
  const properties: Readonly<Record<string, { readonly description?: string }>> =
    rosterTeam.properties;
  return Object.entries(properties)
    .filter(([name]) => !entry.some((line) => line.replace(opening, '').startsWith(`${name}:`)))
    .map(([name, { description }]) => ({
      ...toItem('key', name, `${name}: `, typed, offset),
      help: description ?? null,
    }));
}

const opening = /^[ \t]+(?:-[ \t]+)?/;

/** Returns the lines of the team's entry around an offset: from its dash to the next. */
function entryAround(text: string, offset: number): readonly string[] {
  const before = text.slice(0, offset).split('\n');
  const after = text.slice(offset).split('\n').slice(1);
  const isFirst = (line: string): boolean => /^[ \t]+-[ \t]+\w+:/.test(line);
  const end = after.findIndex(isFirst);
  const begun = /^[ \t]+-[ \t]+\w*$/.test(before.at(-1) ?? '');
  const start = begun ? -1 : Math.max(before.findLastIndex(isFirst), 0);
  return [...before.slice(start), ...after.slice(0, end === -1 ? undefined : end)];
}

function valuesOf(
  key: string,
  typed: string,
  { teams, leads, statuses }: RosterVocabulary,
  offset: number,
): readonly Completion[] {
  if (key === 'name') return namesOf('team', teams, typed, offset);
  if (key === 'status') return namesOf('status', statuses, typed, offset);
  const lead = /^(?:\[(?:[^\]]*,)?[ \t]*)?([^\][,]*)$/.exec(typed)?.[1];
  return key === 'leads' && lead !== undefined ? namesOf('lead', leads, lead, offset) : [];
}

function namesOf(
  kind: 'team' | 'lead' | 'status',
  names: readonly string[],
  typed: string,
  offset: number,
): Completion[] {
  return names.map((name) => toItem(kind, name, yamlText(name), typed, offset));
}

/** Returns a text as YAML reads it back, in quotes where it needs them. */
function yamlText(text: string): string {
  return /^\p{L}(?:[\p{L}\p{N} .'’&+/()-]*[\p{L}\p{N}.)])?$/u.test(text) &&
    !/^(?:true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

function toItem(
  kind: Completion['kind'],
  label: string,
  text: string,
  typed: string,
  offset: number,
): Completion {
  const range = { start: offset - typed.length, end: offset };
  return { kind, label, detail: '', help: null, range, text, snippet: null };
}
