import type { RosterTeam } from './roster.ts';
import type { TemplateSection } from './template-section.ts';
import { fillPattern } from './text-pattern.ts';

/** What a team's heading is written from. */
export type WrittenTeam = Pick<RosterTeam, 'name' | 'leads' | 'status'>;

/** Returns the text of a team's heading in the template's shape, without its marker. */
export function teamHeadingText(expected: TemplateSection, team: WrittenTeam): string {
  return fillPattern(expected.pattern.parts, ({ name, optional }) => {
    if (name === 'team') return team.name;
    if (name === 'status') return team.status;
    if (name !== 'lead') return null;
    if (team.leads.length > 0 || optional) return team.leads.join('/') || null;
    return expected.team?.form === 'bracket' ? 'vacant' : '(vacant)';
  });
}

/** Returns a team's section as new minutes start with it: as its example writes it, else as the shape does. */
export function teamText(expected: TemplateSection, team: WrittenTeam): string {
  const heading = `${'#'.repeat(expected.depth)} ${teamHeadingText(expected, team)}`;
  const example = expected.examples.find(({ team: name }) => name === team.name);
  const below = example?.text.replace(/^[^\r\n]*/, '').trim() ?? expected.body.trim();
  return below === '' ? heading : `${heading}\n\n${below}`;
}
