import fc from 'fast-check';
import type { CheckInput } from '../../server/src/core/checking/check-minutes.ts';
import { noHistory } from '../../server/src/core/meetings/history.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readTemplate, type Matcher } from '../../server/src/core/matching/matcher.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { arbitraryOutline } from './arbitrary-outline.ts';
import { fillTemplate, type WrittenMinutes } from './outline-minutes.ts';
import { writeTemplate, type ModelTemplate } from './outline-model.ts';
import { randomOf, type Random } from './random.ts';

/** A template with minutes of it. */
export interface LawPair {
  readonly outline: ModelTemplate;
  readonly template: Matcher;
  readonly minutes: WrittenMinutes;
  /** What else is chosen for the pair. */
  readonly random: Random;
}

/** Templates as groups could write them, each with the seed of its minutes. */
export const arbitraryPair: fc.Arbitrary<readonly [ModelTemplate, number]> = fc.tuple(
  arbitraryOutline,
  fc.nat(1_000_000),
);

/** Returns a template with minutes of it; templates that are refused are passed over. */
export function pairOf([outline, minutesSeed]: readonly [ModelTemplate, number]): LawPair {
  const template = readTemplate(writeTemplate(outline), 'template.md');
  fc.pre(template.problems.length === 0);
  const random = randomOf(minutesSeed);
  return { outline, template, minutes: fillTemplate(outline, random), random };
}

/** Returns a text with all that its findings depend on, long after the meeting. */
export function inputOf(text: string, path: string, template: Matcher): CheckInput {
  return {
    minutes: readMinutes(parseMarkdown(text)),
    fileName: path,
    template,
    roster: template.options.roster,
    today: '2025-01-01',
    profile: 'auto',
    severities: {},
    history: noHistory,
  };
}
