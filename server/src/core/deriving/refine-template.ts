import { readTemplate } from '../matching/matcher.ts';
import {
  mapSections,
  requiredShare,
  type DerivedSection,
  type DerivedTemplate,
} from './derived-template.ts';
import { findingsOf } from './findings-in-series.ts';
import { exceptionsIn } from './exceptions.ts';
import type { SeriesFile } from './found-series.ts';
import { writeTemplate, type WrittenTemplate } from './write-template.ts';

/** What part of the minutes may have a finding of one kind about one section. */
const some = 0.05;
const rounds = 8;

/**
 * Returns the proposed template with everything relaxed that more than a few of the minutes don't fit:
 * what most of a group does is not a slip.
 */
export function refineTemplate(
  proposed: DerivedTemplate,
  files: readonly SeriesFile[],
): DerivedTemplate {
  let template = proposed;
  const tried = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    const written = writeTemplate(template);
    const frequent = frequentFindings(written, files);
    if (frequent.length === 0) break;
    for (const kind of frequent) {
      const key = `${kind.rule} ${kind.id}`;
      const relaxed = tried.has(key) ? null : relax(template, kind);
      tried.add(key);
      const isBetter = relaxed !== null && (isValid(relaxed) || !isValid(template));
      template = isBetter ? relaxed : withoutSection(template, kind);
    }
  }
  return template;
}

interface Kind {
  readonly rule: string;
  readonly id: string;
  /** What the minutes have instead, such as another level; empty where that is not known. */
  readonly instead: string;
  /** How many of the minutes have it. */
  readonly count: number;
}

/** Rules of what is written in a section, which no template changes. */
const aboutText =
  /^(?:unfilled-text|date-mismatch|invalid-date|malformed-link|mojibake|hidden-text|conflict-marker|wrong-weekday|pseudo-list-item|flattened-list-item|bare-list-marker|unparsed-heading|overlong-row|detached-row|stale-lead|non-breaking-space|pasted-heading)$/;

function frequentFindings(written: WrittenTemplate, files: readonly SeriesFile[]): readonly Kind[] {
  const template = readTemplate(written.text, 'proposed.md');
  const counts = new Map<string, Kind>();
  for (const file of files) {
    const kinds = new Map<string, Kind>();
    for (const { rule, related, departure } of findingsOf(file, template)) {
      if (aboutText.test(rule)) continue;
      const place = related.find(({ document }) => document === 'template');
      const id = place === undefined ? '' : (sectionAt(written, place.range.start)?.id ?? '');
      kinds.set(`${rule} ${id}`, { rule, id, instead: departure?.instead ?? '', count: 0 });
    }
    for (const [key, kind] of kinds) {
      counts.set(key, { ...kind, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  const allowed = files.length * some;
  // Without the pattern of the names no new minutes could be named.
  const ofNames = exceptionsIn(files.length, some);
  return [...counts.values()].filter(
    ({ rule, count }) => count > (rule === 'malformed-file-name' ? ofNames : allowed),
  );
}

function sectionAt({ sections }: WrittenTemplate, offset: number): DerivedSection | null {
  let found: DerivedSection | null = null;
  for (const [start, section] of sections) if (start <= offset) found = section;
  return found;
}

/** Returns whether a proposed template can be read; levels of a parent and its child may coincide. */
function isValid(template: DerivedTemplate): boolean {
  return readTemplate(writeTemplate(template).text, 'proposed.md').problems.length === 0;
}

/** Returns the template without what a kind of finding asks for. */
function relax(template: DerivedTemplate, kind: Kind): DerivedTemplate {
  const { rule, id } = kind;
  if (rule === 'malformed-file-name') return { ...template, fileName: null };
  if (rule === 'off-schedule') return { ...template, schedule: null };
  if (rule === 'missing-team' || rule === 'unknown-team') return { ...template, roster: [] };
  return withSections(template, (section) => {
    if (section.id === id) return relaxSection(section, kind);
    return isParentOf(section, id) ? relaxParent(section, rule) : section;
  });
}

/** Returns the template without a section that still doesn't fit. */
function withoutSection(template: DerivedTemplate, { id }: Kind): DerivedTemplate {
  return withSections(template, (section) =>
    section.id === id ? withoutDemands(section) : section,
  );
}

function withSections(
  template: DerivedTemplate,
  change: (section: DerivedSection) => DerivedSection | null,
): DerivedTemplate {
  return { ...template, sections: mapSections(template.sections, change) };
}

function isParentOf({ children }: DerivedSection, id: string): boolean {
  return children.some((child) => child.id === id);
}

function relaxParent(section: DerivedSection, rule: string): DerivedSection {
  return rule === 'misplaced-section' ? { ...section, anyOrder: true } : section;
}

/** Returns what is left of a section that still doesn't fit: a title of any text, and nothing of another section. */
function withoutDemands(section: DerivedSection): DerivedSection | null {
  return section.kind === 'title' && section.heading !== '{text}'
    ? { ...section, heading: '{text}' }
    : section.kind === 'title'
      ? section
      : null;
}

function relaxSection(section: DerivedSection, { rule, instead, count }: Kind): DerivedSection {
  switch (rule) {
    case 'missing-section':
    case 'misspelled-section':
      return { ...section, required: false };
    case 'wrong-heading-level':
      return {
        ...section,
        levels: withLevel(section, Number(instead)),
        count: section.count + count,
        required: section.required || section.count + count >= section.of * requiredShare,
      };
    case 'duplicate-section':
      return { ...section, repeats: true };
    case 'malformed-title':
      return { ...section, heading: looser(section.heading) };
    case 'missing-table':
    case 'malformed-table':
    case 'missing-horizon':
    case 'misplaced-horizon':
    case 'unknown-horizon':
      return { ...section, table: null };
    default:
      return section;
  }
}

/** Returns the levels of a section and one more; null where that is no level of a heading. */
function withLevel({ levels, depth }: DerivedSection, level: number): DerivedSection['levels'] {
  if (!(level >= 1 && level <= 6)) return levels;
  return { min: Math.min(levels?.min ?? depth, level), max: Math.max(levels?.max ?? depth, level) };
}

/** Returns a title's pattern with any text around its date. */
function looser(heading: string): string {
  const date = /\{date[^}]*\}/.exec(heading)?.[0];
  const plain = heading.replace(/\{[^}]*\}/g, '{text}');
  return date === undefined ? plain : heading.replace(/\{(?!date)[^}]*\}/g, '{text}');
}
