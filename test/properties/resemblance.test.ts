import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { carriesName } from '../../server/src/core/matching/carried-name.ts';
import { literalNames, openPatterns } from '../../server/src/core/matching/heading-match.ts';
import { looseName, withoutOrnaments } from '../../server/src/core/matching/loose-name.ts';
import { slipOf } from '../../server/src/core/matching/slip.ts';
import { matchPattern } from '../../server/src/core/template/text-pattern.ts';
import { normalizeText } from '../../server/src/core/text/normalize-text.ts';
import type { TemplateSection } from '../../server/src/core/template/template-section.ts';
import { arbitraryPair, inputOf, pairOf } from './law-pairs.ts';
import { writeMinutes, type WrittenSection } from './outline-minutes.ts';
import { asides, names } from './outline-words.ts';
import { pick, type Random } from './random.ts';
import { runs } from './seed.ts';

test('a place says nothing about a name: no heading is taken for a section that it does not resemble', () => {
  fc.assert(
    fc.property(arbitraryPair, (each) => {
      const { template, minutes, random } = pairOf(each);
      const sections = minutes.sections.map((section) => renamed(section, random));
      const text = writeMinutes({ ...minutes, sections });
      const match = template.matchOf(inputOf(text, minutes.path, template).minutes);
      const unlike = match.sections
        .filter(({ kind, expected, section }) => kind !== 'title' && !isLike(section, expected))
        .map(({ expected, section }) => `${section.heading.text}: ${expected.name}`);
      assert.deepEqual(unlike, [], `${template.text}\n======\n${text}`);
    }),
    runs(150),
  );
});

/** Returns a section with its name, or one that the template may have elsewhere or not at all, and so below it. */
function renamed(section: WrittenSection, random: Random): WrittenSection {
  const children = section.children.map((child) => renamed(child, random));
  const content = random() < 0.3 ? pick([...names, ...asides], random) : section.content;
  return { ...section, content, setext: false, children };
}

function isLike(
  { heading }: { readonly heading: { readonly text: string; readonly unstruckText: string } },
  expected: TemplateSection,
): boolean {
  return [heading.text, heading.unstruckText].some(
    (text) =>
      literalNames(expected).some(
        (name) => looseName(name) === looseName(text) || slipOf(text, name) !== null,
      ) ||
      openPatterns(expected).some((pattern) =>
        [text, withoutOrnaments(text)].some((each) => matchPattern(pattern, each) !== null),
      ) ||
      expected.keys.includes(normalizeText(text)) ||
      carriesName(text, expected),
  );
}
