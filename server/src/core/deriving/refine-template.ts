import { checkMinutes } from '../checking/check-minutes.ts';
import { noHistory } from '../meetings/history.ts';
import { readTemplate, type Matcher } from '../matching/matcher.ts';
import type { Finding } from '../rules/finding.ts';
import { mapSections, type DerivedSection, type DerivedTemplate } from './derived-template.ts';
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
    for (const { rule, id } of frequent) {
      const again = tried.has(`${rule} ${id}`);
      tried.add(`${rule} ${id}`);
      template = relax(template, rule, id, again);
    }
  }
  return template;
}

/** Returns the findings of minutes at warning or above that depend on their text alone. */
export function findingsOf({ path, minutes }: SeriesFile, template: Matcher): readonly Finding[] {
  return checkMinutes({
    minutes,
    fileName: path.slice(path.lastIndexOf('/') + 1),
    template,
    roster: template.options.roster,
    today: '9999-12-31',
    profile: 'final',
    severities: {},
    history: noHistory,
  }).filter(({ severity }) => severity === 'warning' || severity === 'error');
}

interface Kind {
  readonly rule: string;
  readonly id: string;
}

/** Rules of what is written in a section, which no template changes. */
const aboutText =
  /^(?:unfilled-text|date-mismatch|invalid-date|malformed-link|mojibake|hidden-text|conflict-marker|wrong-weekday|pseudo-list-item|flattened-list-item|bare-list-marker|unparsed-heading|overlong-row|detached-row|stale-lead|non-breaking-space|pasted-heading)$/;

function frequentFindings(written: WrittenTemplate, files: readonly SeriesFile[]): readonly Kind[] {
  const template = readTemplate(written.text, 'proposed.md');
  const counts = new Map<string, Kind & { count: number }>();
  for (const file of files) {
    const kinds = new Map<string, Kind>();
    for (const { rule, related } of findingsOf(file, template)) {
      if (aboutText.test(rule)) continue;
      const place = related.find(({ document }) => document === 'template');
      const id = place === undefined ? '' : (sectionAt(written, place.range.start)?.id ?? '');
      kinds.set(`${rule} ${id}`, { rule, id });
    }
    for (const [key, kind] of kinds) {
      counts.set(key, { ...kind, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].filter(({ count }) => count > files.length * some);
}

function sectionAt({ sections }: WrittenTemplate, offset: number): DerivedSection | null {
  let found: DerivedSection | null = null;
  for (const [start, section] of sections) if (start <= offset) found = section;
  return found;
}

/** Returns the template without what a kind of finding asks for; where that was tried, without the section. */
function relax(
  template: DerivedTemplate,
  rule: string,
  id: string,
  again: boolean,
): DerivedTemplate {
  if (rule === 'malformed-file-name') return { ...template, fileName: null };
  if (rule === 'off-schedule') return { ...template, schedule: null };
  if (rule === 'missing-team' || rule === 'unknown-team') return { ...template, roster: [] };
  const change = (section: DerivedSection): DerivedSection | null => {
    if (section.id !== id) return isParentOf(section, id) ? relaxParent(section, rule) : section;
    return again ? withoutDemands(section) : relaxSection(section, rule);
  };
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

function relaxSection(section: DerivedSection, rule: string): DerivedSection {
  switch (rule) {
    case 'missing-section':
    case 'misspelled-section':
      return { ...section, required: false };
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

/** Returns a title's pattern with any text around its date. */
function looser(heading: string): string {
  const date = /\{date[^}]*\}/.exec(heading)?.[0];
  const plain = heading.replace(/\{[^}]*\}/g, '{text}');
  return date === undefined ? plain : heading.replace(/\{(?!date)[^}]*\}/g, '{text}');
}
