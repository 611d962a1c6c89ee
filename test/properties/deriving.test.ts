import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { proposeTemplates } from '../../server/src/core/deriving/propose-templates.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import type { TemplateSection } from '../../server/src/core/template/template-section.ts';
import { normalizeText } from '../../server/src/core/text/normalize-text.ts';
import { arbitrarySeries } from './arbitrary-series.ts';

test('a template that is derived from minutes parses, claims them all, and fits them', () => {
  fc.assert(
    fc.property(arbitrarySeries, ({ files, sections }) => {
      const { proposals, others } = proposeTemplates(files, 'harbor');
      assert.deepEqual(others, []);
      assert.ok(proposals.length > 0);
      for (const { text, name } of proposals) {
        assert.deepEqual(readTemplate(text, `${name}.md`).problems, [], text);
      }
      const claimed = files.filter(({ path }) =>
        proposals.some(({ text, name }) => readTemplate(text, `${name}.md`).claim(path) !== null),
      );
      assert.equal(claimed.length, files.length);
      for (const { text, minutes } of proposals) {
        const unfit = minutes.slice(-20).filter(({ findings }) => findings.length > 0);
        assert.ok(
          unfit.length <= 1,
          `${text}\n${JSON.stringify(unfit.map(({ path, findings }) => [path, findings]))}`,
        );
      }
      const [latest] = proposals;
      const required = requiredOf(readTemplate(latest?.text ?? '', 'latest.md').sections);
      const absent = sections.filter(
        (section) => !required.includes(normalizeText(section.replaceAll('_', ''))),
      );
      assert.deepEqual(absent, [], latest?.text);
    }),
  );
});

test('any files have an answer', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ path: fc.string({ maxLength: 30 }), text: fc.string({ unit: 'binary' }) }),
      ),
      (files) => {
        proposeTemplates(files, '');
      },
    ),
  );
});

function requiredOf(sections: readonly TemplateSection[]): readonly string[] {
  return sections.flatMap(({ required, name, children }) => [
    ...(required ? [normalizeText(name)] : []),
    ...requiredOf(children),
  ]);
}
