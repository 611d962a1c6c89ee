import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

/** The source's modules by path from the root, each with what it imports: paths, or names of packages. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** Reads the imports, also those of types alone, of every source file of the client and the server. */
export function readImportGraph(root: string): ImportGraph {
  const paths = globSync(['client/src/**/*.ts', 'server/src/**/*.ts'], { cwd: root }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  return new Map(
    paths.sort().map((path) => [path, importsOf(path, readFileSync(`${root}/${path}`, 'utf8'))]),
  );
}

function importsOf(path: string, text: string): string[] {
  return ts
    .preProcessFile(text)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith('.') ? posix.join(posix.dirname(path), fileName) : fileName,
    );
}

/** Lists the imports that go against the architecture's direction, each as `importer → imported`. */
export function findForbiddenImports(graph: ImportGraph): string[] {
  return [...graph].flatMap(([importer, imports]) =>
    imports
      .filter((imported) => !mayImport(importer, imported))
      .map((imported) => `${importer} → ${imported}`),
  );
}

function mayImport(importer: string, imported: string): boolean {
  const layer = layerOf(importer);
  if (layer === undefined) return false;
  if (!/^(client|server)\//.test(imported)) return layer.packages.test(imported);
  const target = layerOf(imported);
  return target === layer || (target !== undefined && layer.folders.includes(target.folder));
}

function layerOf(path: string): Layer | undefined {
  return layers.find(({ folder }) => isBelow(folder, path));
}

function isBelow(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** What the modules of a folder may import besides each other. */
interface Layer {
  /** A folder, or one module whose case differs from its folder's. */
  readonly folder: string;
  readonly folders: readonly string[];
  readonly packages: RegExp;
}

const text = 'server/src/core/text';
const markdown = 'server/src/core/markdown';
const minutes = 'server/src/core/minutes';
const template = 'server/src/core/template';
const matching = 'server/src/core/matching';
const claims = 'server/src/core/claims';
const meetings = 'server/src/core/meetings';
const record = 'server/src/core/record';
const publishing = 'server/src/core/publishing';
const finding = 'server/src/core/rules/finding.ts';
const rules = 'server/src/core/rules';
const checking = 'server/src/core/checking';
const deriving = 'server/src/core/deriving';
const scaffolding = 'server/src/core/scaffolding';
const codeActions = 'server/src/core/features/code-actions.ts';
const features = 'server/src/core/features';
const bundled = ['keys', 'preview'].map((name) => `server/src/core/features/${name}`);
const protocol = 'server/src/protocol';
const lsp = 'server/src/lsp';
const cli = 'server/src/cli';
const mcp = 'server/src/mcp';
const client = 'client/src';

const belowRules = [text, markdown, minutes, template, matching, record, claims, meetings];

const core = [
  ...belowRules,
  finding,
  rules,
  checking,
  codeActions,
  deriving,
  scaffolding,
  publishing,
  ...bundled,
  features,
];

const platformFree = /^(?!node:|vscode|remark|micromark|mdast-util-(?!to-string))/;
const withHtml = /^(?!node:|vscode|remark|micromark|mdast-util-(?!to-string|to-hast))/;
const withParser = /^(?!node:|vscode)/;
const withLsp = /^(?!node:|vscode$|vscode-languageclient|remark|micromark|mdast-util)/;
const withNode = /^(?!vscode|remark|micromark|mdast-util)/;
const withNodeAndLsp = /^(?!vscode$|vscode-languageclient|remark|micromark|mdast-util)/;
const ofPages = /^(?:@observablehq\/plot|minisearch)$/;
const ofClient = /^vscode(-languageclient|-languageserver-protocol|-languageserver-textdocument)?$/;

/** The first entry that holds a module counts. */
const layers: readonly Layer[] = [
  { folder: text, folders: [], packages: platformFree },
  { folder: markdown, folders: [text], packages: withParser },
  { folder: minutes, folders: [text, markdown], packages: platformFree },
  { folder: template, folders: [text, markdown, minutes], packages: platformFree },
  { folder: matching, folders: [text, markdown, minutes, template], packages: platformFree },
  {
    folder: record,
    folders: [text, markdown, minutes, template, matching],
    packages: platformFree,
  },
  {
    folder: claims,
    folders: [text, markdown, minutes, template, matching],
    packages: platformFree,
  },
  {
    folder: meetings,
    folders: [text, markdown, minutes, template, matching, record, claims],
    packages: platformFree,
  },
  { folder: publishing, folders: belowRules, packages: withHtml },
  { folder: finding, folders: belowRules, packages: platformFree },
  { folder: rules, folders: [...belowRules, finding], packages: platformFree },
  { folder: checking, folders: [...belowRules, finding, rules], packages: platformFree },
  {
    folder: deriving,
    folders: [...belowRules, finding, rules, checking],
    packages: platformFree,
  },
  {
    folder: scaffolding,
    folders: [...belowRules, finding, rules, checking, deriving, features],
    packages: platformFree,
  },
  { folder: codeActions, folders: core, packages: platformFree },
  ...bundled.map((folder) => ({
    folder,
    folders: [...belowRules, finding, ...bundled, features],
    packages: platformFree,
  })),
  {
    folder: features,
    folders: [...belowRules, finding, ...bundled],
    packages: platformFree,
  },
  { folder: protocol, folders: core, packages: withLsp },
  { folder: lsp, folders: [...core, protocol], packages: withLsp },
  { folder: cli, folders: core, packages: withNode },
  { folder: mcp, folders: [...core, cli], packages: withNode },
  {
    folder: 'server/src/node',
    folders: [...core, protocol, lsp, cli, mcp],
    packages: withNodeAndLsp,
  },
  { folder: 'server/src/browser', folders: [...core, protocol, lsp], packages: withLsp },
  { folder: 'server/src/codegen', folders: [...core, protocol, cli], packages: withNode },
  { folder: 'client/src/node', folders: [client, protocol], packages: /^(node:|vscode)/ },
  { folder: 'client/src/browser', folders: [client, protocol], packages: /^vscode/ },
  { folder: 'client/src/webviews', folders: [protocol], packages: ofPages },
  { folder: client, folders: [protocol, ...bundled], packages: ofClient },
];

/** Lists the groups of modules that import each other in a circle, each with its modules in order of import. */
export function findCycles(graph: ImportGraph): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path]);
    if (start >= 0 || done.has(path)) return;
    for (const imported of graph.get(path) ?? []) visit(imported, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return cycles;
}
