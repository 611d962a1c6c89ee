import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { documentSymbols } from '../../server/src/core/features/document-symbols.ts';
import { foldingRanges } from '../../server/src/core/features/folding-ranges.ts';
import { insertionsFor } from '../../server/src/core/features/insertions.ts';
import { noHistory } from '../../server/src/core/meetings/history.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import {
  checkMinutes,
  checkTemplate,
  type CheckInput,
} from '../../server/src/core/checking/check-minutes.ts';
import type { Finding } from '../../server/src/core/rules/finding.ts';
import { fixMinutes } from '../../server/src/core/checking/fix-minutes.ts';
import { fixTemplate } from '../../server/src/core/checking/fix-template.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { createLineIndex } from '../../server/src/core/text/line-index.ts';
import type { OffsetRange } from '../../server/src/core/text/offset-range.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { assertEditsChange } from '../support/assert-edits-change.ts';
import { lostWords } from '../support/lost-words.ts';
import {
  arbitraryMinutes,
  arbitraryMutation,
  arbitraryText,
  completeMinutes,
  templates,
} from './arbitrary-minutes.ts';
import { seed } from './seed.ts';

const parsedTemplates = templates.map((text) => readTemplate(text, 'template.md'));
const anyMinutes = fc.oneof(arbitraryMinutes, arbitraryMutation(completeMinutes), arbitraryText);
const anyCase = fc.record({
  text: anyMinutes,
  template: fc.nat({ max: templates.length - 1 }),
  draft: fc.boolean(),
});
const safe = { unsafe: false, rules: null };

/** Runs a property of minutes that are checked against one of the templates. */
function holdsFor(numRuns: number, property: (input: CheckInput) => void): void {
  fc.assert(
    fc.property(anyCase, ({ text, template, draft }) => {
      property(inputOf(text, parsedTemplates[template] ?? readTemplate('', ''), draft));
    }),
    { seed, numRuns },
  );
}

function inputOf(text: string, template: CheckInput['template'], draft: boolean): CheckInput {
  return {
    minutes: readMinutes(parseMarkdown(text)),
    fileName: '2018-06-26-harbour.md',
    template,
    roster: template.options.roster,
    today: draft ? '2018-01-01' : '2019-01-01',
    profile: 'auto',
    severities: {},
    history: noHistory,
  };
}

function withText(input: CheckInput, text: string): CheckInput {
  return { ...input, minutes: readMinutes(parseMarkdown(text)) };
}

function assertInside(range: OffsetRange, text: string): void {
  const { start, end } = range;
  assert.ok(0 <= start && start <= end && end <= text.length, `${start}–${end} leaves the text`);
}

function assertFindings(findings: readonly Finding[], text: string, template: string): void {
  for (const { range, related, fixes, message } of findings) {
    assertInside(range, text);
    assert.notEqual(message.trim(), '');
    for (const place of related) {
      assertInside(place.range, place.document === 'minutes' ? text : template);
    }
    for (const { edits, fileName } of fixes) {
      assert.ok(
        applyEdits(text, edits) !== text || fileName !== undefined,
        'A fix changes nothing',
      );
      assertEditsChange(edits, text);
    }
  }
}

test('any minutes can be checked, and every finding and fix stays inside them', () => {
  holdsFor(250, (input) => {
    assertFindings(checkMinutes(input), input.minutes.text, input.template.text);
  });
});

test('any text can be a template, and can be checked as one', () => {
  const anyTemplate = fc.oneof(arbitraryMutation(templates), arbitraryMinutes, arbitraryText);
  fc.assert(
    fc.property(anyTemplate, (text) => {
      const template = readTemplate(text, 'template.md');
      assertFindings(checkTemplate(template), text, text);
      const { text: fixed } = fixTemplate(text, 'template.md', safe);
      assert.equal(fixTemplate(fixed, 'template.md', safe).text, fixed);
    }),
    { seed, numRuns: 150 },
  );
});

test('any minutes can be checked against any template', () => {
  fc.assert(
    fc.property(anyMinutes, arbitraryMutation(templates), fc.boolean(), (text, template, draft) => {
      const input = inputOf(text, readTemplate(template, 'template.md'), draft);
      assertFindings(checkMinutes(input), text, template);
    }),
    { seed, numRuns: 150 },
  );
});

test('safe fixes are stable and leave nothing safely fixable', () => {
  holdsFor(150, (input) => {
    const { text, remaining } = fixMinutes(input, safe);
    const again = withText(input, text);
    assert.deepEqual(remaining, checkMinutes(again));
    assert.equal(fixMinutes(again, safe).text, text);
    const fixable = remaining.filter(({ fixes }) =>
      fixes.some((fix) => fix.safe && fix.edits.length > 0),
    );
    assert.deepEqual(
      fixable.map(({ message }) => message),
      [],
    );
  });
});

test('safe fixes keep every word in its order, except what they rename', () => {
  holdsFor(120, (input) => {
    assert.deepEqual(lostWords(input, fixMinutes(input, safe)), []);
  });
});

test('all fixes, also those that are not safe, end', () => {
  holdsFor(80, (input) => {
    const { text, remaining } = fixMinutes(input, { unsafe: true, rules: null });
    assertFindings(remaining, text, input.template.text);
  });
});

test('line endings make no difference', () => {
  holdsFor(120, (input) => {
    const text = input.minutes.text.replace(/\r\n?/g, '\n');
    const windows = text.replaceAll('\n', '\r\n');
    const [lf, crlf] = [withText(input, text), withText(input, windows)];
    assert.deepEqual(placesOf(checkMinutes(crlf), windows), placesOf(checkMinutes(lf), text));
    assert.equal(fixMinutes(crlf, safe).text.replaceAll('\r\n', '\n'), fixMinutes(lf, safe).text);
  });
});

test('any minutes have an outline, folds and insertions inside them', () => {
  holdsFor(150, ({ minutes, template, roster, fileName }) => {
    const { text } = minutes;
    for (const { range } of foldingRanges(minutes)) assertInside(range, text);
    for (const { edit } of insertionsFor(minutes, template, roster, fileName)) {
      assertInside(edit.range, text);
    }
    let last = 0;
    for (const { range } of documentSymbols(minutes, template)) {
      assertInside(range, text);
      assert.ok(last <= range.start, 'Symbols overlap');
      last = range.end;
    }
  });
});

function placesOf(findings: readonly Finding[], text: string): readonly unknown[] {
  const lines = createLineIndex(text);
  return findings.map(({ rule, severity, message, range, fixes }) => ({
    rule,
    severity,
    message: message.replaceAll('\r\n', '\n'),
    start: lines.pointAt(range.start),
    end: lines.pointAt(range.end),
    fixes: fixes.map(({ title }) => title),
  }));
}
