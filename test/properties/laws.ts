import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkMinutes } from '../../server/src/core/checking/check-minutes.ts';
import { rules } from '../../server/src/core/checking/registry.ts';
import { fixMinutes } from '../../server/src/core/checking/fix-minutes.ts';
import type { Finding } from '../../server/src/core/rules/finding.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { breakMinutes } from './break-minutes.ts';
import { cancelMinutes } from './cancel-minutes.ts';
import { inputOf, type LawPair } from './law-pairs.ts';
import { writeMinutes } from './outline-minutes.ts';
import { assertRepaired } from './repair-laws.ts';

const structuralIds: ReadonlySet<string> = new Set(
  rules.flatMap((rule) => ('structural' in rule && rule.structural === true ? [rule.id] : [])),
);

/** What holds for every template and minutes of it; each asserts it of one pair. */
export const laws = {
  /** A filled template has no finding. */
  filled: ({ template, minutes }: LawPair): void => {
    const text = writeMinutes(minutes);
    const found = told(checkMinutes(inputOf(text, minutes.path, template)));
    assert.deepEqual(found, [], `${template.text}\n====== ${minutes.path}\n${text}`);
  },

  /** Minutes of a meeting that was not held have no finding, and safe repair leaves them as they are. */
  cancelled: ({ outline, template, minutes, random }: LawPair): void => {
    const hasTitle = template.sections.some(({ kind }) => kind === 'title');
    const cancelled = cancelMinutes(outline, minutes, hasTitle, random);
    const text = writeMinutes(cancelled);
    const input = inputOf(text, minutes.path, template);
    const about = `${template.text}\n====== ${minutes.path}\n${text}`;
    assert.deepEqual(told(checkMinutes(input)), [], about);
    assert.equal(fixMinutes(input, { unsafe: false, rules: null }).text, text, about);
  },

  /** What is broken once is found once, and its repair leaves nothing. */
  brokenOnce: ({ outline, template, minutes, random }: LawPair): void => {
    const broken = breakMinutes(outline, minutes, random);
    fc.pre(broken !== null);
    const text = writeMinutes(broken.minutes);
    const about = `${template.text}\n====== ${broken.way} ${broken.name}, ${minutes.path}\n${text}`;
    const findings = checkMinutes(inputOf(text, minutes.path, template));
    const structural = findings.filter(isStructural);
    assert.equal(structural.length, 1, `${told(findings).join('\n')}\n${about}`);
    const others = told(findings.filter((finding) => !isStructural(finding)));
    const after = structural
      .flatMap(({ fixes }) => fixes)
      .map(({ edits }) =>
        told(checkMinutes(inputOf(applyEdits(text, edits), minutes.path, template))),
      )
      .map((lines) =>
        lines.filter(
          (line) => !/^(?:unfilled-text|missing-lead)/.test(line) && !others.includes(line),
        ),
      );
    assert.ok(
      after.some((lines) => lines.length === 0),
      `${told(findings).join('\n')}\n${JSON.stringify(after)}\n${about}`,
    );
  },

  /** Safe repair ends in two passes, makes nothing worse and loses nothing, wherever minutes are broken. */
  repaired: ({ outline, template, minutes, random }: LawPair): void => {
    const once = breakMinutes(outline, minutes, random)?.minutes ?? minutes;
    const twice = breakMinutes(outline, once, random)?.minutes ?? once;
    assertRepaired(inputOf(writeMinutes(twice), minutes.path, template));
  },
} as const;

function isStructural({ rule }: Finding): boolean {
  return structuralIds.has(rule);
}

function told(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(
      (finding) =>
        isStructural(finding) || finding.severity === 'warning' || finding.severity === 'error',
    )
    .map(({ rule, message }) => `${rule}: ${message}`);
}
