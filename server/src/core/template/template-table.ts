import * as l10n from '@vscode/l10n';
import { blocksIn, type Minutes } from '../minutes/read-minutes.ts';
import { tablesIn } from '../minutes/tables-in.ts';
import { sliceRange } from '../text/offset-range.ts';
import { placeholdersIn } from './placeholder.ts';
import type { TemplateHeading } from './template-heading.ts';
import type { TemplateProblem } from './template.ts';
import type { TemplateTable } from './template-section.ts';

/** Returns the first table below a template's heading, and comments that cut a table in two. */
export function readTemplateTable(
  document: Minutes,
  own: TemplateHeading,
): { table: TemplateTable | null; problems: readonly TemplateProblem[] } {
  const table = tablesIn(document, own.bodyRange)[0];
  const problems = commentsInTables(document, own);
  if (table === undefined) return { table: null, problems };
  return {
    table: {
      header: table.header.cells.map(({ text }) => text),
      otherHeaders: own.otherHeaders,
      horizons: table.rows.flatMap(({ cells }) => {
        const text = cells[0]?.text ?? '';
        return text === '' || placeholdersIn(text).length > 0 ? [] : [text];
      }),
      text: sliceRange(document.text, table.range),
      range: table.range,
    },
    problems,
  };
}

/** A comment directly below a table's row ends the table (GFM tables extension). */
function commentsInTables(document: Minutes, own: TemplateHeading): TemplateProblem[] {
  const blocks = blocksIn(document, own.bodyRange);
  return blocks.flatMap(({ node, range }, index): TemplateProblem[] => {
    const before = blocks[index - 1];
    if (node.type !== 'html' || before?.node.type !== 'table') return [];
    const gap = document.text.slice(before.range.end, range.start);
    const after = document.text.slice(range.start, own.bodyRange.end);
    const cut = !/\n[ \t]*\r?\n/.test(gap) && /^<!--[^]*?-->[^|\n]*\n?[^\n]*\|/.test(after);
    if (!cut) return [];
    return [
      {
        rule: 'invalid-template',
        message: l10n.t('A comment ends the table: move it above the table'),
        range,
        fix: null,
      },
    ];
  });
}
