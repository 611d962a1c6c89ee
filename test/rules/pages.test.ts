import { resolve } from 'node:path';
import { checkRule } from '../support/check-rule.ts';
import { runSuites } from '../support/run-suite.ts';

runSuites(resolve(import.meta.dirname, '../..'), 'docs/rules/[a-z]*.md', checkRule);
