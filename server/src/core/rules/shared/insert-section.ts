import { linesIn } from '../../matching/field-match.ts';
import type { MissingSection } from '../../matching/template-match.ts';
import { sectionText } from '../../template/section-text.ts';
import type { TemplateSection } from '../../template/template-section.ts';
import { insertBlock } from '../../text/insert-block.ts';
import type { OffsetRange } from '../../text/offset-range.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { RuleContext } from '../rule.ts';
import { teamsToInsert } from './teams-to-insert.ts';

/** The edits that insert an absent section, and where a reader sees that it is absent. */
export interface Insertion {
  readonly edits: readonly TextEdit[];
  readonly anchor: OffsetRange;
}

/**
 * Returns the edits that insert an absent section with what belongs below it:
 * above those of its own sections that are already there, with its absent ones after these in the template’s order.
 */
export function insertSection(missing: MissingSection, context: RuleContext): Insertion {
  const { expected, count, offset, present } = missing;
  const later = childrenToFollow(missing, context);
  const text = textOf(expected, missing, context, new Set([...present, ...later.keys()]));
  const { edit, anchor } = insertBlock(
    context.minutes.text,
    offset,
    Array.from({ length: count }, () => text).join('\n\n'),
  );
  const offsets = [...new Set(later.values())];
  const below = offsets.map((end) => {
    const texts = [...later].flatMap(([child, place]) =>
      place === end
        ? Array.from({ length: Math.max(1, child.repeat.min) }, () =>
            textOf(child, missing, context, present),
          )
        : [],
    );
    return insertBlock(context.minutes.text, end, texts.join('\n\n')).edit;
  });
  return { edits: [edit, ...below], anchor };
}

/** Tells whether the text above the place of an absent section has one of its fields, so that the section may be there under another name. */
export function hasFieldsAbove(
  { expected, offset }: MissingSection,
  { minutes, match }: RuleContext,
): boolean {
  const above = minutes.headings.findLast(({ range }) => range.start < offset);
  const pair = match.sections.find(({ section }) => section.heading === above);
  const known = new Set(pair?.expected.fields.map(({ key }) => key));
  const keys = new Set(expected.fields.map(({ key }) => key).filter((key) => !known.has(key)));
  return linesIn(minutes, { start: above?.range.end ?? 0, end: offset }).some(
    ({ label }) => label !== null && keys.has(label.key),
  );
}

/** Returns the absent sections below an absent one that follow those of its sections that are there, each with the offset after these. */
function childrenToFollow(
  { expected, offset, present, astray }: MissingSection,
  { match }: RuleContext,
): ReadonlyMap<TemplateSection, number> {
  const later = new Map<TemplateSection, number>();
  let end: number | null = null;
  for (const child of expected.children) {
    const own = match.sections.filter(
      (pair) =>
        pair.expected === child &&
        pair.section.range.start >= offset &&
        !astray.some(({ section }) => section === pair.section),
    );
    if (present.has(child)) end = own.at(-1)?.section.range.end ?? end;
    else if (end !== null && child.required && child.team === null) later.set(child, end);
  }
  return later;
}

function textOf(
  section: TemplateSection,
  { shift }: MissingSection,
  context: RuleContext,
  present: ReadonlySet<TemplateSection>,
): string {
  const { template, statedDate } = context;
  return sectionText(section, template, statedDate, present, teamsToInsert(context), shift);
}
