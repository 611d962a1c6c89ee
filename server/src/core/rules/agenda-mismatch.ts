import * as l10n from '@vscode/l10n';
import { insertItem } from './shared/insert-item.ts';
import type { AgendaItem } from '../minutes/agenda-items.ts';
import type { Section } from '../minutes/outline.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import {
  matchAgenda,
  type AgendaMatch,
  type ListedSection,
  type UnheadedItem,
} from '../matching/agenda-match.ts';
import type { MissingSection } from '../matching/template-match.ts';
import { sectionText } from '../template/section-text.ts';
import { looseForm } from '../text/closest.ts';
import { insertBlock } from '../text/insert-block.ts';
import { containsRange } from '../text/offset-range.ts';
import type { Fix } from './finding.ts';
import { boldHeadings } from './shared/bold-headings.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';

/** Finds agenda items without a heading, and headings without an agenda item. */
export const agendaMismatch: MinutesRule = {
  id: 'agenda-mismatch',
  summary: 'The agenda and the headings don’t match',
  severity: 'hint',
  yieldsTo: ['unparsed-heading'],
  structural: true,
  habit: 'anywhere',
  docs: {
    finds: `
Reported are top-level agenda items without a heading, and headings without an agenda item.
A section that the template’s agenda leaves out may be left out here too, and an item that has no heading in the template needs none here.
Singular and plural are the same, and an agenda without a list is not compared.
`,
    why: `
The agenda says what the minutes cover.
An item without a heading was not written down, and a heading without an item was not announced.
`,
    repair: `
**Insert section** adds the missing heading, and **Add to the agenda** adds the missing item.
**Rename** corrects a misspelled item.
`,
    examples: `
~~~template.md
# Weekly {date}

## Agenda

- News
- Decisions

## News

## Decisions

## Budget <!-- optional -->
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

## Agenda

- News
      ^ agenda-mismatch: The section “Decisions” is not on the agenda [fix: Add “Decisions” to the agenda] [see 10:1: The section]
- Budget
  ^^^^^^ agenda-mismatch: “Budget” is on the agenda but has no heading [fix: Insert section “Budget”]

## News

## Decisions
~~~

~~~fixed
# Weekly 2018-06-26

## Agenda

- News
- Decisions
- Budget

## News

## Decisions

## Budget
~~~
`,
  },
  fixes: [
    { title: 'Insert section', safe: true, when: 'the template knows the section' },
    { title: 'Insert section', safe: false, when: 'the template doesn’t know it' },
    { title: 'Add', safe: true },
    { title: 'Rename to', safe: true },
  ],
  check(context) {
    const agenda = matchAgenda(context.minutes, context.template, context.match);
    if (agenda === null) return [];
    const places = placesOf(agenda, context.match.outline);
    const end = endOfAgenda(agenda, context);
    if (agenda.items[0].contentRange.start > end) return [];
    return [
      ...agenda.withoutHeading
        .filter(({ item }) => item.contentRange.start <= end)
        .map((each) =>
          reportItem(each, agenda, places.get(each.item) ?? agenda.agenda.section, context),
        ),
      ...agenda.withoutItem.map((each, index) => reportSection(each, index, agenda, context)),
      ...agenda.misspelled.map(({ item, listed }) => reportMisspelled(item, listed, agenda)),
    ];
  },
};

/** Returns the offset before a bold line that is another section's heading, else of the agenda's end. */
function endOfAgenda({ agenda: { section } }: AgendaMatch, context: RuleContext): number {
  const within = boldHeadings(context).filter(({ range }) =>
    containsRange(section.bodyRange, range),
  );
  return Math.min(section.bodyRange.end, ...within.map(({ range }) => range.start));
}

function reportItem(
  { item, absent }: UnheadedItem,
  agenda: AgendaMatch,
  place: Section,
  context: RuleContext,
): Report {
  return {
    message: l10n.t('“{0}” is on the agenda but has no heading', item.text),
    range: item.contentRange,
    related: [
      absent === null
        ? templateAgenda(agenda)
        : {
            document: 'template',
            range: absent.expected.range,
            message: l10n.t('“{0}” in the template', absent.expected.name),
          },
    ],
    fixes: [
      absent === null
        ? insertOwn(item, agenda.agenda.section.depth, place, context.minutes)
        : insertOptional(absent, context),
    ],
  };
}

function insertOptional(
  { expected, offset, present, shift }: MissingSection,
  context: RuleContext,
): Fix {
  const text = sectionText(
    expected,
    context.template,
    context.statedDate,
    present,
    undefined,
    shift,
  );
  const { edit } = insertBlock(context.minutes.text, offset, text);
  return { title: l10n.t('Insert section “{0}”', expected.name), safe: true, edits: [edit] };
}

/** Inserts a heading after the section of the item before. */
function insertOwn(item: AgendaItem, depth: number, place: Section, { text }: Minutes): Fix {
  const { start, end } = item.contentRange;
  const heading = `${'#'.repeat(depth)} ${text.slice(start, end).replace(/\s+/g, ' ')}`;
  const { edit } = insertBlock(text, place.range.end, heading);
  return { title: l10n.t('Insert section “{0}”', item.text), safe: false, edits: [edit] };
}

/** Returns for each item the section of the last one before it that has one beside the agenda, else the agenda. */
function placesOf(
  { agenda, items }: AgendaMatch,
  outline: readonly Section[],
): ReadonlyMap<AgendaItem, Section> {
  const siblings = siblingsOf(agenda.section, outline);
  const byName = new Map(siblings.map((section) => [looseForm(section.heading.text), section]));
  const places = new Map<AgendaItem, Section>();
  let place = agenda.section;
  for (const item of items) {
    places.set(item, place);
    place = byName.get(looseForm(item.text)) ?? place;
  }
  return places;
}

function siblingsOf(section: Section, sections: readonly Section[]): readonly Section[] {
  if (sections.includes(section)) return sections;
  const parent = sections.findLast(({ range }) => range.start < section.range.start);
  return parent === undefined ? [] : siblingsOf(section, parent.children);
}

function reportSection(
  { pair, pattern, after }: ListedSection,
  index: number,
  agenda: AgendaMatch,
  { minutes }: RuleContext,
): Report {
  const { heading } = pair.section;
  const name = pattern.literal === null ? heading.text : pattern.source;
  const edit = insertItem(minutes.text, agenda.items, after, escapeMarkdown(name), index + 1);
  return {
    message: l10n.t('The section “{0}” is not on the agenda', heading.text),
    range: after === null ? agenda.agenda.section.heading.contentRange : edit.range,
    related: [
      { document: 'minutes', range: heading.range, message: l10n.t('The section') },
      templateAgenda(agenda),
    ],
    fixes: [{ title: l10n.t('Add “{0}” to the agenda', name), safe: true, edits: [edit] }],
  };
}

function reportMisspelled(
  item: AgendaItem,
  { pair, pattern }: ListedSection,
  agenda: AgendaMatch,
): Report {
  const name = pattern.literal === null ? pair.section.heading.text : pattern.source;
  return {
    message: l10n.t('“{0}” on the agenda should be “{1}”', item.text, name),
    range: item.contentRange,
    related: [
      { document: 'minutes', range: pair.section.heading.range, message: l10n.t('The section') },
      templateAgenda(agenda),
    ],
    fixes: [
      {
        title: l10n.t('Rename to “{0}”', name),
        safe: true,
        edits: [{ range: item.contentRange, text: escapeMarkdown(name) }],
      },
    ],
  };
}

function templateAgenda({ agenda: { expected } }: AgendaMatch): Report['related'][number] {
  return {
    document: 'template',
    range: expected.range,
    message: l10n.t('The agenda in the template'),
  };
}

/** Keeps a plain text from being read as markup. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*[<]/g, '\\$&');
}
