import { readTeamHeading, type TeamHeading } from '../minutes/team-heading.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { PlaceholderContext } from './placeholder.ts';
import type { TeamShape } from './template-section.ts';
import { matchPattern, placeholdersOf, type TextPattern } from './text-pattern.ts';

/** Returns the shape of a team heading's pattern, or null where it has no `{team}`. */
export function teamShapeOf(
  pattern: TextPattern,
  context: PlaceholderContext,
  orgs: readonly string[],
): TeamShape | null {
  const placeholders = placeholdersOf(pattern.parts);
  if (placeholders.every(({ name }) => name !== 'team')) return null;
  const lead = placeholders.find(({ name }) => name === 'lead');
  const form = formOf(pattern.source);
  return {
    form: form ?? 'bare',
    statuses: context.statuses,
    orgs,
    hasLead: lead !== undefined,
    leadOptional: lead?.optional ?? true,
    custom: form === null,
  };
}

/** Returns the shape that examples such as `Name - Person` or `Name (Person)` show. */
export function exampleShape(
  form: 'dash' | 'bracket',
  context: PlaceholderContext,
  orgs: readonly string[],
): TeamShape {
  const { statuses } = context;
  return { form, statuses, orgs, hasLead: true, leadOptional: false, custom: false };
}

/** Returns the form in which a heading's text names a team and its lead, or null. */
export function exampleForm(text: string, context: PlaceholderContext): 'dash' | 'bracket' | null {
  const { statuses } = context;
  for (const form of ['dash', 'bracket'] as const) {
    const { team, leadText, wellFormed } = readTeamHeading(text, { form, statuses, orgs: [] });
    if (wellFormed && leadText !== null && leadText !== '' && team !== '') return form;
  }
  return null;
}

/** Reads a heading's text as a team's, in the shape of the template; null where its pattern doesn't match. */
export function readTeam(text: string, shape: TeamShape, pattern: TextPattern): TeamHeading | null {
  if (!shape.custom) return readTeamHeading(text, shape);
  const captures = matchPattern(pattern, text);
  if (captures === null) return null;
  const captured = (name: string): string | null =>
    captures.find(({ placeholder }) => placeholder.name === name)?.text ?? null;
  const lead = captured('lead');
  const team = captured('team') ?? text;
  return {
    team,
    key: normalizeText(team),
    status: captured('status'),
    leads: lead === null ? [] : [lead],
    leadText: lead,
    vacant: false,
    note: null,
    dash: null,
    wellFormed: true,
  };
}

/** Returns the well-known form of a pattern's text, or null where it is the group's own. */
function formOf(source: string): TeamShape['form'] | null {
  const text = source.replace(/\s*[([]\s*\{status\??\}\s*[)\]]/, '').trim();
  if (/^\{team\}$/.test(text)) return 'bare';
  if (/^\{team\}\s+[-–—]\s+\{lead\??\}$/.test(text)) return 'dash';
  if (/^\{team\}\s*\(\{lead\??\}\)$/.test(text)) return 'bracket';
  return null;
}
