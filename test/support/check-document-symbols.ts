import assert from 'node:assert/strict';
import type { MinutesSymbol } from '../../server/src/core/features/document-symbols.ts';
import { fileSymbols } from '../../server/src/core/features/file-symbols.ts';
import { createLineIndex, type LineIndex } from '../../server/src/core/text/line-index.ts';
import { containsRange } from '../../server/src/core/text/offset-range.ts';
import { claimedMinutes, expectLines } from './claimed-minutes.ts';
import type { Expectation } from './run-suite.ts';
import type { SuiteTest } from './suite.ts';

/** Computes the outline of a test's minutes as an indented tree: lines, kind, name, details in brackets. */
export function checkDocumentSymbols(test: SuiteTest): readonly Expectation[] {
  const { fence, text, input } = claimedMinutes(test);
  const symbols = fileSymbols(input.minutes, input.template);
  const lines = symbols.flatMap((symbol) => treeOf(symbol, '', createLineIndex(text)));
  return [expectLines(test, fence, 'symbols', lines)];
}

function treeOf(symbol: MinutesSymbol, indent: string, index: LineIndex): string[] {
  const { kind, name, detail, range, nameRange, children } = symbol;
  assert.ok(containsRange(range, nameRange), `The name of ${name} leaves its range`);
  for (const child of children) {
    assert.ok(containsRange(range, child.range), `${child.name} leaves ${name}`);
  }
  const first = index.pointAt(range.start).line;
  const last = index.pointAt(range.end);
  const lastLine = last.column === 1 && last.line > first ? last.line - 1 : last.line;
  const own = `${indent}${first}-${lastLine} ${kind} ${name}${detail === '' ? '' : ` (${detail})`}`;
  return [own, ...children.flatMap((child) => treeOf(child, `${indent}  `, index))];
}
