import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const core = 'server/src/core';

const everywhere = [
  { selector: 'ExportAllDeclaration', message: 'Import from the module itself: no barrels.' },
  {
    selector: ':matches(Program, ExportNamedDeclaration) > VariableDeclaration[kind="let"]',
    message: 'No module-level mutable state.',
  },
];

const coreOnly = [
  {
    selector:
      'NewExpression[callee.name="Date"][arguments.length=0], MemberExpression[object.name="Date"][property.name="now"], MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Core has no clock and no chance: take it as an input.',
  },
  {
    selector: ':function[async=true], AwaitExpression',
    message: 'Core is synchronous.',
  },
];

const testsOnly = [
  {
    selector: 'CallExpression > MemberExpression.callee[property.name="only"]',
    message: 'All tests run.',
  },
];

export default defineConfig(
  globalIgnores(['build/', '**/dist/', '**/.cache/', '**/*.generated.ts', 'test/workspaces/']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'suite', 'describe', 'it'] },
          ],
        },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-restricted-syntax': ['error', ...everywhere],
      eqeqeq: 'error',
    },
  },
  {
    files: [`${core}/**/*.ts`],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...coreOnly] },
  },
  {
    files: ['test/**/*.ts', 'tools/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...testsOnly],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { name: 'node:timers/promises', message: 'Wait for an event, with a deadline.' },
      ],
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
