import { resolve } from 'node:path';
import { checkCodeActions } from '../support/check-code-actions.ts';
import { checkDocumentSymbols } from '../support/check-document-symbols.ts';
import { checkFoldingRanges } from '../support/check-folding-ranges.ts';
import { checkInsertions } from '../support/check-insertions.ts';
import { runSuites } from '../support/run-suite.ts';

const root = resolve(import.meta.dirname, '../..');

runSuites(root, 'test/features/code-actions.md', checkCodeActions);
runSuites(root, 'test/features/document-symbols.md', checkDocumentSymbols);
runSuites(root, 'test/features/folding-ranges.md', checkFoldingRanges);
runSuites(root, 'test/features/insertions.md', checkInsertions);
