import { resolve } from 'node:path';
import { checkRule } from '../support/check-rule.ts';
import { runSuites } from '../support/run-suite.ts';

const root = resolve(import.meta.dirname, '../..');

runSuites(root, 'docs/template-language.md', checkRule);
