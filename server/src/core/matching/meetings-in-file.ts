import { bodyStart } from '../markdown/front-matter-place.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import type { Heading } from '../minutes/heading.ts';
import { readMinutes, type Minutes } from '../minutes/read-minutes.ts';
import { parseTemplate } from '../template/parse-template.ts';
import type { Template } from '../template/template.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { matchPattern } from '../template/text-pattern.ts';
import { blankedText } from '../text/blanked-text.ts';
import { cachedByObject, cachedByText } from '../text/cached.ts';
import { allSections, isHeadingOf, openPatterns } from './heading-match.ts';
import { createMatcher, readTemplate, type Matcher } from './matcher.ts';

/** A template of files that hold many meetings, as one of what is before the first and one of each meeting. */
export interface TemplateOfMany {
  readonly head: Matcher;
  readonly meeting: Matcher;
  /** The section whose heading begins a meeting. */
  readonly section: TemplateSection;
  /** Returns a part of a text as minutes of its own; remembers it. */
  readonly read: (text: string) => Minutes;
}

/** A part of minutes with its place in them. */
export interface FilePart {
  readonly minutes: Minutes;
  readonly start: number;
}

/** Minutes of many meetings: what is before the first, and each of them. */
export interface FileParts {
  readonly head: FilePart;
  readonly meetings: readonly FilePart[];
}

/** Returns a template of many meetings in a file as those of its parts; null where the minutes of each meeting are a file. */
export function templateOfMany(template: Matcher): TemplateOfMany | null {
  return templatesOf(template).many;
}

const templatesOf = cachedByObject((template: Matcher): { many: TemplateOfMany | null } => {
  const section = allSections(template).find(({ meeting }) => meeting);
  if (section === undefined) return { many: null };
  const { text, name } = template;
  const start = section.range.start;
  const body = bodyStart(text);
  // What is left out becomes space, so that all places stay where they are in the template's file.
  const meeting = text.slice(0, body) + blankedText(text.slice(body, start)) + text.slice(start);
  return {
    many: {
      head: readTemplate(text.slice(0, start), name),
      meeting: createMatcher(ofMeeting(parseTemplate(meeting, name))),
      section,
      read: cachedByText((part) => readMinutes(parseMarkdown(part))),
    },
  };
});

/** The front matter and the file's name are of all meetings. */
function ofMeeting(template: Template): Template {
  return { ...template, options: { ...template.options, frontMatter: [], fileNames: [] } };
}

/** Returns the parts of minutes; a meeting ends where the next one begins, without the blank lines between them. */
export function partsOf({ text, headings }: Minutes, { section, read }: TemplateOfMany): FileParts {
  const starts = headings
    .filter((heading) => isMeeting(section, heading))
    .map(({ range }) => range.start);
  const part = (start: number, end: number): FilePart => ({
    minutes: read(text.slice(start, end).trimEnd()),
    start,
  });
  return {
    head: part(0, starts[0] ?? text.length),
    meetings: starts.map((start, index) => part(start, starts[index + 1] ?? text.length)),
  };
}

/** Tells whether a heading begins a meeting; what follows what the template has is the author's. */
function isMeeting(section: TemplateSection, heading: Heading): boolean {
  if (heading.depth !== section.depth) return false;
  const words = heading.text.trim().split(/\s+/);
  const shorter = words.map((_, index) => words.slice(0, index + 1).join(' '));
  return (
    isHeadingOf(section, heading) ||
    openPatterns(section).some((pattern) =>
      shorter.some((each) => matchPattern(pattern, each) !== null),
    )
  );
}
