import * as l10n from '@vscode/l10n';
import { placeholderProblem } from './placeholder-problem.ts';
import { placeholdersIn, type PlaceholderContext } from './placeholder.ts';
import type { RecordShape } from './record-shape.ts';
import type { TemplateProblem } from './template.ts';

/** Returns the slips in the placeholders of a shape. */
export function shapeProblems(
  shape: RecordShape | null,
  context: PlaceholderContext,
): readonly TemplateProblem[] {
  if (shape === null) return [];
  return placeholdersIn(shape.source).flatMap(({ placeholder, start, end }): TemplateProblem[] => {
    const problem = placeholderProblem(placeholder, context);
    if (problem === null) return [];
    const from = shape.range.start + start;
    const { near } = problem;
    const nameRange = { start: from + 1, end: from + 1 + placeholder.name.length };
    const fix =
      near === null
        ? null
        : { title: l10n.t('Replace with “{0}”', near), edits: [{ range: nameRange, text: near }] };
    const range = { start: from, end: shape.range.start + end };
    return [{ rule: 'unknown-placeholder', message: problem.message, range, fix }];
  });
}
