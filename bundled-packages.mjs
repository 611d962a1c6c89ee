// How esbuild takes packages in, so that a program starts soon and stays small.
import { createRequire, isBuiltin } from 'node:module';
import { build as bundle } from 'esbuild';

/** What no start needs: each is parsed and evaluated when something of it is first read. */
const later = [
  'character-entities',
  'child_process',
  'crypto',
  'feed',
  'hast-util-from-html',
  'hast-util-sanitize',
  'hast-util-to-html',
  'hast-util-to-mdast',
  'hastscript',
  'mdast-util-to-hast',
  'node:child_process',
  'node:crypto',
  'rrule-temporal',
];

/** CommonJS packages of many names and importers; by itself esbuild copies all names for each importer. */
const shared = ['vscode-languageserver', 'vscode-languageserver-protocol'];

/** Returns the esbuild plugin; it calls `onInputs` with the files that it takes in itself. */
export function bundledPackages(onInputs) {
  return {
    name: 'bundled-packages',
    setup(build) {
      build.onResolve({ filter: anyOf(later) }, async ({ path, ...from }) => {
        if (from.namespace === 'later' || from.pluginData === 'real') return undefined;
        if (isBuiltin(path)) return { path, namespace: 'later' };
        return { path: await realPath(build, path, from), namespace: 'later' };
      });
      build.onResolve({ filter: /^\//, namespace: 'later' }, ({ path }) => ({
        path,
        namespace: 'apart',
      }));
      build.onResolve({ filter: anyOf(shared) }, async ({ path, ...from }) => {
        if (from.kind !== 'import-statement' || from.pluginData === 'real') return undefined;
        return { path: await realPath(build, path, from), namespace: 'shared' };
      });
      const resolveDir = import.meta.dirname;
      build.onLoad({ filter: /./, namespace: 'later' }, ({ path }) => ({
        resolveDir,
        contents: [
          'let loaded;',
          `const load = () => (loaded ??= require(${JSON.stringify(path)}));`,
          `module.exports = { ${namesOf(path).map((name) => `get ${name}() { return load().${name}; }`)} };`,
        ].join('\n'),
      }));
      build.onLoad({ filter: /./, namespace: 'shared' }, ({ path }) => ({
        resolveDir,
        contents: [
          `const all = require(${JSON.stringify(path)});`,
          ...namesOf(path).map((name) => `export const ${name} = all.${name};`),
        ].join('\n'),
      }));
      build.onLoad({ filter: /./, namespace: 'apart' }, async ({ path }) => {
        const { platform, target, minify, mainFields, conditions } = build.initialOptions;
        const { outputFiles, metafile } = await bundle({
          entryPoints: [path],
          bundle: true,
          write: false,
          metafile: true,
          format: 'cjs',
          legalComments: 'none',
          platform,
          target,
          minify,
          mainFields,
          conditions,
        });
        onInputs(Object.keys(metafile.inputs));
        return { contents: outputFiles[0].text, resolveDir };
      });
    },
  };
}

function anyOf(names) {
  return new RegExp(`^(?:${names.join('|')})$`);
}

async function realPath(build, path, { kind, importer, resolveDir }) {
  return (await build.resolve(path, { kind, importer, resolveDir, pluginData: 'real' })).path;
}

function namesOf(path) {
  const names = Object.keys(createRequire(import.meta.url)(path));
  return names.filter((name) => /^[a-z_]\w*$/i.test(name) && name !== 'default');
}
