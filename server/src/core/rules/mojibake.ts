import * as l10n from '@vscode/l10n';
import { isWithin, verbatimRangesIn } from '../minutes/verbatim-ranges.ts';
import { mojibakeSign, undoMojibake } from '../text/mojibake.ts';
import type { PieceRule } from './rule.ts';

/** Finds words whose letters were read in the wrong encoding. */
export const mojibake: PieceRule = {
  id: 'mojibake',
  summary: 'A word’s letters were read in the wrong encoding',
  severity: 'warning',
  docs: {
    finds: `
Reported are words whose original letters can be restored exactly.
`,
    why: `
\`KÃ¶per\` is \`Köper\`: a program took UTF-8 for windows-1252.
Searches no longer find the name.
`,
    repair: `
**Replace** restores the letters.
`,
    examples: `
~~~template.md
# Weekly {date}
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

JÃ¶rg KÃ¶per takes notes.
^^^^^ mojibake: “JÃ¶rg” is “Jörg” in the wrong encoding [fix: Replace with “Jörg”]
      ^^^^^^ mojibake: “KÃ¶per” is “Köper” in the wrong encoding [fix: Replace with “Köper”]
~~~

~~~fixed
# Weekly 2018-06-26

Jörg Köper takes notes.
~~~
`,
  },
  fixes: [{ title: 'Replace with', safe: true }],
  concerns: mojibakeSign,
  checkPiece: ({ text, tree }) => {
    const verbatim = verbatimRangesIn(tree);
    return [...text.matchAll(/[^\s|]+/g)].flatMap(({ 0: word, index }) => {
      const meant = isWithin(index, verbatim) ? null : undoMojibake(word);
      if (meant === null) return [];
      const range = { start: index, end: index + word.length };
      return [
        {
          message: l10n.t('“{0}” is “{1}” in the wrong encoding', word, meant),
          range,
          related: [],
          fixes: [
            {
              title: l10n.t('Replace with “{0}”', meant),
              safe: true,
              edits: [{ range, text: meant }],
            },
          ],
        },
      ];
    });
  },
};
