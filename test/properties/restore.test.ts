import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkMinutes } from '../../server/src/core/checking/check-minutes.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { readBaseline } from '../../server/src/core/meetings/baseline.ts';
import { noHistory } from '../../server/src/core/meetings/history.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { seed } from './seed.ts';

const template = readTemplate('# Call {date}\n\n## Updates\n\n### {team} - {lead}\n', 'call.md');
const leads = ['Ada Quill', 'Bo Reed', 'Cy Marsh'] as const;

interface Part {
  readonly heading: string;
  readonly lines: readonly string[];
}

const parts = fc
  .array(
    fc.array(
      fc.constantFrom('- Painted', '- Ordered rope', '  - 40 m, blue', '', 'Text.', '* Star'),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    { minLength: 2, maxLength: 3 },
  )
  .map((bodies): readonly Part[] =>
    bodies.map((body, index) => ({
      heading: `### Team ${String(index)} - ${leads[index] ?? ''}`,
      lines: [
        `- First of ${String(index)}`,
        ...body.map((line, at) => (line === '' ? '' : `${line} ${String(index)}${String(at)}`)),
        `- Last of ${String(index)}`,
      ],
    })),
  );

function textOf(all: readonly Part[], eol: string, end: string): string {
  const head = ['# Call 2018-06-26', '', '## Updates', ''];
  const blocks = all.flatMap(({ heading, lines }, index) => [
    heading,
    '',
    ...lines,
    ...(index < all.length - 1 ? [''] : []),
  ]);
  return [...head, ...blocks].join(eol) + end;
}

test('an update that is restored is as it was, even at the end of the text, with any line ending', () => {
  fc.assert(
    fc.property(
      parts,
      fc.nat({ max: 2 }),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('none', 'one', 'two'),
      (all, chosen, eol, ending) => {
        const end = { none: '', one: eol, two: eol + eol }[ending];
        const before = textOf(all, eol, end);
        const lost = chosen % all.length;
        const kept = all.map((part, index) => (index === lost ? { ...part, lines: [] } : part));
        const text = textOf(kept, eol, end);
        const findings = checkMinutes({
          minutes: readMinutes(parseMarkdown(text)),
          fileName: '2018-06-26.md',
          template,
          roster: null,
          today: '2030-01-01',
          profile: 'auto',
          severities: {},
          history: { ...noHistory, baselines: [readBaseline('committed', before, template)] },
        });
        const fixes = findings
          .filter(({ rule }) => rule === 'lost-update')
          .flatMap((finding) => finding.fixes.filter(({ edits }) => edits.length > 0).slice(0, 1));
        assert.equal(fixes.length, 1);
        const restored = applyEdits(
          text,
          fixes.flatMap(({ edits }) => edits),
        );
        const wanted = before.split(eol).filter((line) => line !== '');
        assert.deepEqual(
          restored.split(eol).filter((line) => line !== ''),
          wanted,
        );
        assert.equal(/\r(?!\n)|(?<!\r)\n/.test(restored), eol === '\n' && restored.includes('\n'));
      },
    ),
    { seed, numRuns: 150 },
  );
});
