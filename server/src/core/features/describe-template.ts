import * as l10n from '@vscode/l10n';
import { teamsOn, type Roster } from '../template/roster.ts';
import type { TemplateSection } from '../template/template-section.ts';
import type { Template } from '../template/template.ts';

/** What a template expects of minutes, as data. */
export interface TemplateDescription {
  readonly name: string;
  readonly outline: readonly DescribedSection[];
  /** The teams in force on the day; null where the template declares none. */
  readonly roster: readonly DescribedTeam[] | null;
  /** Texts that count as not filled in, as they are compared. */
  readonly unfilled: readonly string[];
  /** RFC 5545 recurrence rule. */
  readonly schedule: string | null;
}

/** A section that a template expects. */
export interface DescribedSection {
  /** The heading as the template writes it, placeholders included. */
  readonly heading: string;
  readonly level: number;
  readonly required: boolean;
  /** How often it may occur; `max` is null where there is no limit. */
  readonly repeat: { readonly min: number; readonly max: number | null };
  readonly aliases: readonly string[];
  readonly isTeam: boolean;
  readonly help: string | null;
  /** The required table as the template writes it. */
  readonly table: string | null;
  /** What new minutes start with below the heading. */
  readonly startsWith: string;
  readonly sections: readonly DescribedSection[];
}

export interface DescribedTeam {
  readonly name: string;
  readonly leads: readonly string[];
  readonly status: string | null;
}

/** Returns what a template expects of minutes of an ISO date; without one, of the newest. */
export function describeTemplate(
  { name, sections, options }: Template,
  roster: Roster | null,
  date: string | null,
): TemplateDescription {
  return {
    name,
    outline: sections.map(describeSection),
    roster:
      roster === null
        ? null
        : teamsOn(roster, date).map(({ name: team, leads, status }) => ({
            name: team,
            leads,
            status,
          })),
    unfilled: options.unfilled,
    schedule: options.schedule,
  };
}

function describeSection(section: TemplateSection): DescribedSection {
  const { name, depth, required, repeat, aliases, help, table, body, children } = section;
  return {
    heading: name,
    level: depth,
    required,
    repeat: { min: repeat.min, max: Number.isFinite(repeat.max) ? repeat.max : null },
    aliases,
    isTeam: section.team !== null,
    help,
    table: table?.text ?? null,
    startsWith: body.trim(),
    sections: children.map(describeSection),
  };
}

/** Returns a description as Markdown that a person, or a model, follows to write minutes. */
export function describeInMarkdown({
  name,
  outline,
  roster,
  ...rest
}: TemplateDescription): string {
  const lines = outline.flatMap((section) => linesOf(section, 0));
  const teams = (roster ?? []).map(({ name: team, leads, status }) =>
    [`- ${team}`, ...(status === null ? [] : [`(${status})`]), leads.join(', ')].join(' ').trim(),
  );
  return [
    `# ${name}`,
    '',
    ...lines,
    ...(teams.length === 0 ? [] : ['', '## Teams', '', ...teams]),
    ...(rest.unfilled.length === 0
      ? []
      : ['', l10n.t('Not filled in: {0}', rest.unfilled.map((text) => `“${text}”`).join(', '))]),
    '',
  ].join('\n');
}

function linesOf(section: DescribedSection, indentation: number): readonly string[] {
  const { heading, level, required, repeat, aliases, help, table, sections } = section;
  const notes = [
    ...(required ? [] : ['optional']),
    ...(repeat.max === 1 ? [] : ['may repeat']),
    ...aliases.map((alias) => `also “${alias}”`),
    ...(table === null ? [] : [l10n.t('with a table')]),
    ...(help === null ? [] : [help]),
  ];
  const line = `${'  '.repeat(indentation)}- \`${'#'.repeat(level)} ${heading}\``;
  return [
    notes.length === 0 ? line : `${line}: ${notes.join('; ')}`,
    ...sections.flatMap((each) => linesOf(each, indentation + 1)),
  ];
}
