import * as l10n from '@vscode/l10n';
import type { TemplateHeading } from './template-heading.ts';
import type { TemplateSection } from './template-section.ts';
import type { TemplateProblem } from './template.ts';

/** Returns what is wrong with the levels of a section: its own is not among them, or one below it may be at the same. */
export function levelProblems(
  { heading, refinements: { levels } }: TemplateHeading,
  children: readonly TemplateSection[],
): readonly TemplateProblem[] {
  const max = levels?.max ?? heading.depth;
  const problems = children
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
    return problems;
  }
  return [
    ...problems,
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
