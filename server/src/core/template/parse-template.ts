import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { readMinutes, type Minutes } from '../minutes/read-minutes.ts';
import { createClaim } from '../text/match-glob.ts';
import { ambiguousSections } from './ambiguous-sections.ts';
import { withBoldSections } from './bold-headings.ts';
import { readFrontMatter } from './front-matter.ts';
import { frontMatterSchema } from './front-matter-schema.ts';
import { isOfMinutes, readFrontMatterKeys } from './minutes-front-matter.ts';
import { placeholdersIn } from './placeholder.ts';
import { rosterOfSections } from './roster-of-sections.ts';
import { readTemplateLines } from './read-template-lines.ts';
import { readTemplateHeadings, tooManyHeadings } from './template-heading.ts';
import { readTemplateOptions } from './template-options.ts';
import { buildSections } from './template-sections.ts';
import { internalError } from '../text/internal-error.ts';
import type { TemplateSection } from './template-section.ts';
import type { Template } from './template.ts';
import { unclosedComments } from './unclosed-comments.ts';
import { unclosedFrontMatter } from './unclosed-front-matter.ts';

/**
 * Returns the template that a Markdown file writes.
 * Whatever is wrong with it is in the template's `problems`; the rest holds as far as it can be read.
 */
export function parseTemplate(text: string, fileName: string): Template {
  try {
    return read(text, fileName);
  } catch (error) {
    return failedTemplate(text, fileName, error);
  }
}

/** Returns a template that claims nothing and says that it could not be read. */
function failedTemplate(text: string, fileName: string, error: unknown): Template {
  const { message, details } = internalError(fileName, error);
  const range = { start: 0, end: 0 };
  return {
    name: nameOf(fileName),
    text,
    options: readTemplateOptions(null).options,
    sections: [],
    recordSections: [],
    preamble: { fields: [], dateLines: [] },
    problems: [{ rule: 'invalid-template', message, range, fix: null, failure: details }],
    claim: () => null,
  };
}

function nameOf(fileName: string): string {
  return fileName.replace(/\.[^.]*$/, '');
}

function read(text: string, fileName: string): Template {
  const document = withBoldSections(readMinutes(parseMarkdown(text)));
  const written = frontMatterOf(document);
  const ofMinutes = written !== null && isOfMinutes(written, frontMatterSchema.properties);
  const frontMatter = ofMinutes ? null : written;
  const read = readTemplateOptions(frontMatter);
  const { name, problems } = read;
  const options = ofMinutes
    ? {
        ...read.options,
        frontMatter: readFrontMatterKeys(written.values, read.options.placeholders),
      }
    : read.options;
  const headings = readTemplateHeadings(document);
  const built = buildSections(document, headings, options);
  const end = document.headings[0]?.range.start ?? text.length;
  const preamble = readTemplateLines(document, { start: 0, end }, options.placeholders);
  const roster = options.roster ?? rosterOfSections(headings, built.sections);
  return {
    name: name ?? nameOf(fileName),
    text,
    options: { ...options, roster },
    sections: built.sections,
    recordSections: recordSectionsIn(built.sections),
    preamble,
    problems: [
      ...(frontMatter?.problems ?? []),
      ...problems,
      ...tooManyHeadings(document),
      ...headings.flatMap((heading) => heading.problems),
      ...built.problems,
      ...preamble.problems,
      ...unclosedComments(document),
      ...unclosedFrontMatter(text),
      ...ambiguousSections(built.sections, roster),
    ].sort((a, b) => a.range.start - b.range.start),
    claim: createClaim(options.files),
  };
}

function recordSectionsIn(sections: readonly TemplateSection[]): readonly TemplateSection[] {
  return sections.flatMap((section) => [
    ...(section.record === null ? [] : [section]),
    ...recordSectionsIn(section.children),
  ]);
}

/**
 * Returns whether a Markdown file of a `.minutes/` folder, given by its name or path, is a template:
 * it has the front matter key `minutes-template`, or holds a placeholder, and is not a `README*`.
 */
export function isTemplateFile(text: string, path: string): boolean {
  if (!/\.md$/i.test(path) || /(?:^|\/)readme[^/]*$/i.test(path)) return false;
  return (
    /^\uFEFF?---[ \t]*\r?\n(?:(?!---)[^\n]*\n)*?minutes-template[ \t]*:/.test(text) ||
    placeholdersIn(text).length > 0
  );
}

function frontMatterOf(document: Minutes): ReturnType<typeof readFrontMatter> {
  const first = document.markdown.pieces[0];
  return readFrontMatter(first?.piece, first?.start ?? 0, frontMatterSchema);
}
