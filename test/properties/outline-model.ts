import { writeField, type ModelField } from './outline-fields.ts';

/** A section that a generated template asks for. */
export interface ModelSection {
  /** The heading's content as the template writes it. */
  readonly heading: string;
  readonly kind: 'literal' | 'named' | 'number' | 'text' | 'date' | 'team';
  readonly aliases: readonly string[];
  readonly optional: boolean;
  readonly repeat: { readonly min: number; readonly max: number } | null;
  readonly anyOrder: boolean;
  readonly closed: boolean;
  /** How many levels it is below its parent. */
  readonly step: number;
  /** It may be one level deeper, too. */
  readonly eitherLevel: boolean;
  readonly setext: boolean;
  /** It is a bold line in place of a heading. */
  readonly bold: boolean;
  /** The teams by which the template shows the form of team headings; none where it has `{team}`. */
  readonly examples: readonly ModelTeam[];
  /** The examples are the roster. */
  readonly roster: boolean;
  readonly body: Body;
  readonly fields: readonly ModelField[];
  /** The line that its text begins with, a day. */
  readonly dateLine: string | null;
  readonly children: readonly ModelSection[];
}

/** What is written below a heading of a template. */
export type Body = 'nothing' | 'text' | 'list' | 'open' | 'table';

/** A team of the roster. */
export interface ModelTeam {
  readonly name: string;
  readonly lead: string;
  readonly status: string | null;
}

/** A generated template. */
export interface ModelTemplate {
  /** The teams of the roster, in the front matter; none where the template has no roster. */
  readonly teams: readonly ModelTeam[];
  /** The pattern of file names; null where the template has none. */
  readonly fileName: string | null;
  /** The format of the front matter's date, where minutes have to have front matter. */
  readonly frontMatterDate: string | null;
  readonly locale: 'en' | 'de';
  readonly sections: readonly ModelSection[];
  /** The level of the sections at the top. */
  readonly level: number;
}

/** Values of the placeholders that each generated template declares. */
export const ownValues = ['Alder', 'Birch', 'Großer Saal'];

/** Returns the Markdown of a generated template. */
export function writeTemplate(template: ModelTemplate): string {
  const { sections, level } = template;
  return (
    [
      frontMatterOf(template),
      ...sections.map((section) => writeSection(section, level - 1 + section.step)),
    ].join('\n\n') + '\n'
  );
}

function frontMatterOf({ teams, fileName, frontMatterDate, locale }: ModelTemplate): string {
  return [
    '---',
    'minutes-template: 1',
    'files: "**/*.md"',
    ...(fileName === null ? [] : [`file-name: "${fileName}"`]),
    ...(locale === 'en' ? [] : [`locale: ${locale}`]),
    'placeholders:',
    `  room: [${ownValues.join(', ')}]`,
    '  ticket: "[A-Z]+-[0-9]+"',
    ...(frontMatterDate === null
      ? []
      : [
          'front-matter:',
          '  layout: minutes',
          `  date: "{date:${frontMatterDate}}"`,
          '  "nav_exclude?": true',
        ]),
    ...(teams.length === 0 ? [] : ['roster:', ...teams.flatMap(writeTeam)]),
    '---',
  ].join('\n');
}

function writeTeam({ name, lead, status }: ModelTeam): readonly string[] {
  return [
    `  - name: ${name}`,
    `    leads: ${lead}`,
    ...(status === null ? [] : [`    status: ${status}`]),
  ];
}

function writeSection(section: ModelSection, level: number): string {
  const [shown, ...others] = section.examples;
  const comments = [
    ...(section.bold ? ['section'] : []),
    ...(section.roster ? ['roster'] : []),
    ...(section.optional ? ['optional'] : []),
    ...(section.repeat === null ? [] : [repeatOf(section.repeat)]),
    ...(section.anyOrder ? ['any-order'] : []),
    ...(section.closed ? ['closed'] : []),
    ...(section.eitherLevel && level < 6 ? [`levels: ${level}..${level + 1}`] : []),
    ...section.aliases.map((alias) => `alias: ${alias}`),
  ];
  const content = shown === undefined ? section.heading : writeExample(section, shown);
  const heading = section.bold
    ? `**${content}**`
    : writeHeading(content, level, section.setext && shown === undefined);
  const comment = comments.length === 0 ? '' : `\n<!-- ${comments.join('; ')} -->`;
  const body = bodies[section.body];
  return [
    heading + (section.bold ? comment.replace('\n', ' ') : comment),
    ...(section.dateLine === null ? [] : [section.dateLine]),
    ...section.fields.map(writeField),
    ...(body === '' ? [] : [body]),
    ...section.children.map((child) => writeSection(child, level + child.step)),
    ...others.map((team) => writeHeading(writeExample(section, team), level, false)),
  ].join('\n\n');
}

function writeExample({ heading }: ModelSection, { name, lead }: ModelTeam): string {
  return heading.replace('{team}', name).replace('{lead}', lead);
}

function repeatOf({ min, max }: { readonly min: number; readonly max: number }): string {
  return `repeat ${String(min)}..${max === Infinity ? '' : String(max)}`;
}

/** Returns a heading line; an underlined one where level and content allow it. */
export function writeHeading(content: string, level: number, setext: boolean): string {
  return setext && level < 3 && !/^\d+\./.test(content)
    ? `${content}\n${(level === 1 ? '=' : '-').repeat(5)}`
    : `${'#'.repeat(level)} ${content}`;
}

const bodies: Readonly<Record<Body, string>> = {
  nothing: '',
  text: 'What the group wants to know.',
  list: '- One item\n- Another item',
  open: '- [add here]',
  table: 'When | What\n--- | ---\n*Now* |\n*Later* |',
};
