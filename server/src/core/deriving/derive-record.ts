import type { ListItem } from 'mdast';
import { plainText } from '../minutes/plain-text.ts';
import { blocksIn } from '../minutes/read-minutes.ts';
import { isAttendanceHeading } from '../record/attendance-heading.ts';
import type { RecordKind } from '../template/refinements.ts';
import type { RecurringSection } from './section-evidence.ts';

/** Fewer items don't show what a section keeps. */
const fewest = 3;
/** What part of the items have to have a check box, or of the sections a list. */
const most = 0.8;

/** Returns what the items of a recurring section are: people or actions where they have check boxes, else what its name says. */
export function deriveRecord({ places }: RecurringSection): RecordKind | null {
  const lists = places.map(({ file, section }) =>
    blocksIn(file.minutes, section.bodyRange).flatMap(({ node }) =>
      node.type === 'list' ? node.children : [],
    ),
  );
  const items = lists.flat();
  if (items.length < fewest) return null;
  if (items.filter(hasCheckBox).length >= items.length * most) {
    return places.some(({ section }) => isAttendanceHeading(section.heading.text)) ||
      areTicked(lists)
      ? 'attendees'
      : 'actions';
  }
  if (lists.filter((own) => own.length > 0).length < places.length * most) return null;
  const name = places.at(-1)?.section.heading.text ?? '';
  if (isAttendanceHeading(name)) return 'attendees';
  return decisions.test(name) ? 'decisions' : null;
}

/** Returns whether people are ticked: who came comes again, and what is done doesn’t. */
function areTicked(lists: readonly (readonly ListItem[])[]): boolean {
  const counts = new Map<string, number>();
  for (const list of lists) {
    const ticked = list.flatMap(({ checked, children: [first] }) =>
      checked === true && first?.type === 'paragraph' ? [plainText(first).trim()] : [],
    );
    for (const name of new Set(ticked)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const again = [...counts].filter(([name, count]) => count > 1 && person.test(name));
  return again.length > 0 && again.length * 2 >= counts.size;
}

/** A name of two to four words, with what may follow it: an organization, or a role. */
const person = /^@?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}\s*(?:[(,@[–-].*)?$/u;

function hasCheckBox({ checked }: ListItem): boolean {
  return typeof checked === 'boolean';
}

const decisions = /^(?:decisions|resolutions|entscheidungen|beschlüsse|décisions|決定事項)$/iu;
