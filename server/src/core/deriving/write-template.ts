import type { DerivedSection, DerivedTeam, DerivedTemplate } from './derived-template.ts';

/** A proposed template as text, with where each section's heading is. */
export interface WrittenTemplate {
  readonly text: string;
  /** The sections by the offset of their heading. */
  readonly sections: ReadonlyMap<number, DerivedSection>;
}

/** Returns the text of a proposed template. */
export function writeTemplate(template: DerivedTemplate): WrittenTemplate {
  const sections = new Map<number, DerivedSection>();
  let text = frontMatterOf(template);
  if (template.preamble !== '') text += `\n${template.preamble}\n`;
  const write = (section: DerivedSection): void => {
    text += '\n';
    sections.set(text.length, section);
    text += `${headingLines(section)}\n`;
    for (const part of [section.body, section.table ?? '']) {
      if (part !== '') text += `\n${part}\n`;
    }
    section.children.forEach(write);
  };
  template.sections.forEach(write);
  return { text, sections };
}

function headingLines(section: DerivedSection): string {
  const { heading, depth, style } = section;
  const own = refinementsOf(section).join('; ');
  const comment = own === '' ? '' : ` <!-- ${own} -->`;
  if (style === 'bold') return `**${heading}**${aliasLine(` <!-- ${own} -->`, section)}`;
  const line =
    style === 'setext' && depth <= 2
      ? `${heading}${comment}\n${(depth === 1 ? '=' : '-').repeat(Math.max(3, heading.length))}`
      : `${'#'.repeat(depth)} ${heading}${comment}`;
  return aliasLine(line, section);
}

function aliasLine(line: string, section: DerivedSection): string {
  const aliases = section.aliases.map((alias) => `alias: ${alias}`).join('; ');
  return aliases === '' ? line : `${line}\n<!-- ${aliases} -->`;
}

function refinementsOf({
  kind,
  style,
  required,
  repeats,
  anyOrder,
  levels,
  carryOver,
  record,
  children,
}: DerivedSection): readonly string[] {
  if (kind === 'team') return [];
  return [
    ...(style === 'bold' ? ['section'] : []),
    ...(required || repeats ? [] : ['optional']),
    ...(repeats ? [required ? 'repeat' : 'repeat 0..'] : []),
    ...(levels === null || style === 'bold'
      ? []
      : [`levels: ${String(levels.min)}..${String(levels.max)}`]),
    ...(carryOver ? ['carry-over'] : []),
    ...(record === null ? [] : [record]),
    ...(anyOrder && children.length > 1 ? ['any-order'] : []),
  ];
}

/** Returns the front matter of a template, with both of its fences. */
export function frontMatterOf(
  template: Omit<DerivedTemplate, 'name' | 'preamble' | 'sections'>,
): string {
  const { files, fileName, from, until, locale, schedule, unfilled, cancelled, roster } = template;
  const [only, ...others] = files;
  const lines = [
    'minutes-template: 1',
    ...(others.length === 0
      ? [`files: ${quote(only ?? '*.md')}`]
      : ['files:', ...files.map((glob) => `  - ${quote(glob)}`)]),
    ...(fileName === null ? [] : [`file-name: ${quote(fileName)}`]),
    ...(from === null ? [] : [`from: ${from}`]),
    ...(until === null ? [] : [`until: ${until}`]),
    ...(locale === null ? [] : [`locale: ${locale}`]),
    ...(schedule === null ? [] : [`schedule: ${quote(schedule)}`]),
    ...(unfilled.length === 0 ? [] : [`unfilled: [${unfilled.map(quote).join(', ')}]`]),
    ...(cancelled.length === 0 ? [] : [`cancelled: [${cancelled.map(quote).join(', ')}]`]),
    ...(roster.length === 0 ? [] : ['roster:', ...roster.flatMap(teamLines)]),
  ];
  return `---\n${lines.join('\n')}\n---\n`;
}

function teamLines({ name, leads, status, from, until }: DerivedTeam): readonly string[] {
  return [
    `  - name: ${quote(name)}`,
    ...(leads.length === 0 ? [] : [`    leads: [${leads.map(quote).join(', ')}]`]),
    ...(status === null ? [] : [`    status: ${quote(status)}`]),
    ...(from === null ? [] : [`    from: ${from}`]),
    ...(until === null ? [] : [`    until: ${until}`]),
  ];
}

/** Returns a text as YAML that reads as that text, whatever is in it: JSON's strings are YAML's. */
function quote(text: string): string {
  return JSON.stringify(text);
}
