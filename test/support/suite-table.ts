import { matchesGlob, relative } from 'node:path';
import { checkout } from '../../tools/checkout.ts';
import { checkCodeActions } from './check-code-actions.ts';
import { checkCompletion } from './check-completion.ts';
import { checkDocumentSymbols } from './check-document-symbols.ts';
import { checkExpectedSections } from './check-expected-sections.ts';
import { checkFoldingRanges } from './check-folding-ranges.ts';
import { checkFormatting } from './check-formatting.ts';
import { checkInsertions } from './check-insertions.ts';
import { checkListKeys, checkTableKeys } from './check-key-edits.ts';
import { checkPasteMinutes } from './check-paste-minutes.ts';
import {
  checkCodeLenses,
  checkDocumentHighlights,
  checkDocumentLinks,
  checkHover,
  checkSelectionRanges,
  checkSemanticTokens,
  checkUnfilledPlaces,
} from './check-places.ts';
import { checkPreview } from './check-preview.ts';
import { checkRoadmapBoard } from './check-roadmap-board.ts';
import { checkRule } from './check-rule.ts';
import { runSuites, type Check } from './run-suite.ts';

/** What checks the suites of each glob, by the test file that runs them. */
export const suiteTable: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  'test/rules/rules.test.ts': { 'test/rules/*.md': checkRule },
  'test/rules/pages.test.ts': { 'docs/rules/[a-z]*.md': checkRule },
  'test/template-language/conformance.test.ts': { 'docs/template-language.md': checkRule },
  'test/features/features.test.ts': {
    'test/features/code-actions.md': checkCodeActions,
    'test/features/code-lenses.md': checkCodeLenses,
    'test/features/completion.md': checkCompletion,
    'test/features/document-highlights.md': checkDocumentHighlights,
    'test/features/document-links.md': checkDocumentLinks,
    'test/features/document-symbols.md': checkDocumentSymbols,
    'test/features/expected-sections.md': checkExpectedSections,
    'test/features/folding-ranges.md': checkFoldingRanges,
    'test/features/formatting.md': checkFormatting,
    'test/features/hover.md': checkHover,
    'test/features/insertions.md': checkInsertions,
    'test/features/list-editing.md': checkListKeys,
    'test/features/paste-chats.md': checkPasteMinutes,
    'test/features/paste-minutes.md': checkPasteMinutes,
    'test/features/paste-sources.md': checkPasteMinutes,
    'test/features/preview-plugin.md': checkPreview,
    'test/features/roadmap-board.md': checkRoadmapBoard,
    'test/features/selection-ranges.md': checkSelectionRanges,
    'test/features/semantic-tokens.md': checkSemanticTokens,
    'test/features/table-editing.md': checkTableKeys,
    'test/features/unfilled-places.md': checkUnfilledPlaces,
  },
};

/** Runs the suites that the table has for a test file, given by its absolute path. */
export function runSuitesOf(testFile: string): void {
  const runner = relative(checkout, testFile).replaceAll('\\', '/');
  const checks = Object.entries(suiteTable[runner] ?? {});
  if (checks.length === 0) throw new Error(`test/support/suite-table.ts lacks ${runner}`);
  for (const [glob, check] of checks) runSuites(checkout, glob, check);
}

/** Returns the test file that runs a suite, both as paths from the root; null where the table lacks the suite. */
export function runnerOf(suite: string): string | null {
  const entry = Object.entries(suiteTable).find(([, checks]) =>
    Object.keys(checks).some((glob) => matchesGlob(suite, glob)),
  );
  return entry?.[0] ?? null;
}
