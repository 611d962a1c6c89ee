import * as l10n from '@vscode/l10n';
import { blocksIn, type Minutes } from '../minutes/read-minutes.ts';
import { placeholderProblem } from './placeholder-problem.ts';
import { placeholdersIn } from './placeholder.ts';
import { isAgenda } from './template-agenda.ts';
import type { TemplateHeading } from './template-heading.ts';
import type { TemplateOptions, TemplateProblem } from './template.ts';

/** Finds placeholders without a meaning in the heading, and in the tables and lists that are matched. */
export function unknownPlaceholders(
  document: Minutes,
  own: TemplateHeading,
  options: TemplateOptions,
): TemplateProblem[] {
  const ranges = [
    ...own.refinements.aliasRanges,
    own.heading.contentRange,
    ...blocksIn(document, own.bodyRange).flatMap(({ node, range }) =>
      node.type === 'table' || (node.type === 'list' && isAgenda(own)) ? [range] : [],
    ),
  ];
  return ranges.flatMap(({ start, end }) =>
    placeholdersIn(document.text.slice(start, end)).flatMap((found): TemplateProblem[] => {
      const problem = placeholderProblem(found.placeholder, options.placeholders);
      if (problem === null) return [];
      const { message, near } = problem;
      const { name } = found.placeholder;
      const range = { start: start + found.start, end: start + found.end };
      const nameRange = { start: range.start + 1, end: range.start + 1 + name.length };
      return [
        {
          rule: 'unknown-placeholder',
          message,
          range,
          fix:
            near === null
              ? null
              : {
                  title: l10n.t('Replace with “{0}”', near),
                  edits: [{ range: nameRange, text: near }],
                },
        },
      ];
    }),
  );
}
