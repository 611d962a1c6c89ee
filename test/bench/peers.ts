import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { checkout } from '../../tools/checkout.ts';
import { installPackages } from '../../tools/install-packages.mjs';

const folder = join(checkout, 'test/bench/peers');

/** A language server as a client starts it. */
export interface ServerProgram {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Answers when it is asked for diagnostics; else it publishes them. */
  readonly pulls: boolean;
  readonly configuration: object | null;
  /** Returns markdown-it's tokens, for the server that leaves parsing to its client. */
  readonly parse: (text: string) => unknown;
}

/** A command that checks all Markdown files of the folder that it runs in. */
export interface CheckProgram {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** What the benchmark compares with, as npm ships it. */
export interface Peers {
  readonly servers: readonly ServerProgram[];
  readonly checks: readonly CheckProgram[];
}

/** Our own programs, as they are built. */
export const ours: { readonly server: ServerProgram; readonly check: CheckProgram } = {
  server: {
    name: 'minutes-language-server',
    command: process.execPath,
    args: [join(checkout, 'server/dist/minutes-language-server.js'), '--stdio'],
    pulls: true,
    configuration: null,
    parse: () => null,
  },
  check: {
    name: 'minutes check',
    command: process.execPath,
    args: [join(checkout, 'server/dist/minutes.js'), 'check', '--no-cache', '.'],
  },
};

/** Returns the peers, installed from their lock file where they are not yet. */
export function installPeers(): Peers {
  installPackages(folder, 'what the benchmark compares with');
  const rumdl = findRumdl();
  return {
    servers: [
      ...rumdl.map((program) => ({ ...program, args: ['server'], ...publishes })),
      {
        ...publishes,
        name: named('vscode-markdown-languageserver'),
        command: process.execPath,
        args: [
          join(folder, 'node_modules/vscode-markdown-languageserver/dist/node/workerMain.js'),
          '--stdio',
        ],
        pulls: true,
        configuration: { markdown: { validate: validateAll } },
        parse: createParser(),
      },
      {
        ...publishes,
        name: named('unified-language-server'),
        command: process.execPath,
        args: [join(folder, 'remark-server.mjs'), '--stdio'],
      },
    ],
    checks: [
      {
        name: `${named('markdownlint-cli2')}, structural rules`,
        command: process.execPath,
        args: [
          join(folder, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs'),
          '--config',
          join(folder, 'structural.markdownlint-cli2.jsonc'),
          '**/*.md',
        ],
      },
      {
        name: named('@contextlint/cli').replace('@contextlint/cli', 'contextlint'),
        command: process.execPath,
        args: [
          join(folder, 'node_modules/@contextlint/cli/dist/index.js'),
          '--config',
          join(folder, 'contextlint.config.json'),
          '**/*.md',
        ],
      },
      ...findMdschema().map((program) => ({
        ...program,
        args: ['check', '*.md', '--schema', join(folder, 'minutes.mdschema.yml')],
      })),
      ...rumdl.map((program) => ({ ...program, args: ['check', '--no-cache', '.'] })),
    ],
  };
}

const publishes = { pulls: false, configuration: null, parse: () => null };

const enabled = { enabled: 'warning' };
const validateAll = {
  enabled: true,
  referenceLinks: enabled,
  fragmentLinks: enabled,
  fileLinks: { ...enabled, markdownFragmentLinks: 'inherit' },
  ignoredLinks: [],
  unusedLinkDefinitions: enabled,
  duplicateLinkDefinitions: enabled,
};

function createParser(): (text: string) => unknown {
  const load: unknown = createRequire(join(folder, 'package.json'))('markdown-it');
  if (typeof load !== 'function') throw new Error('markdown-it exports no function');
  const parser: unknown = Reflect.construct(load, [{ html: true }]);
  if (typeof parser !== 'object' || parser === null) throw new Error('markdown-it makes no parser');
  const parse: unknown = Reflect.get(parser, 'parse');
  if (typeof parse !== 'function') throw new Error('markdown-it does not parse');
  return (text): unknown => Reflect.apply(parse, parser, [text, {}]);
}

/** Returns rumdl's program; none where npm has none of this version for the platform. */
function findRumdl(): readonly Omit<CheckProgram, 'args'>[] {
  return findBinary('@rumdl/cli-linux-x64', 'rumdl', 'rumdl');
}

/** Returns mdschema's program, which npm installs without the right to run it. */
function findMdschema(): readonly Omit<CheckProgram, 'args'>[] {
  return findBinary('@jackchuka/mdschema-linux-x64', 'bin/mdschema', 'mdschema');
}

function findBinary(
  packageName: string,
  path: string,
  name: string,
): readonly Omit<CheckProgram, 'args'>[] {
  const command = join(folder, 'node_modules', packageName, path);
  if (!existsSync(command)) return [];
  chmodSync(command, 0o755);
  return [{ name: named(packageName).replace(packageName, name), command }];
}

function named(name: string): string {
  const text = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8');
  return `${name} ${/"version": "([^"]+)"/.exec(text)?.[1] ?? ''}`;
}
