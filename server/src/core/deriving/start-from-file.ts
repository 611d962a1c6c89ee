import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { readMinutes } from '../minutes/read-minutes.ts';
import { skeletonDate } from '../template/text-pattern.ts';
import { mostFrequent } from './common-pattern.ts';
import { mapSections, type DerivedSection } from './derived-template.ts';
import type { FolderFile } from './found-series.ts';
import { headingKeys } from './heading-keys.ts';

/** Returns whether a file is what a group copies for new minutes: by its name, or by what it leaves open. */
export function looksLikeTemplate({ path, text }: FolderFile): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    /template|vorlage|plantilla|mod[eè]le|skeleton|YYYY|MM-DD/i.test(name) ||
    (/(?:^|\/)\.github\//.test(path) && leftOpen.test(text))
  );
}

const leftOpen = /\{\{[^}\n]+\}\}|<%[^%\n]+%>|YYYY-MM-DD/;

/** Returns the file of a group that has most of the sections, at least half of those that are required; null where none has. */
export function findTemplateFile(
  sections: readonly DerivedSection[],
  files: readonly FolderFile[],
): FolderFile | null {
  const keys = keysOf(sections.filter(({ required }) => required));
  let best: { file: FolderFile; shared: number } | null = null;
  for (const file of files.filter(looksLikeTemplate)) {
    const own = new Set(headingsOf(file).map(({ key }) => key));
    const shared = keys.filter((key) => own.has(key)).length;
    if (shared * 2 >= keys.length && shared > (best?.shared ?? 0)) best = { file, shared };
  }
  return best?.file ?? null;
}

/** Returns the sections with the starting content that a group's own template file gives them. */
export function startFromFile(
  sections: readonly DerivedSection[],
  file: FolderFile,
): readonly DerivedSection[] {
  const headings = headingsOf(file);
  const bodies = new Map(headings.map(({ key, body }) => [key, body]));
  const known = new Set(keysOf(sections));
  return mapSections(sections, (section) => {
    if (section.kind === 'team') return { ...section, body: teamBody(section, headings, known) };
    const [key] = keysOf([{ ...section, children: [] }]);
    const body = key === undefined ? undefined : bodies.get(key);
    return body === undefined || section.kind !== 'section' ? section : { ...section, body };
  });
}

/** Returns what most headings at a team’s level that are no sections have below them; else what the minutes have. */
function teamBody(
  { depth, body }: DerivedSection,
  headings: readonly FileHeading[],
  known: ReadonlySet<string>,
): string {
  const own = headings.filter((heading) => heading.depth === depth && !known.has(heading.key));
  return (
    mostFrequent(
      own.map((heading) => heading.body),
      0.5,
    ) ?? body
  );
}

interface FileHeading {
  readonly key: string;
  readonly depth: number;
  readonly body: string;
}

function keysOf(sections: readonly DerivedSection[]): readonly string[] {
  return sections.flatMap(({ kind, heading, children }) => [
    ...(kind === 'section' ? headingKeys(heading).slice(0, 1) : []),
    ...keysOf(children),
  ]);
}

function headingsOf({ text }: FolderFile): readonly FileHeading[] {
  const { headings } = readMinutes(parseMarkdown(text));
  return headings.map((heading, index) => ({
    key: headingKeys(heading.text)[0] ?? '',
    depth: heading.depth,
    body: withPlaceholders(
      text.slice(heading.range.end, headings[index + 1]?.range.start ?? text.length).trim(),
    ),
  }));
}

/** Returns a text with what other tools and people leave open as the language writes it. */
function withPlaceholders(text: string): string {
  return text
    .replace(/\{\{+\s*[#/!>]?[^}\n]*\}\}+|<%[^%\n]*%>/g, (found) =>
      /date/i.test(found) ? '{date}' : '',
    )
    .replace(skeletonDate, (date) => (date.startsWith('MM') ? '{date:MM-DD-YYYY}' : '{date}'));
}
