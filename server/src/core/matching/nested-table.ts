import type { RootContent, Table } from 'mdast';
import { visit } from 'unist-util-visit';
import { plainText } from '../minutes/plain-text.ts';
import { blocksIn, type Minutes } from '../minutes/read-minutes.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { isHeader, isHorizon, type RequiredTable } from './required-table.ts';

/** Tells whether a table that the template requires is in a list item, a quote or HTML of its section. */
export function isWithinBlock({ required, section }: RequiredTable, minutes: Minutes): boolean {
  const isMeant = (table: Table): boolean => {
    const [header = [], ...rows] = table.children.map((row) => row.children.map(plainText));
    return isHeader(header, required) || rows.some(([first = '']) => isHorizon(first, required));
  };
  return blocksIn(minutes, section.bodyRange).some(
    ({ node }) =>
      tablesWithin(node).some(isMeant) ||
      (node.type === 'html' && holdsCells(node.value, required.header)),
  );
}

function tablesWithin(node: RootContent): readonly Table[] {
  const tables: Table[] = [];
  if (node.type === 'list' || node.type === 'blockquote') {
    visit(node, 'table', (table) => {
      tables.push(table);
    });
  }
  return tables;
}

function holdsCells(html: string, header: readonly string[]): boolean {
  if (!/<table\b/i.test(html)) return false;
  const texts = new Set(html.split(/<[^<>]*>/).map(normalizeText));
  return header.every((name) => texts.has(normalizeText(name)));
}
