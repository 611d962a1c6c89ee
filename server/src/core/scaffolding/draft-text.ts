import { bodyStart } from '../markdown/front-matter-place.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { readMinutes, type Minutes } from '../minutes/read-minutes.ts';
import { matchPattern, fillPattern } from '../template/text-pattern.ts';
import type { Matcher } from '../matching/matcher.ts';
import { frontMatterLine } from '../template/minutes-front-matter.ts';
import { teamsOn, type Roster } from '../template/roster.ts';
import { withBoldSections } from '../template/bold-headings.ts';
import {
  fillPlaceholders,
  headingLine,
  headingText,
  teamSectionText,
} from '../template/section-text.ts';
import type { WrittenTeam } from '../template/team-text.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { defaultDateFormat, type Placeholder } from '../template/placeholder.ts';
import { formatDate } from '../text/calendar-date.ts';
import { withAgenda } from './agenda-text.ts';
import { isOfNextMeeting, withNextDay } from './next-day.ts';
import { isTopic, type CarriedItem } from './carried-over.ts';
import type { Topic } from './read-topics.ts';
import { topicPlaces } from './topic-places.ts';

/** All that the text of new minutes is made from. */
export interface DraftParts {
  readonly template: Matcher;
  /** ISO date. */
  readonly date: string;
  readonly roster: Roster | null;
  readonly number: number | null;
  /** The minutes before, from which what the template leaves to the group is taken. */
  readonly previous: Minutes | null;
  readonly carried: readonly CarriedItem[];
  /** Topics of the meeting: items of the agenda, and headings where the template has one for each. */
  readonly topics: readonly Topic[];
  /** ISO date of the meeting after this one; null where nothing says when it is. */
  readonly next: string | null;
  /** The second of two equal sections has no teams: each reports once. */
  readonly withoutTeams?: true;
}

/** Returns the text of new minutes. */
export function draftText(parts: DraftParts): string {
  const { template, date } = parts;
  const preamble = fillPlaceholders(
    preambleOf(template),
    date,
    template.options.placeholders,
  ).trim();
  const sections = template.sections.flatMap((section) => writeSection(section, parts));
  return `${[frontMatterOf(parts), preamble, ...sections].filter((part) => part !== '').join('\n\n')}\n`;
}

/** Returns the front matter that the template asks of minutes; empty where it asks for none. */
function frontMatterOf({ template: { options }, date }: DraftParts): string {
  const lines = options.frontMatter
    .filter(({ optional }) => !optional)
    .map((key) => frontMatterLine(key, date, options.placeholders));
  return lines.length === 0 ? '' : ['---', ...lines, '---'].join('\n');
}

/** Returns the text of minutes that say that there was no meeting, in the words that the template knows. */
export function cancelledText(parts: DraftParts): string {
  const title = parts.template.sections.find(({ kind }) => kind === 'title');
  const heading = title === undefined ? [] : [`# ${headingOf(title, parts)}`];
  const word = parts.template.options.cancelled[0] ?? 'cancelled';
  return `${[...heading, `${word.charAt(0).toUpperCase()}${word.slice(1)}.`].join('\n\n')}\n`;
}

/** Returns what precedes the template's first heading, without its front matter. */
function preambleOf({ text }: Matcher): string {
  const { headings } = withBoldSections(readMinutes(parseMarkdown(text)));
  const start = bodyStart(text);
  return text.slice(start, Math.max(start, headings[0]?.range.start ?? text.length));
}

function writeSection(section: TemplateSection, parts: DraftParts): readonly string[] {
  if (section.kind === 'team') return writeTeams(section, parts);
  const topics = isTopic(section) ? parts.topics : [];
  if (topics.length > 0) {
    const rest = Math.max(0, section.repeat.min - topics.length);
    return [
      ...topics.map((topic) => writeTopic(topic, section, parts)),
      ...Array.from({ length: rest }, () => writeOnce(section, { ...parts, withoutTeams: true })),
    ];
  }
  if (!section.required && !takesOver(section, parts)) return [];
  const copy = section.repeat.min > 1 ? writeOnce(section, { ...parts, withoutTeams: true }) : '';
  return [
    writeOnce(section, parts),
    ...Array.from({ length: Math.max(0, section.repeat.min - 1) }, () => copy),
  ];
}

/** Returns a heading for a topic, with what is nested below it where no agenda has that. */
function writeTopic({ title, below }: Topic, section: TemplateSection, parts: DraftParts): string {
  const heading = headingLine(section, title, parts.template);
  const nested = topicPlaces(parts.template).agenda === null ? below.join('\n') : '';
  const children = section.children.flatMap((child) =>
    writeSection(child, { ...parts, topics: [] }),
  );
  return [heading, bodyOf(section, parts), nested, ...children].filter(isText).join('\n\n');
}

function writeOnce(section: TemplateSection, parts: DraftParts): string {
  const heading = headingLine(section, headingOf(section, parts), parts.template);
  const whole = parts.carried.find((item) => item.kind === 'section' && item.section === section);
  if (whole !== undefined)
    return [heading, whole.text, ...absentIn(whole.text, section, parts)].join('\n\n');
  const topics = itemsOf('topic', section, parts);
  const children = section.children.flatMap((child) => writeSection(child, parts));
  return [heading, bodyOf(section, parts), ...children, ...topics].filter(isText).join('\n\n');
}

/** Returns the required sections that a text which is carried over lacks. */
function absentIn(text: string, section: TemplateSection, parts: DraftParts): readonly string[] {
  const { headings } = readMinutes(parseMarkdown(text));
  return section.children
    .filter(
      (child) =>
        child.required &&
        !headings.some(({ text: own }) => matchPattern(child.pattern, own) !== null),
    )
    .flatMap((child) => writeSection(child, parts));
}

function bodyOf(section: TemplateSection, parts: DraftParts): string {
  const { placeholders } = parts.template.options;
  const known = fillPlaceholders(section.body, parts.date, placeholders).trim();
  const isAbout = isOfNextMeeting(section.name);
  const body =
    parts.next === null ? known : withNextDay(known, parts.next, placeholders.locale, isAbout);
  const planned = section.agenda ? withAgenda(body, parts.topics) : body;
  const tasks = itemsOf('task', section, parts);
  if (tasks.length === 0) return planned;
  return besideTasks(withoutShape(planned, section), tasks);
}

/** Returns the text of a record without the item that only shows how each is written. */
function withoutShape(text: string, { recordShape }: TemplateSection): string {
  if (recordShape === null) return text;
  const shape = /^[-*+][ \t]+(?:\[ \][ \t]+)?.*\{[a-z]/;
  return text
    .split('\n')
    .filter((line) => !shape.test(line))
    .join('\n')
    .trim();
}

function besideTasks(planned: string, tasks: readonly string[]): string {
  const gap = /^(?:[-*+]|\d+[.)])\s[^\n]*$/.test(planned.split('\n').at(-1) ?? '') ? '\n' : '\n\n';
  return planned === '' ? tasks.join('\n') : planned + gap + tasks.join('\n');
}

function itemsOf(
  kind: CarriedItem['kind'],
  section: TemplateSection,
  { carried }: DraftParts,
): readonly string[] {
  return carried
    .filter((item) => item.kind === kind && item.section === section)
    .map(({ text }) => text);
}

function takesOver(section: TemplateSection, parts: DraftParts): boolean {
  return (
    (parts.topics.length > 0 && (section.agenda || isTopic(section))) ||
    parts.carried.some((item) => item.section === section) ||
    section.children.some((child) =>
      child.kind === 'team' ? hasTeams(child, parts) : takesOver(child, parts),
    )
  );
}

function hasTeams(section: TemplateSection, parts: DraftParts): boolean {
  return section === listOfTeams(parts.template.sections) && teamsFor(section, parts).length > 0;
}

/** Returns a heading with what is known of the meeting; of a title also what the minutes before have for its placeholders. */
function headingOf(
  section: TemplateSection,
  { template, date, number, previous }: DraftParts,
): string {
  if (section.kind !== 'title') return headingText(section, template, date);
  const before = previous?.headings.find(({ depth }) => depth === section.depth)?.text;
  const captures = before === undefined ? [] : (matchPattern(section.pattern, before) ?? []);
  const { locale } = template.options.placeholders;
  return fillPattern(section.pattern.parts, ({ name, format }: Placeholder) => {
    if (name === 'date') return formatDate(date, format ?? defaultDateFormat, locale);
    if (name === 'weekday') return formatDate(date, 'dddd', locale);
    if (name === 'number') return number === null ? null : String(number);
    return captures.find(({ placeholder }) => placeholder.name === name)?.text ?? null;
  });
}

function writeTeams(section: TemplateSection, parts: DraftParts): readonly string[] {
  const isListed = section === listOfTeams(parts.template.sections);
  if (!isListed || parts.withoutTeams === true) return [];
  return teamsFor(section, parts).map((team) =>
    teamSectionText(section, team, parts.template, parts.date),
  );
}

/** Returns the section that new minutes list the teams by: the first that is always there, else the first. */
function listOfTeams(sections: readonly TemplateSection[]): TemplateSection | null {
  return (
    firstTeamSection(sections, ({ required }) => required) ?? firstTeamSection(sections, () => true)
  );
}

function firstTeamSection(
  sections: readonly TemplateSection[],
  isSearched: (section: TemplateSection) => boolean,
): TemplateSection | null {
  for (const section of sections) {
    if (section.kind === 'team') return section;
    const found = isSearched(section) ? firstTeamSection(section.children, isSearched) : null;
    if (found !== null) return found;
  }
  return null;
}

/** Returns the roster's teams in force, else those that the template shows, else those of the minutes before. */
function teamsFor(
  section: TemplateSection,
  { roster, date, previous, template }: DraftParts,
): readonly WrittenTeam[] {
  if (roster !== null) return teamsOn(roster, date);
  if (section.examples.length > 0) {
    return section.examples.map(({ team, leads, status }) => ({ name: team, leads, status }));
  }
  const teams = previous === null ? [] : template.matchOf(previous).teams;
  const seen = new Set<string>();
  return teams.flatMap(({ expected, team }): WrittenTeam[] => {
    if (expected !== section || seen.has(team.key)) return [];
    seen.add(team.key);
    return [{ name: team.team, leads: team.leads, status: team.status }];
  });
}

function isText(part: string): boolean {
  return part !== '';
}
