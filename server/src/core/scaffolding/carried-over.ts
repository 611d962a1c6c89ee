import type { Matcher } from '../matching/matcher.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { flattenSections, type Section } from '../minutes/outline.ts';
import { isAttendanceHeading } from '../record/attendance-heading.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { sliceRange } from '../text/offset-range.ts';
import { splitLines } from '../text/split-lines.ts';

/** What new minutes take over from the last ones. */
export interface CarriedItem {
  readonly kind: 'section' | 'task' | 'topic';
  /** The section of the template that it goes to. */
  readonly section: TemplateSection;
  /** What it is, in one line. */
  readonly label: string;
  readonly text: string;
}

/** Returns what minutes hand over: text of sections that the template carries over, open tasks, and topics that were put off. */
export function carriedOver(minutes: Minutes, template: Matcher): readonly CarriedItem[] {
  const match = template.matchOf(minutes);
  const isMatched = new Set([
    ...match.sections.flatMap(({ section, expected }) => (isTopic(expected) ? [] : [section])),
    ...match.teams.map(({ section }) => section),
  ]);
  const ofPeople = flattenSections(match.outline)
    .filter(({ heading }) => isAttendanceHeading(heading.text))
    .flatMap((section) => flattenSections([section]));
  const items: CarriedItem[] = [];
  for (const { section, expected, kind } of match.sections) {
    if (kind === 'duplicate' || isTopic(expected)) continue;
    // A box beside a name says who came.
    if (expected.record === 'attendees' || ofPeople.includes(section)) continue;
    if (expected.carryOver) items.push(...wholeSection(section, expected, minutes, template));
    else {
      items.push(
        ...openTasks(sliceRange(minutes.text, section.bodyRange), expected, template),
        ...section.children
          .filter((child) => !isMatched.has(child))
          .flatMap((child) => putOff(child, expected)),
      );
    }
  }
  return items;
}

/** Returns whether a section of the template stands for any topic. */
export function isTopic({ kind, pattern, repeat }: TemplateSection): boolean {
  return kind === 'section' && repeat.max > 1 && /^\{text\??\}$/.test(pattern.source.trim());
}

function wholeSection(
  section: Section,
  expected: TemplateSection,
  { text }: Minutes,
  template: Matcher,
): readonly CarriedItem[] {
  const body = text.slice(section.heading.range.end, section.range.end).trim();
  const standing = new Set(template.lineWordings(template.text).map(({ wording }) => wording));
  const says = template
    .lineWordings(body)
    .some(({ wording }) => wording !== '' && !standing.has(wording));
  return says ? [{ kind: 'section', section: expected, label: expected.name, text: body }] : [];
}

const openTask = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+\[ \][ \t]+(\S.*)$/;

/** Returns the list items with an open check box, each with what is nested below it. */
function openTasks(
  body: string,
  section: TemplateSection,
  template: Matcher,
): readonly CarriedItem[] {
  const standing = new Set(splitLines(section.body).map((line) => line.trim()));
  const items: CarriedItem[] = [];
  const lines = splitLines(body);
  for (let index = 0; index < lines.length; index++) {
    const [line = '', indent = '', label = ''] = openTask.exec(lines[index] ?? '') ?? [];
    const says = template.lineWordings(line).some(({ wording }) => wording !== '');
    if (label === '' || !says || standing.has(line.trim()) || /\{[\w-]+\??\}/.test(line)) continue;
    const own = [line.slice(indent.length)];
    while (isNested(lines[index + 1] ?? '', indent))
      own.push((lines[++index] ?? '').slice(indent.length));
    items.push({ kind: 'task', section, label, text: own.join('\n') });
  }
  return items;
}

function isNested(line: string, indent: string): boolean {
  return (
    line.trim() !== '' && line.startsWith(`${indent} `) && /^[ \t]/.test(line.slice(indent.length))
  );
}

/** What a heading says of a topic that waits for the next meeting. */
const waits =
  /\s*[([–—:-]*\s*\b(?:postponed|deferred|tabled|carried over|moved to (?:the )?next (?:meeting|call)|vertagt|verschoben)\b\s*[)\]]?\s*$/i;

function putOff({ heading, depth }: Section, section: TemplateSection): readonly CarriedItem[] {
  const found = waits.exec(heading.text);
  if (found === null || found.index === 0) return [];
  const label = heading.text.slice(0, found.index).trim();
  return [{ kind: 'topic', section, label, text: `${'#'.repeat(depth)} ${label}` }];
}
