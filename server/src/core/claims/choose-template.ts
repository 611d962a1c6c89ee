import { createClaim } from '../text/match-glob.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import type { DatedText } from '../matching/dates-in-minutes.ts';
import { baseName } from '../matching/file-date.ts';
import { minutesDate } from '../matching/minutes-date.ts';
import { readMinutes } from '../minutes/read-minutes.ts';
import { once } from '../text/cached.ts';
import type { Matcher } from '../matching/matcher.ts';

/** A template with the place it comes from. */
export interface TemplateSource {
  /** URI or path that identifies the file; `minutes-preset:NAME` for a preset. */
  readonly id: string;
  readonly template: Matcher;
  /** Path of the folder that the template's globs are relative to; null for a preset. */
  readonly root: string | null;
}

/** What the user's settings say about templates. */
export interface TemplateSetting {
  /** Glob or globs of minutes, relative to the workspace folder; `!` excludes. */
  readonly files: readonly string[];
  /** Path of a template file relative to the workspace folder, or a preset's name. */
  readonly template: string;
}

/** Why a template applies. */
export type ClaimReason =
  | { readonly kind: 'modeline' }
  | { readonly kind: 'setting'; readonly glob: string }
  | { readonly kind: 'files'; readonly glob: string }
  | { readonly kind: 'chosen' };

/** What templates say about one document. */
export type Claim =
  | { readonly state: 'checked'; readonly source: TemplateSource; readonly reason: ClaimReason }
  /** `excludedBy` is the glob of `.minutes/config.yml` that says so. */
  | { readonly state: 'unclaimed'; readonly excludedBy?: string }
  | { readonly state: 'template' }
  | {
      readonly state: 'no-era';
      readonly sources: readonly TemplateSource[];
      readonly date: string | null;
    }
  | { readonly state: 'ambiguous'; readonly sources: readonly TemplateSource[] }
  | { readonly state: 'invalid-template'; readonly sources: readonly TemplateSource[] }
  | { readonly state: 'missing-template'; readonly name: string };

/** All that decides which template claims a document. */
export interface ClaimInput {
  /** Path of the minutes with `/` between its parts; null for an untitled document. */
  readonly path: string | null;
  readonly text: string;
  /** Templates that the settings name, with the folder that the setting's globs are relative to. */
  readonly settings: readonly {
    readonly files: readonly string[];
    readonly root: string;
    /** Null where the setting's template is not to be found. */
    readonly source: TemplateSource | null;
    readonly name: string;
  }[];
  /** Templates of the nearest `.minutes/` folder. */
  readonly nearest: readonly TemplateSource[];
  /** Returns the templates that come with the program, which are read when first asked for. */
  readonly presets: () => readonly TemplateSource[];
}

/** Returns what the templates say about minutes: a modeline decides, else settings, else the nearest `.minutes/`. */
export function chooseTemplate(input: ClaimInput): Claim {
  const named = modelineOf(input.text);
  if (named !== null) return claimByModeline(named, input);
  if (input.path === null || isReadme(input.path)) return { state: 'unclaimed' };
  return claimBySettings(input.settings, input.path, input.text) ?? claimByNearest(input);
}

const modeline = /^[ \t]*<!--[ \t]*minutes-template:[ \t]*(\S(?:[^\r\n]*?\S)?)[ \t]*-->/m;

/** Returns the template that a modeline `<!-- minutes-template: NAME -->` names, or null. */
export function modelineOf(text: string): string | null {
  return text.includes('minutes-template:') ? (modeline.exec(text)?.[1] ?? null) : null;
}

/** Returns whether a file is a `README*`, which no glob claims. */
export function isReadme(path: string | null): boolean {
  return path !== null && /^readme\b/i.test(baseName(path));
}

/** Returns whether a path is in a `.minutes/` folder, where templates are and minutes are not. */
export function isTemplatePath(path: string | null): boolean {
  return path !== null && /(?:^|\/)\.minutes\/[^/]*$/.test(path);
}

interface Candidate {
  readonly source: TemplateSource;
  readonly reason: ClaimReason;
}

function claimByModeline(name: string, input: ClaimInput): Claim {
  const known = [
    ...input.nearest,
    ...input.settings.flatMap(({ source }) => source ?? []),
    ...input.presets(),
  ];
  const source = known.find(
    ({ template, id }) => template.name === name || baseName(id).replace(/\.md$/, '') === name,
  );
  if (source === undefined) return { state: 'missing-template', name };
  return applyTemplate(source, { kind: 'modeline' });
}

function claimBySettings(
  settings: ClaimInput['settings'],
  path: string,
  text: string,
): Claim | null {
  const candidates: Candidate[] = [];
  for (const { files, root, source, name } of settings) {
    const glob = createClaim(files)(relativePath(root, path) ?? '');
    if (glob === null) continue;
    if (source === null) return { state: 'missing-template', name };
    candidates.push({ source, reason: { kind: 'setting', glob } });
  }
  return candidates.length === 0 ? null : chooseByEra(candidates, path, text);
}

function claimByNearest({ nearest, path, text }: ClaimInput): Claim {
  const candidates = nearest.flatMap((source): Candidate[] => {
    const relative = relativePath(source.root, path ?? '');
    const glob = relative === null ? null : source.template.claim(relative);
    return glob === null ? [] : [{ source, reason: { kind: 'files', glob } }];
  });
  if (candidates.length > 0) return chooseByEra(candidates, path ?? '', text);
  const unreadable = nearest.filter(({ template }) => isUnreadable(template));
  return unreadable.length > 0
    ? { state: 'invalid-template', sources: unreadable }
    : { state: 'unclaimed' };
}

/** Chooses the template whose era holds the minutes' date; undated minutes use the one without end. */
function chooseByEra(candidates: readonly Candidate[], path: string, text: string): Claim {
  const source = datedSource(() => text);
  const choices = candidates.map((candidate) => ({
    candidate,
    date: minutesDate(candidate.source.template, path, source),
  }));
  const inEra = choices.filter(({ candidate, date }) => holdsOn(candidate.source.template, date));
  const [only, ...others] = inEra;
  if (only !== undefined && others.length === 0)
    return applyTemplate(only.candidate.source, only.candidate.reason);
  if (only !== undefined) {
    return { state: 'ambiguous', sources: inEra.map(({ candidate }) => candidate.source) };
  }
  const sources = candidates.map(({ source }) => source);
  const invalid = sources.filter(({ template }) => isUnreadable(template));
  if (invalid.length > 0) return { state: 'invalid-template', sources: invalid };
  return { state: 'no-era', sources, date: choices[0]?.date ?? null };
}

/** Returns whether a template applies on an ISO date; where the date is unknown, whether it has no end. */
export function holdsOn({ options: { from, until } }: Matcher, date: string | null): boolean {
  if (date === null) return until === null;
  return (from === null || from <= date) && (until === null || date <= until);
}

/** Returns that a template applies, or that it can’t be read. */
export function applyTemplate(source: TemplateSource, reason: ClaimReason): Claim {
  return isUnreadable(source.template)
    ? { state: 'invalid-template', sources: [source] }
    : { state: 'checked', source, reason };
}

/** A template with problems claims its minutes, but can't say what they need. */
function isUnreadable(template: Matcher): boolean {
  return template.problems.length > 0;
}

/** Returns a text as what dates are looked for in; it is read when that is needed. */
export function datedSource(text: () => string): DatedText {
  const minutes = once(() => readMinutes(parseMarkdown(text())));
  return {
    minutes,
    headings: () => minutes().headings,
  };
}

/** Returns a path relative to a folder that holds it, or null. */
export function relativePath(root: string | null, path: string): string | null {
  if (root === null) return null;
  const folder = root.endsWith('/') || root === '' ? root : `${root}/`;
  return path.startsWith(folder) ? path.slice(folder.length) : null;
}
