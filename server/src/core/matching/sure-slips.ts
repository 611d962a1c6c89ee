import type { Section } from '../minutes/outline.ts';
import type { TemplateSection } from '../template/template-section.ts';

/** What a section may stand for by its heading. */
interface Reading {
  readonly expected: TemplateSection;
  /** The heading is a slip of the name. */
  readonly slip: boolean;
  /** The section can't be without it. */
  readonly sure: boolean;
}

/**
 * Returns what sections side by side may stand for, in which a slip of the name of a required section that no heading has
 * is nothing else, in order or not: the first of such headings, and those that say the same.
 */
export function settleSlips<Each extends Reading>(
  sections: readonly Section[],
  readings: readonly (readonly Each[])[],
): readonly (readonly Each[])[] {
  if (!readings.some((each) => each.some(({ slip }) => slip))) return readings;
  const named = new Set(
    readings.flatMap((each) =>
      each.filter(({ slip, sure }) => sure && !slip).map(({ expected }) => expected),
    ),
  );
  const meant = new Map<TemplateSection, string>();
  return readings.map((each, index) => {
    const key = sections[index]?.heading.key ?? '';
    const sure = each.filter(({ expected, slip }) => {
      if (!slip || !expected.required || named.has(expected)) return false;
      if (!meant.has(expected)) meant.set(expected, key);
      return meant.get(expected) === key;
    });
    return sure.length === 0 ? each : sure.map((reading) => ({ ...reading, sure: true }));
  });
}
