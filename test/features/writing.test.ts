import { resolve } from 'node:path';
import { checkCompletion } from '../support/check-completion.ts';
import { checkExpectedSections } from '../support/check-expected-sections.ts';
import { checkFormatting } from '../support/check-formatting.ts';
import { checkListKeys, checkTableKeys } from '../support/check-key-edits.ts';
import { checkPasteMinutes } from '../support/check-paste-minutes.ts';
import {
  checkCodeLenses,
  checkDocumentHighlights,
  checkDocumentLinks,
  checkHover,
  checkSelectionRanges,
  checkSemanticTokens,
  checkUnfilledPlaces,
} from '../support/check-places.ts';
import { checkPreview } from '../support/check-preview.ts';
import { runSuites } from '../support/run-suite.ts';

const root = resolve(import.meta.dirname, '../..');

runSuites(root, 'test/features/list-editing.md', checkListKeys);
runSuites(root, 'test/features/table-editing.md', checkTableKeys);
runSuites(root, 'test/features/formatting.md', checkFormatting);
runSuites(root, 'test/features/paste-minutes.md', checkPasteMinutes);
runSuites(root, 'test/features/code-lenses.md', checkCodeLenses);
runSuites(root, 'test/features/completion.md', checkCompletion);
runSuites(root, 'test/features/document-highlights.md', checkDocumentHighlights);
runSuites(root, 'test/features/document-links.md', checkDocumentLinks);
runSuites(root, 'test/features/expected-sections.md', checkExpectedSections);
runSuites(root, 'test/features/hover.md', checkHover);
runSuites(root, 'test/features/selection-ranges.md', checkSelectionRanges);
runSuites(root, 'test/features/semantic-tokens.md', checkSemanticTokens);
runSuites(root, 'test/features/unfilled-places.md', checkUnfilledPlaces);
runSuites(root, 'test/features/preview-plugin.md', checkPreview);
