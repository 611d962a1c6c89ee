import * as l10n from '@vscode/l10n';
import { conflictsIn, type Conflict } from './shared/conflict.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { wholeLines } from '../text/whole-lines.ts';
import type { Fix } from './finding.ts';
import { teamsTemplate } from './shared/example-templates.ts';
import { choicesBySection } from './shared/resolve-by-section.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';

/** Finds unresolved merge conflicts. */
export const conflictMarker: MinutesRule = {
  id: 'conflict-marker',
  summary: 'A merge conflict is not resolved',
  severity: 'error',
  whenCancelled: true,
  docs: {
    finds: `
While a conflict is unresolved, nothing else is reported.
Markers in a fenced code block are not reported.
`,
    why: `
If two people edit the same lines, git leaves both versions between markers.
Readers then see the markers, and one of the versions as a quotation.
`,
    repair: `
**Keep both** keeps both versions, ours first.
**Keep ours** and **Keep theirs** keep one and delete the other.
If a conflict spans several sections, each of these can be chosen for one section alone, as in **Keep theirs in “Kettle”**; the others stay in conflict.
`,
    exampleTemplate: teamsTemplate,
    examples: `
~~~2018-06-26.md
# Weekly 2018-06-26

## Teams

### Kettle - Ada Park

<<<<<<< HEAD
^^^^^^^^^^^^ conflict-marker: Unresolved merge conflict between “HEAD” and “kettle-update” [unsafe fix: Keep both] [unsafe fix: Keep ours] [unsafe fix: Keep theirs] [see 9:1: The other version begins here] [see 11:1: The conflict ends here]
- Boils in two minutes
=======
- Whistles
>>>>>>> kettle-update
~~~
`,
  },
  fixes: [{ title: 'Keep', safe: false }],
  check: (context) => conflictsIn(context.minutes).map((each) => reportConflict(each, context)),
};

function reportConflict(conflict: Conflict, { minutes, template }: RuleContext): Report {
  const { text, headings, markdown } = minutes;
  const { lines } = markdown;
  const { ours, base, separator, theirs } = conflict;
  const section = headings.findLast(({ range }) => range.end <= ours.start)?.text ?? null;
  const choices = choicesBySection({ conflict, text, lines, template, section });
  const names = choices.map(({ name }) => `“${name}”`).join(', ');
  const nameOf = ({ start, end }: OffsetRange): string => text.slice(start + 7, end).trim();
  const related = (range: OffsetRange | null, message: string): Report['related'] =>
    range === null ? [] : [{ document: 'minutes', range, message }];
  return {
    message:
      names === ''
        ? l10n.t('Unresolved merge conflict between “{0}” and “{1}”', nameOf(ours), nameOf(theirs))
        : l10n.t(
            'Unresolved merge conflict between “{0}” and “{1}” in {2}',
            nameOf(ours),
            nameOf(theirs),
            names,
          ),
    range: ours,
    related: [
      ...related(base, l10n.t('The common ancestor begins here')),
      ...related(separator, l10n.t('The other version begins here')),
      ...related(theirs, l10n.t('The conflict ends here')),
    ],
    fixes: [...fixesOf(conflict, lines), ...choices.flatMap(({ fixes }) => fixes)],
  };
}

function fixesOf({ ours, base, separator, theirs }: Conflict, lines: LineIndex): Fix[] {
  const opening = wholeLines(ours, lines);
  const middle = { start: (base ?? separator).start, end: wholeLines(separator, lines).end };
  const closing = wholeLines(theirs, lines);
  const keep = (title: string, deleted: readonly OffsetRange[]): Fix => ({
    title,
    safe: false,
    edits: deleted.map((range) => ({ range, text: '' })),
  });
  return [
    keep(l10n.t('Keep both'), [opening, middle, closing]),
    keep(l10n.t('Keep ours'), [opening, { start: middle.start, end: closing.end }]),
    keep(l10n.t('Keep theirs'), [{ start: opening.start, end: middle.end }, closing]),
  ];
}
