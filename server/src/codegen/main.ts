// Writes the generated files: `npm run generate`; with `-- --check` it writes nothing and tells what is stale.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { staleFiles } from './generated-files.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const root = resolve(import.meta.dirname, '../../..');

for (const { path, text } of await staleFiles(root)) {
  if (values.check) {
    process.exitCode = 1;
    console.error(`${path} is stale: run npm run generate`);
    continue;
  }
  if (text === null) rmSync(`${root}/${path}`);
  else {
    mkdirSync(dirname(`${root}/${path}`), { recursive: true });
    writeFileSync(`${root}/${path}`, text);
  }
  console.log(`${path} ${text === null ? 'removed' : 'written'}`);
}
