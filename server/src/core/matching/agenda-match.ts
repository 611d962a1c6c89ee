import { agendaItemsIn, type AgendaItem } from '../minutes/agenda-items.ts';
import { readLabel } from '../minutes/label.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { looseForm, resembles } from '../text/closest.ts';
import { sliceRange } from '../text/offset-range.ts';
import { firstLine } from '../text/split-lines.ts';
import { allSections, literalNames } from './heading-match.ts';
import type { MissingSection, TemplateMatch } from './template-match.ts';
import type { Pair } from './pair.ts';
import type { Template } from '../template/template.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { matchPattern, type TextPattern } from '../template/text-pattern.ts';
import { holdsUnfilled } from '../template/unfilled.ts';

/** How the agenda of minutes agrees with their headings, relative to the template. */
export interface AgendaMatch {
  readonly agenda: Pair;
  readonly items: readonly [AgendaItem, ...AgendaItem[]];
  /** Returns whether an item names a heading. */
  lists(text: string): boolean;
  readonly withoutHeading: readonly UnheadedItem[];
  /** Sections that the template's agenda lists and the minutes' doesn't. */
  readonly withoutItem: readonly ListedSection[];
  /** Items without a heading that resemble a section without an item. */
  readonly misspelled: readonly { readonly item: AgendaItem; readonly listed: ListedSection }[];
}

/** An item without a heading. */
export interface UnheadedItem {
  readonly item: AgendaItem;
  /** The optional section of the template that it names. */
  readonly absent: MissingSection | null;
}

/** A section with its item in the template's agenda. */
export interface ListedSection {
  readonly pair: Pair;
  readonly pattern: TextPattern;
  /** The last item of the minutes' agenda that comes before it in the template's. */
  readonly after: AgendaItem | null;
}

/** Returns how the agenda agrees with the headings; null where minutes or template have no list of items. */
export function matchAgenda(
  minutes: Minutes,
  template: Template,
  match: TemplateMatch,
): AgendaMatch | null {
  const agenda = match.sections.find(({ expected }) => expected.agendaItems !== null);
  const [first, ...others] = agenda === undefined ? [] : itemsIn(agenda, minutes);
  if (agenda === undefined || first === undefined) return null;
  const items = [first, ...others] as const;
  const read = items.map((item) => ({ item, subjects: subjectsOf(item, minutes.text) }));
  const topics = topicsOf(agenda, template, match);
  const headings = new Set(minutes.headings.map(({ text }) => looseForm(text)));
  const unheaded = read.flatMap(({ item, subjects }): UnheadedItem[] => {
    if (subjects.length === 0 || holdsUnfilled(item.text, template)) return [];
    const topic = topics.find((each) => isNamed(each, subjects));
    if (topic !== undefined) return topic.absent === null ? [] : [{ item, absent: topic.absent }];
    return subjects.some(({ form }) => headings.has(form)) ? [] : [{ item, absent: null }];
  });
  const unlisted = topics.flatMap((topic, index): ListedSection[] => {
    const { pair, pattern } = topic;
    if (pair === null || pattern === null) return [];
    if (read.some(({ subjects }) => isNamed(topic, subjects))) return [];
    const earlier = topics.slice(0, index);
    const after = read.findLast(({ subjects }) => earlier.some((each) => isNamed(each, subjects)));
    return [{ pair, pattern, after: after?.item ?? null }];
  });
  const misspelled = pairMisspelled(
    unheaded.flatMap(({ item, absent }) => (absent === null ? [item] : [])),
    unlisted,
  );
  return {
    agenda,
    items,
    lists: (text) =>
      read.some(({ subjects }) => subjects.some(({ form }) => form === looseForm(text))),
    misspelled,
    withoutHeading: unheaded.filter(({ item }) => !misspelled.some((each) => each.item === item)),
    withoutItem: unlisted.filter((each) => !misspelled.some(({ listed }) => listed === each)),
  };
}

/** Returns the items of an agenda; a field of the template is no topic. */
function itemsIn({ expected, section }: Pair, minutes: Minutes): readonly AgendaItem[] {
  const labels = new Set(expected.fields.map(({ key }) => key));
  return (agendaItemsIn(minutes, section.bodyRange) ?? []).filter(
    ({ contentRange: { start, end } }) =>
      !labels.has(readLabel(minutes.text.slice(start, end))?.key ?? ''),
  );
}

/** What an agenda can list: an item of the template's own agenda, a section beside it, or both in one. */
interface Topic {
  readonly pattern: TextPattern | null;
  readonly section: TemplateSection | null;
  /** The names that an item may have, in the form in which they are compared. */
  readonly forms: readonly string[];
  readonly pair: Pair | null;
  /** The section, where it is optional and absent; a required one has its own finding. */
  readonly absent: MissingSection | null;
}

function topicsOf(agenda: Pair, template: Template, match: TemplateMatch): readonly Topic[] {
  const siblings =
    [template.sections, ...allSections(template).map(({ children }) => children)].find((sections) =>
      sections.includes(agenda.expected),
    ) ?? [];
  const sections = siblings.filter((section) => section !== agenda.expected);
  const parents = [...match.sections, ...match.teams].map(({ section }) => section);
  const parent = parents.find(({ children }) => children.includes(agenda.section)) ?? null;
  const topicOf = (pattern: TextPattern | null, section: TemplateSection | null): Topic => {
    const pair = match.sections.find(({ expected }) => expected === section) ?? null;
    const names = [
      ...(pattern === null ? [] : [pattern.source]),
      ...(section === null ? [] : literalNames(section)),
      ...(pair === null ? [] : [pair.section.heading.text]),
    ];
    return {
      pattern,
      section,
      forms: names.map(looseForm),
      pair,
      absent:
        match.optional.find((each) => each.expected === section && each.parent === parent) ?? null,
    };
  };
  const listed = (agenda.expected.agendaItems ?? []).map((pattern) =>
    topicOf(pattern, sections.find((section) => isItemOf(pattern, section)) ?? null),
  );
  const others = sections.filter((each) => !listed.some(({ section }) => section === each));
  return [...listed, ...others.map((section) => topicOf(null, section))];
}

function isItemOf(pattern: TextPattern, section: TemplateSection): boolean {
  return literalNames(section).some(
    (name) => looseForm(name) === looseForm(pattern.source) || matchPattern(pattern, name) !== null,
  );
}

/** What an item may name: its whole text, its first line, or what is between a time and a note such as “: 5 minutes”. */
interface Subject {
  readonly text: string;
  readonly form: string;
}

/** When an item begins or how long it takes, such as “10:00 - 10:15” or “(5 min)”. */
const timeInFront =
  /^[([]?(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s*[-–—]\s*\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?)?|\d{1,3}\s?(?:m|min|mins|minutes?|h|hours?)\b\.?)[)\]]?\s*[-–—:|]?\s+(?=\S)/i;

function subjectsOf({ text, contentRange }: AgendaItem, source: string): readonly Subject[] {
  const topic = text.replace(timeInFront, '');
  const subjects = [
    text,
    topic,
    firstLine(sliceRange(source, contentRange)),
    topic.split(/\s*[:(]|\s[-–—]\s/, 1)[0] ?? topic,
  ];
  return subjects
    .map((subject) => ({ text: subject, form: looseForm(subject) }))
    .filter(({ form }) => form !== '');
}

function isNamed({ pattern, forms }: Topic, subjects: readonly Subject[]): boolean {
  return subjects.some(
    ({ text, form }) =>
      forms.includes(form) || (pattern !== null && matchPattern(pattern, text) !== null),
  );
}

/** Pairs items with sections that they resemble, each at most once. */
function pairMisspelled(
  items: readonly AgendaItem[],
  unlisted: readonly ListedSection[],
): AgendaMatch['misspelled'] {
  const taken = new Set<AgendaItem>();
  return unlisted.flatMap((listed) => {
    const item = items.find((each) => !taken.has(each) && isNearly(each, listed));
    if (item === undefined) return [];
    taken.add(item);
    return [{ item, listed }];
  });
}

function isNearly({ text }: AgendaItem, { pair, pattern }: ListedSection): boolean {
  return [pattern.source, pair.section.heading.text].some((name) => resembles(name, text));
}
