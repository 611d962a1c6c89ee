import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const server = 'server/src';
const core = `${server}/core`;

/** Core's layers, each of which imports only those before it. */
const coreLayers = ['text', 'markdown', 'minutes', 'template', 'meetings'];

const markdownParsers = '^(remark|micromark|mdast-util-(?!to-string)|unified)';

/** Forbids, in some files, the imports that a pattern matches; the last entry for a file counts. */
function direction(files, forbidden, options = {}) {
  const patterns = Object.entries(forbidden).map(([message, regex]) => ({ regex, message }));
  return {
    files,
    ...options,
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
}

const outsideCore = {
  'Core knows neither Node nor its caller.': '^node:',
  'Core knows neither VS Code nor LSP.': '^vscode',
  'Core imports nothing from the folders that use it.':
    '/(lsp|cli|node|browser|codegen|protocol|client)/',
};
const parserElsewhere = { 'Only core/markdown parses Markdown.': markdownParsers };

const coreDirections = [
  ...coreLayers.map((layer, index) => {
    const later = [...coreLayers.slice(index + 1), 'rules', 'features'].join('|');
    return direction([`${core}/${layer}/**/*.ts`], {
      ...outsideCore,
      ...(layer === 'markdown' ? {} : parserElsewhere),
      [`core/${layer} imports nothing to its left: ${later}.`]: `^\\.\\./(.*/)?(${later})/`,
    });
  }),
  direction([`${core}/rules/**/*.ts`], {
    ...outsideCore,
    ...parserElsewhere,
    'Rules import no feature.': '/features/',
  }),
  direction(
    [`${core}/features/**/*.ts`],
    {
      ...outsideCore,
      ...parserElsewhere,
      'Only features/code-actions.ts runs rules.': '/rules/(?!finding\\.ts$)',
    },
    { ignores: [`${core}/features/code-actions.ts`] },
  ),
  direction([`${core}/features/code-actions.ts`, `${core}/*.ts`], {
    ...outsideCore,
    ...parserElsewhere,
  }),
];

const noLanguageServer = {
  'Only lsp and the entry points import vscode-languageserver.':
    '^vscode-languageserver(?!-textdocument)',
};
const noClient = {
  'The server does not know its client.': '/client/|^vscode(-languageclient.*)?$',
};

const serverDirections = [
  direction([`${server}/protocol/**/*.ts`], {
    ...noClient,
    ...parserElsewhere,
    'The protocol imports nothing that runs elsewhere.': '^node:|/(lsp|cli|node|browser|codegen)/',
  }),
  direction([`${server}/lsp/**/*.ts`], {
    ...noClient,
    ...parserElsewhere,
    'lsp runs in Node and in a worker.': '^node:|/(cli|node|browser|codegen)/',
  }),
  direction([`${server}/cli/**/*.ts`], {
    ...noClient,
    ...parserElsewhere,
    ...noLanguageServer,
    'The command line needs no protocol.': '/(lsp|node|browser|codegen|protocol)/',
  }),
  direction([`${server}/codegen/**/*.ts`], {
    ...noClient,
    ...parserElsewhere,
    ...noLanguageServer,
    'Generated files come from core and protocol alone.': '/(lsp|cli|node|browser)/',
  }),
  direction([`${server}/node/**/*.ts`], {
    ...noClient,
    ...parserElsewhere,
    'A program for Node imports no worker.': '/(browser|codegen)/',
  }),
  direction([`${server}/browser/**/*.ts`], {
    ...noClient,
    ...parserElsewhere,
    'The worker has no Node.': '^node:|/(cli|node|codegen)/',
  }),
];

/** The client bundles what may not wait for the server: pure key edits, and the preview's plugin. */
const bundled = 'key-edit|list-editing|table-editing|move-row|preview-plugin';
const offServer = `/server/src/(?!protocol/|core/features/(?:${bundled})\\.ts$)`;

const clientDirections = [
  direction(
    ['client/src/**/*.ts'],
    {
      'Of the server, the client knows the protocol and what keys and previews bundle.': offServer,
      'Only the entry points know where they run.': '^node:|/node$|/(node|browser)/',
    },
    { ignores: ['client/src/node/**', 'client/src/browser/**'] },
  ),
  direction(['client/src/browser/**/*.ts'], {
    'Of the server, the client knows the protocol and what keys and previews bundle.': offServer,
    'The worker has no Node.': '^node:|/node/|/node$',
  }),
  direction(['client/src/node/**/*.ts'], {
    'Of the server, the client knows the protocol and what keys and previews bundle.': offServer,
  }),
];

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
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...testsOnly],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { name: 'node:timers/promises', message: 'Wait for an event, with a deadline.' },
      ],
    },
  },
  ...coreDirections,
  ...serverDirections,
  ...clientDirections,
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
