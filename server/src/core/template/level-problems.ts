import * as l10n from '@vscode/l10n';
import { holdsWord, type TextPattern } from './text-pattern.ts';
import type { TemplateHeading } from './template-heading.ts';
import type { TemplateSection } from './template-section.ts';
import type { TemplateProblem } from './template.ts';

/** Returns what is wrong with the levels of a section: its own is not among them, one below it may be at the same, or it has no name. */
export function levelProblems(
  { heading, refinements: { levels } }: TemplateHeading,
  pattern: TextPattern,
  children: readonly TemplateSection[],
): readonly TemplateProblem[] {
  const max = levels?.max ?? heading.depth;
  const problems: TemplateProblem[] =
    levels === null || holdsWord(pattern)
      ? []
      : [
          problem(
            heading,
            l10n.t(
              '“{0}” may be at either level, where other headings fit it, too: write a word of its own into it, or one level',
              heading.text,
            ),
          ),
        ];
  const deeper = children
    .filter((child) => child.levels.min <= max)
    .map((child) =>
      problem(
        child,
        l10n.t(
          '“{0}” may be at the level of “{1}”, which it belongs below: write other levels',
          child.name,
          heading.text,
        ),
      ),
    );
  if (levels === null || (levels.min <= heading.depth && heading.depth <= levels.max)) {
    return [...problems, ...deeper];
  }
  return [
    ...problems,
    ...deeper,
    problem(
      heading,
      l10n.t(
        '“{0}” is at level {1}, and its levels are others: write a range that has it',
        heading.text,
        String(heading.depth),
      ),
    ),
  ];
}

function problem({ range }: Pick<TemplateSection, 'range'>, message: string): TemplateProblem {
  return { rule: 'invalid-template', message, range, fix: null };
}
