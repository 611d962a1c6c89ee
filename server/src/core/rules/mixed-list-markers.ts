import * as l10n from '@vscode/l10n';
import { adjacentItemsIn } from '../minutes/adjacent-items.ts';
import { placeOfListItem, type ListItemPlace } from '../minutes/list-item-place.ts';
import type { PieceRule, Report } from './rule.ts';
import { brokenLists } from './shared/broken-lists.ts';

/** Finds lists whose items have different markers. */
export const mixedListMarkers: PieceRule = {
  id: 'mixed-list-markers',
  summary: 'The items of a list have different markers',
  severity: 'hint',
  yieldsTo: [...brokenLists],
  docs: {
    finds: `
Lists at different levels, and in different sections, may have different markers.
`,
    why: `
Another marker begins another list, so that what looks like one list is two with a gap between them.
`,
    repair: `
**Use one marker** writes the marker of the first item.
`,
    examples: `
~~~template.md
# Weekly {date}
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

- Kettle repaired
* Cups counted
^ mixed-list-markers: The list begins with “-”, but this item has “*” [fix: Use “-” in the whole list] [see 3:1: The first item of the list]
~~~

~~~fixed
# Weekly 2018-06-26

- Kettle repaired
- Cups counted
~~~
`,
  },
  fixes: [{ title: 'Use', safe: true }],
  concerns: { test: mayMix },
  checkPiece: ({ text, tree }) =>
    adjacentItemsIn(tree).flatMap((items) => {
      const places = items.flatMap((item) => placeOfListItem(item, text) ?? []);
      return reportMixed(places.filter(({ marker }) => /^[-*+]$/.test(marker)));
    }),
};

function mayMix(text: string): boolean {
  if (['-', '*', '+'].filter((marker) => text.includes(marker)).length < 2) return false;
  return new Set(text.match(markers)?.join('').match(/[-*+]/g)).size > 1;
}

/** The markers that a line begins with, of items one within the other. */
const markers = /(?<![^\r\n])(?:[ \t]|[-*+](?=[ \t\r\n]|$)|\d{1,9}[.)](?=[ \t]))+/g;

/** Items at another indentation are another finding. */
function reportMixed(places: readonly ListItemPlace[]): Report[] {
  const [first] = places;
  const others = places.filter(
    ({ marker, indent }) => indent === first?.indent && marker !== first.marker,
  );
  const [other] = others;
  if (first === undefined || other === undefined) return [];
  return [
    {
      message: l10n.t(
        'The list begins with “{0}”, but this item has “{1}”',
        first.marker,
        other.marker,
      ),
      range: other.markerRange,
      related: [
        {
          document: 'minutes',
          range: first.markerRange,
          message: l10n.t('The first item of the list'),
        },
      ],
      fixes: [
        {
          title: l10n.t('Use “{0}” in the whole list', first.marker),
          safe: true,
          edits: others.map(({ markerRange }) => ({ range: markerRange, text: first.marker })),
        },
      ],
    },
  ];
}
