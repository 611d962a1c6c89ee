import { checkMinutes, type CheckInput } from '../checking/check-minutes.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import type { Matcher } from '../matching/matcher.ts';
import { noHistory } from '../meetings/history.ts';
import type { Heading } from '../minutes/heading.ts';
import { readMinutes, type Minutes } from '../minutes/read-minutes.ts';
import type { Finding } from '../rules/finding.ts';
import type { Roster } from '../template/roster.ts';
import { sliceRange, type OffsetRange } from '../text/offset-range.ts';
import { applyEdits, type TextEdit } from '../text/text-edit.ts';
import { changeColumns } from './change-columns.ts';
import { renameField } from './rename-field.ts';
import { templateChanges, type SectionRename } from './template-changes.ts';

/** Where a changed template is written: into minutes, or into templates that keep old minutes as they are. */
export type MigrationTarget = 'drafts' | 'all' | 'aliases' | 'era';

/** Minutes with what they are migrated to. */
export interface MigrationInput {
  readonly text: string;
  readonly fileName: string | null;
  /** The template as it was. */
  readonly before: Matcher;
  /** The template as it is. */
  readonly after: Matcher;
  readonly roster: Roster | null;
  /** ISO date. */
  readonly today: string;
}

/**
 * Returns minutes as a changed template wants them: with the new names of sections, fields and columns,
 * with what is new, and with sections at their new places and levels.
 * What was wrong by the old template stays as it is, and so do all other words, also those of a section that is gone.
 */
export function migrateMinutes(input: MigrationInput): string {
  const minutes = read(input.text);
  const { sections } = input.before.matchOf(minutes);
  const edits = templateChanges(input.before, input.after).flatMap((change) => {
    if (!('section' in change)) return [];
    const headings = sections.flatMap(({ expected, section: { heading } }) =>
      expected === change.section ? [heading] : [],
    );
    if (change.kind === 'renamed') {
      return headings.flatMap((heading) => renameHeading(heading, minutes.text, change));
    }
    const bodies =
      change.section === null
        ? [preambleOf(minutes)]
        : headings.map((heading) => bodyOf(heading, minutes));
    return bodies.flatMap((body) =>
      change.kind === 'columns'
        ? changeColumns(minutes, body, change)
        : renameField(minutes.text, body, change),
    );
  });
  return repairStructure(applyEdits(input.text, edits), input);
}

function read(text: string): Minutes {
  return readMinutes(parseMarkdown(text));
}

/** Only the name is replaced, so that a link’s address or an emoji beside it stays. */
function renameHeading(
  { contentRange }: Heading,
  text: string,
  { section: { name }, to }: SectionRename,
): readonly TextEdit[] {
  const index = sliceRange(text, contentRange).toLowerCase().indexOf(name.toLowerCase());
  const start = contentRange.start + index;
  return index === -1 ? [] : [{ range: { start, end: start + name.length }, text: to }];
}

function preambleOf({ headings, text }: Minutes): OffsetRange {
  return { start: 0, end: headings[0]?.range.start ?? text.length };
}

/** Returns what is directly below a heading. */
function bodyOf({ range }: Heading, { headings, text }: Minutes): OffsetRange {
  const next = headings.find((heading) => heading.range.start >= range.end);
  return { start: range.end, end: next?.range.start ?? text.length };
}

/** The rules whose findings a changed template makes, and whose fixes keep every word. */
const structural = [
  'missing-section',
  'misplaced-section',
  'wrong-heading-level',
  'missing-field',
  'missing-table',
];

/** More repairs than this are no migration. */
const most = 200;

/** Repairs, one after the other, what the template finds now and didn’t find before. */
function repairStructure(original: string, input: MigrationInput): string {
  const known = new Set(findingsOf(input.text, input.before, input).map(keyOf));
  const seen = new Set<string>();
  let text = original;
  while (!seen.has(text) && seen.size < most) {
    seen.add(text);
    const fix = findingsOf(text, input.after, input)
      .filter((finding) => !known.has(keyOf(finding)))
      .flatMap(({ fixes }) => fixes)
      .find(({ isChoice }) => isChoice !== true);
    if (fix !== undefined) text = applyEdits(text, fix.edits);
  }
  return text;
}

function findingsOf(
  text: string,
  template: Matcher,
  { fileName, roster, today }: MigrationInput,
): readonly Finding[] {
  const input: CheckInput = {
    minutes: read(text),
    fileName,
    template,
    roster,
    today,
    profile: 'final',
    severities: {},
    history: noHistory,
  };
  return checkMinutes(input).filter(({ rule }) => structural.includes(rule));
}

function keyOf({ rule, message }: Finding): string {
  return `${rule}: ${message}`;
}
