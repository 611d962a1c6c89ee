import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { lineEndingOf } from '../text/insert-block.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { frontMatterSchema } from './front-matter-schema.ts';
import type { Template } from './template.ts';
import type { TemplateSection } from './template-section.ts';

/** Returns the edit that refines a section of a template; null where the refinement can't be written in a comment. */
export function refine({ contentRange }: TemplateSection, refinement: string): TextEdit | null {
  if (/--|>|[\r\n]/.test(refinement)) return null;
  const range = { start: contentRange.end, end: contentRange.end };
  return { range, text: ` <!-- ${refinement} -->` };
}

/** Returns the edit that gives a section another name besides its own; null where no comment can say it. */
export function addAlias(section: TemplateSection, name: string): TextEdit | null {
  return name.includes(';') ? null : refine(section, `alias: ${name}`);
}

/** Returns the edits that put a section and those below it at another level; null where a level would not exist. */
export function changeLevel(section: TemplateSection, depth: number): readonly TextEdit[] | null {
  const shift = depth - section.depth;
  const sections = withDescendants(section);
  const fits = sections.every(
    (each) => each.style === 'atx' && each.depth + shift >= 1 && each.depth + shift <= 6,
  );
  if (!fits) return null;
  return sections.map((each) => ({
    range: { start: each.range.start, end: each.range.start + each.depth },
    text: '#'.repeat(each.depth + shift),
  }));
}

/** Returns the section that has another as its child; null where that is at the top. */
export function parentOf(template: Template, section: TemplateSection): TemplateSection | null {
  const all = template.sections.flatMap(withDescendants);
  return all.find(({ children }) => children.includes(section)) ?? null;
}

/** Returns the edit that excludes a path from what a template claims; null where its `files` can't say so. */
export function excludeFile(template: Template, path: string): readonly TextEdit[] | null {
  const frontMatter = frontMatterOf(template);
  const files = frontMatter?.values.files;
  if (frontMatter === null || files === undefined || /[*?[\]{}!\\]/.test(path)) return null;
  const excluded = JSON.stringify(`!${path}`);
  const range = frontMatter.rangeOf(['files']);
  const source = template.text.slice(range.start, range.end);
  if (typeof files === 'string') return [{ range, text: `[${source}, ${excluded}]` }];
  if (!Array.isArray(files) || files.length === 0) return null;
  const last = frontMatter.rangeOf(['files', files.length - 1]);
  const after = { start: last.end, end: last.end };
  if (source.startsWith('[')) return [{ range: after, text: `, ${excluded}` }];
  const indent = /[^\r\n]*$/.exec(template.text.slice(0, last.start))?.[0] ?? '';
  return /^[ \t]*-[ \t]+$/.test(indent)
    ? [{ range: after, text: `${lineEndingOf(template.text)}${indent}${excluded}` }]
    : null;
}

/** Returns the range of the patterns of file names in a template, and the edit that adds one; null where there are none. */
export function allowFileName(
  template: Template,
  pattern: string,
): { readonly range: OffsetRange; readonly edit: TextEdit | null } | null {
  const frontMatter = frontMatterOf(template);
  const own = frontMatter?.values['file-name'];
  if (frontMatter === null || own === undefined) return null;
  const range = frontMatter.rangeOf(['file-name']);
  const source = template.text.slice(range.start, range.end);
  const isOneLine = typeof own === 'string' && !/[\r\n]/.test(source);
  const edit = { range, text: `[${source}, ${JSON.stringify(pattern)}]` };
  return { range, edit: isOneLine ? edit : null };
}

/** Returns the edit that gives the front matter one more key, as its last one; null where there is no front matter. */
export function addKey(template: Template, key: string, value: string): TextEdit | null {
  const frontMatter = frontMatterOf(template);
  if (frontMatter === null || Object.hasOwn(frontMatter.values, key)) return null;
  const { start, end } = frontMatter.range;
  const fence = template.text.slice(start, end).lastIndexOf('---');
  const range = { start: start + fence, end: start + fence };
  return { range, text: `${key}: ${JSON.stringify(value)}${lineEndingOf(template.text)}` };
}

function withDescendants(section: TemplateSection): readonly TemplateSection[] {
  return [section, ...section.children.flatMap(withDescendants)];
}

function frontMatterOf({ text }: Template): FrontMatter | null {
  const first = parseMarkdown(text).pieces[0];
  return readFrontMatter(first?.piece, first?.start ?? 0, frontMatterSchema);
}
