import { groupBy } from '../text/group-by.ts';
import { sliceRange } from '../text/offset-range.ts';
import { commonPattern, mostFrequent } from './common-pattern.ts';
import { asDay, datesInText, isSameDay } from './dates-in-text.ts';
import { requiredShare, type DerivedSection, type DerivedTeam } from './derived-template.ts';
import { deriveRecord } from './derive-record.ts';
import { deriveTable } from './derive-table.ts';
import { deriveRoster, findTeams, type FoundTeams } from './derive-teams.ts';
import type { SeriesFile } from './found-series.ts';
import { recurringSections, type RecurringSection, type Siblings } from './section-evidence.ts';
import { isCarriedOver } from './carried-tables.ts';
import { mergeLevels } from './merge-levels.ts';
import { standingText } from './standing-text.ts';

/** The sections of a template, with the roster of its teams. */
export interface DerivedSections {
  readonly sections: readonly DerivedSection[];
  readonly roster: readonly DerivedTeam[];
}

/** Returns the sections that the minutes show, the latest of which count. */
export function deriveSections(files: readonly SeriesFile[]): DerivedSections {
  const titled = files.filter(hasTitle);
  const teams: FoundTeams[] = [];
  const ofSiblings = (siblings: readonly Siblings[], parent: string): readonly DerivedSection[] =>
    deriveSiblings(siblings, parent, teams);
  if (titled.length < files.length * titles) {
    return { sections: ofSiblings(files.map(topmost), ''), roster: deriveRoster(teams, files) };
  }
  const title = titleOf(titled);
  const below = titled.map((file) => ({ file, sections: file.outline[0]?.children ?? [] }));
  const children = ofSiblings(below, '');
  return {
    sections: [{ ...title, anyOrder: isUnordered(below), children }],
    roster: deriveRoster(teams, files),
  };
}

/** What part of the minutes has to have a title. */
const titles = 0.8;

function topmost(file: SeriesFile): Siblings {
  return { file, sections: file.outline };
}

/** Returns whether minutes begin with the only heading of the highest level. */
function hasTitle({ outline }: SeriesFile): boolean {
  return outline.length === 1 && outline[0]?.depth === 1;
}

function titleOf(files: readonly SeriesFile[]): DerivedSection {
  const places = files.flatMap((file) =>
    file.outline[0] === undefined ? [] : [{ file, section: file.outline[0] }],
  );
  const headings = places.map(({ section }) => section.heading.text);
  return {
    id: 'title',
    kind: 'title',
    heading: commonPattern(headings),
    depth: 1,
    levels: null,
    style: styleOf(places),
    aliases: [],
    required: true,
    repeats: false,
    anyOrder: false,
    carryOver: false,
    record: null,
    body: bodyOf(places),
    table: deriveTable(places),
    count: places.length,
    of: files.length,
    children: [],
  };
}

type Occurrences = RecurringSection['places'];

function deriveSiblings(
  siblings: readonly Siblings[],
  parent: string,
  found: FoundTeams[],
): readonly DerivedSection[] {
  if (siblings.length < 2) return [];
  const all = siblings.flatMap(({ file, sections }) =>
    sections.map((section) => ({ file, section })),
  );
  const teams = findTeams(all);
  const taken = new Set(teams?.places.map(({ section }) => section));
  const rest = siblings.map(({ file, sections }) => ({
    file,
    sections: sections.filter((section) => !taken.has(section)),
  }));
  const recurring = recurringSections(rest);
  const recurrent = recurring.sections.map((section): DerivedSection => {
    const id = `${parent}/${section.key}`;
    const below = childrenOf(section.places);
    return {
      ...describeSection(section, siblings, id),
      anyOrder: isUnordered(below),
      children: deriveSiblings(below, id, found),
    };
  });
  const sections = mergeLevels(recurrent);
  if (teams === null) return sections;
  found.push(teams);
  return [...sections, teamSection(teams, parent)];
}

function childrenOf(places: Occurrences): readonly Siblings[] {
  return places.map(({ file, section }) => ({ file, sections: section.children }));
}

function isUnordered(siblings: readonly Siblings[]): boolean {
  const { sections, outOfOrder } = recurringSections(siblings);
  return sections.length > 1 && outOfOrder > 0;
}

function describeSection(
  section: RecurringSection,
  siblings: readonly Siblings[],
  id: string,
): Omit<DerivedSection, 'children' | 'anyOrder'> {
  const { key, places, count, others } = section;
  const latest = new Set(siblings.slice(-3).map(({ file }) => file));
  const isCurrent = [...latest].every((file) => places.some((place) => place.file === file));
  return {
    id,
    kind: 'section',
    heading: headingOf(key, places),
    levels: null,
    depth: Number(
      mostFrequent(
        places.map(({ section }) => String(section.depth)),
        0,
      ) ?? 2,
    ),
    style: styleOf(places),
    aliases: others,
    required: isNamed(key) && isCurrent && count >= siblings.length * requiredShare,
    repeats: isRepeated(key, places, siblings.length),
    carryOver: isCarriedOver(places),
    record: deriveRecord(section),
    body: bodyOf(places),
    table: deriveTable(places),
    count,
    of: siblings.length,
  };
}

/** Returns whether headings have a name or a label in common, or words around a day: a form alone is that of topics. */
function isNamed(key: string): boolean {
  const words = key.replace(/\{date[^}]*\}/g, '');
  return !words.includes('{') ? /\p{L}{3}/u.test(words) || words === key : key.endsWith(': {text}');
}

/** Returns the heading as the latest minutes write it, with what varies as placeholders. */
function headingOf(key: string, places: Occurrences): string {
  const latest = places.at(-1)?.section.heading.text ?? '';
  if (!key.includes('{')) return markdownOf(places);
  if (key.endsWith(': {text}')) return `${latest.slice(0, latest.indexOf(':'))}: {text}`;
  const pattern = commonPattern(places.map(({ section }) => section.heading.text));
  return isOfOwnDay(places) ? pattern : asDay(pattern);
}

/** Returns whether most of the days in headings are those of their minutes. */
function isOfOwnDay(places: Occurrences): boolean {
  const days = places.flatMap(({ file: { form }, section }) =>
    datesInText(section.heading.text).map(
      ({ date, format }) => form.date === null || isSameDay(date, form.date, format),
    ),
  );
  return days.filter((isOwn) => isOwn).length * 2 >= days.length;
}

/** Returns the latest heading with its markup, except links, whose targets vary. */
function markdownOf(places: Occurrences): string {
  const last = places.at(-1);
  if (last === undefined) return '';
  const source = sliceRange(last.file.text, last.section.heading.contentRange);
  return /\]\(|[<\n{}]/.test(source) ? last.section.heading.text : source;
}

function styleOf(places: Occurrences): DerivedSection['style'] {
  const styles = places.map(({ section }) => section.heading.style);
  return mostFrequent(styles, 0.5) ?? 'atx';
}

/** How many minutes may have a section twice by mistake. */
const doubled = 0.05;

/** Returns whether more than a few minutes have the section more than once; of what has a form alone, whether any has. */
function isRepeated(key: string, places: Occurrences, all: number): boolean {
  const repeating = [...groupBy(places, ({ file }) => file).values()].filter(
    (own) => own.length > 1,
  ).length;
  return repeating > (key.includes('{') ? 0 : all * doubled);
}

function bodyOf(places: Occurrences): string {
  return standingText(
    places.map(({ file, section }) => ({
      minutes: file.minutes,
      range: section.bodyRange,
      date: file.form.date,
    })),
  );
}

function teamSection(teams: FoundTeams, parent: string): DerivedSection {
  const status = teams.hasStatus ? ' ({status?})' : '';
  return {
    id: `${parent}/{team}`,
    kind: 'team',
    heading: teams.form === 'dash' ? `{team}${status} - {lead}` : '{team} ({lead})',
    depth: teams.depth,
    levels: null,
    style: 'atx',
    aliases: [],
    required: false,
    repeats: false,
    anyOrder: false,
    carryOver: false,
    record: null,
    body: bodyOf(teams.places),
    table: null,
    count: teams.places.length,
    of: teams.places.length,
    children: [],
  };
}
