import { resolve } from 'node:path';
import { checkFormatting } from '../support/check-formatting.ts';
import { checkListKeys, checkTableKeys } from '../support/check-key-edits.ts';
import { checkPasteMinutes } from '../support/check-paste-minutes.ts';
import { runSuites } from '../support/run-suite.ts';

const root = resolve(import.meta.dirname, '../..');

runSuites(root, 'test/features/list-editing.md', checkListKeys);
runSuites(root, 'test/features/table-editing.md', checkTableKeys);
runSuites(root, 'test/features/formatting.md', checkFormatting);
runSuites(root, 'test/features/paste-minutes.md', checkPasteMinutes);
