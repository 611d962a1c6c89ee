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
  readonly setext: boolean;
  readonly body: Body;
  readonly children: readonly ModelSection[];
}

/** What is written below a heading of a template. */
export type Body = 'nothing' | 'text' | 'list' | 'open' | 'table';

/** A generated template. */
export interface ModelTemplate {
  readonly frontMatter: readonly string[];
  readonly sections: readonly ModelSection[];
  /** The level of the sections at the top. */
  readonly level: number;
}

/** Returns the Markdown of a generated template. */
export function writeTemplate({ frontMatter, sections, level }: ModelTemplate): string {
  const front = ['---', 'minutes-template: 1', 'files: "*.md"', ...frontMatter, '---'].join('\n');
  return (
    [front, ...sections.map((section) => writeSection(section, level - 1 + section.step))].join(
      '\n\n',
    ) + '\n'
  );
}

function writeSection(section: ModelSection, level: number): string {
  const comments = [
    ...(section.optional ? ['optional'] : []),
    ...(section.repeat === null ? [] : [repeatOf(section.repeat)]),
    ...(section.anyOrder ? ['any-order'] : []),
    ...(section.closed ? ['closed'] : []),
    ...section.aliases.map((alias) => `alias: ${alias}`),
  ];
  const heading = writeHeading(section.heading, level, section.setext);
  const comment = comments.length === 0 ? '' : `\n<!-- ${comments.join('; ')} -->`;
  const body = bodies[section.body];
  return [
    heading + comment,
    ...(body === '' ? [] : [body]),
    ...section.children.map((child) => writeSection(child, level + child.step)),
  ].join('\n\n');
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
