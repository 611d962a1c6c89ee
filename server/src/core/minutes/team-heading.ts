import { normalizeText } from '../text/normalize-text.ts';

/** How a group writes its team headings: `Team (status) - Lead`, `Team (Lead)` or `Team`. */
export interface TeamHeadingForm {
  readonly form: 'dash' | 'bracket' | 'bare';
  readonly statuses: readonly string[];
  /** Organizations that may follow a lead's name. */
  readonly orgs: readonly string[];
}

/** What a team's heading says; every text but the key is as written. */
export interface TeamHeading {
  readonly team: string;
  /** The team's name as it is compared. */
  readonly key: string;
  readonly status: string | null;
  /** The people that lead the team; empty where it names no one. */
  readonly leads: readonly string[];
  /** Everything after the dash or in the bracket, with notes; null where there is neither. */
  readonly leadText: string | null;
  /** Says that there is no lead, as `(vacant)` or `(?)` do. */
  readonly vacant: boolean;
  /** A note on the lead, such as `Jenna representing`. */
  readonly note: string | null;
  /** The dash as written, where one separates the lead. */
  readonly dash: string | null;
  /** Whether the lead is in the group's form; else it was found by what people write instead. */
  readonly wellFormed: boolean;
}

/** Reads a team's heading from its text without markup and struck words. */
export function readTeamHeading(text: string, form: TeamHeadingForm): TeamHeading {
  if (form.form === 'bare') return { ...readName(text, form), ...noLead };
  const read = form.form === 'dash' ? readDashForm(text, form) : readBracketForm(text, form);
  return read.leadText === null ? (readOtherForm(read) ?? read) : read;
}

/** Returns the leads that a text names, split where several are written. */
export function splitLeads(text: string, separators: RegExp): readonly string[] {
  return text
    .split(separators)
    .map((lead) => lead.trim())
    .filter((lead) => lead !== '' && !isVacant(lead));
}

const dashSeparators = /\s*[/&,]\s*|\s+and\s+/i;
const bracketSeparators = /\s*[/&]\s*|\s+and\s+/i;
const noLead = {
  leads: [],
  leadText: null,
  vacant: false,
  note: null,
  dash: null,
  wellFormed: true,
};

function readDashForm(text: string, form: TeamHeadingForm): TeamHeading {
  const split = splitAtDash(text);
  if (split === null) return { ...readName(text, form), ...noLead };
  const note = /\s*[([]([^()[\]]*)[)\]]\s*$/.exec(split.after);
  const people = note === null ? split.after : split.after.slice(0, note.index);
  const leads = splitLeads(people, dashSeparators);
  const noteText = note?.[1]?.trim() ?? '';
  const said = people.trim() || noteText;
  return {
    ...readName(split.before, form),
    leads,
    leadText: split.after.trim(),
    vacant: leads.length === 0 && said !== '' && isVacant(said),
    note: noteText === '' ? null : noteText,
    dash: split.dash,
    wellFormed: true,
  };
}

function readBracketForm(text: string, form: TeamHeadingForm): TeamHeading {
  const bracket = lastBracket(text);
  if (bracket === null || isStatus(bracket.content, form)) {
    return { ...readName(text, form), ...noLead };
  }
  const leads = splitLeads(withoutOrganization(bracket.content, form.orgs), bracketSeparators);
  return {
    ...readName(bracket.before, form),
    leads,
    leadText: bracket.content,
    vacant: leads.length === 0 && bracket.content.trim() !== '',
    note: null,
    dash: null,
    wellFormed: true,
  };
}

/** A dash without its spaces, a colon, or the bracket where a dash belongs, before a person's name. */
const otherForms: readonly RegExp[] = [
  /^(?<team>.*\S)\s+[-–—](?<lead>\p{Lu}[^()]*)$/u,
  /^(?<team>.*\p{L})[-–—]\s+(?<lead>\p{Lu}[^()]*)$/u,
  /^(?<team>.*\S)\s*[:|]\s*(?<lead>\p{Lu}[\p{L}.'’]*(?:\s+\p{Lu}[\p{L}.'’-]*)+)$/u,
  /^(?<team>.*\S)\s*\((?<lead>\p{Lu}[\p{L}.'’]*(?:\s+\p{Lu}[\p{L}.'’-]*)+)\)$/u,
];

/** What is before a lead in each of them; most names have none, and compiling the forms takes long. */
const mayHaveLead = /[-–—:|(]\s*[^\sa-z\d]/;

const longestName = 300;

/** Finds a lead in the name of a team, where it is in another form than the group's. */
function readOtherForm(read: TeamHeading): TeamHeading | null {
  if (read.team.length > longestName || !mayHaveLead.test(read.team)) return null;
  for (const form of otherForms) {
    const { team, lead } = form.exec(read.team)?.groups ?? {};
    if (team !== undefined && lead !== undefined) {
      const leadText = lead.trim();
      return { ...read, ...named(team), leads: [leadText], leadText, wellFormed: false };
    }
  }
  return null;
}

/** Takes the organization off `Lead, Organization`. */
function withoutOrganization(content: string, orgs: readonly string[]): string {
  const comma = content.lastIndexOf(',');
  const org = normalizeText(content.slice(comma + 1));
  const known = comma !== -1 && orgs.some((name) => normalizeText(name) === org);
  return known ? content.slice(0, comma) : content;
}

function readName(
  text: string,
  form: TeamHeadingForm,
): Pick<TeamHeading, 'team' | 'key' | 'status'> {
  const bracket = lastBracket(text);
  return bracket !== null && isStatus(bracket.content, form)
    ? { ...named(bracket.before), status: bracket.content.trim() }
    : { ...named(text), status: null };
}

function named(text: string): Pick<TeamHeading, 'team' | 'key'> {
  const team = text.trim();
  return { team, key: normalizeText(team) };
}

function isStatus(text: string, { statuses }: TeamHeadingForm): boolean {
  return statuses.some((status) => normalizeText(status) === normalizeText(text));
}

/** Returns whether a text says that there is no lead. */
export function isVacant(text: string): boolean {
  return /^(?:vacant|open|none|n\/a|tbd|tba|\?+|-|–|—)?$/i.test(text);
}

/** Splits at the last spaced dash outside brackets. */
function splitAtDash(text: string): { before: string; dash: string; after: string } | null {
  let depth = 0;
  for (let index = text.length - 1; index > 0; index--) {
    const character = text.charAt(index);
    if (character === ')' || character === ']') depth++;
    else if ((character === '(' || character === '[') && depth > 0) depth--;
    const dash = depth === 0 ? spacedDashAt(text, index) : null;
    if (dash !== null) {
      const before = text.slice(0, index + 1 - dash.length);
      return { before, dash, after: text.slice(index + 1) };
    }
  }
  return null;
}

/** Returns the dash, or what is typed for one, that ends at an offset with white space around it; null where none does. */
function spacedDashAt(text: string, index: number): string | null {
  if (!dashes.includes(text.charAt(index)) || !/^(?:\s|$)/.test(text.slice(index + 1))) return null;
  const dash = /(?<=\s)(?:[-–—－‐‑−]|-{2,3})$/u.exec(text.slice(Math.max(0, index - 3), index + 1));
  return dash?.[0] ?? null;
}

const dashes = '-–—－‐‑−';

/** Returns the bracket that a text ends with. */
function lastBracket(text: string): { before: string; content: string } | null {
  const match = /^(.*\S)\s*\(([^()]*)\)\s*$/s.exec(text);
  return match === null ? null : { before: match[1] ?? '', content: match[2] ?? '' };
}
