// Writes the generated files: `npm run generate`; with `-- --check` it writes nothing and lists what is stale,
// and with `-- --take-examples` it takes the examples of the rule pages into the rules instead.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { describeStale, staleFiles } from './generated-files.ts';
import { takeExamples } from './take-examples.ts';

const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, 'take-examples': { type: 'boolean' } },
});
const root = resolve(import.meta.dirname, '../../..');

if (values['take-examples'] === true) {
  for (const path of takeExamples(root)) console.log(`${path} written`);
  process.exit();
}

for (const file of await staleFiles(root)) {
  const { path, text } = file;
  if (values.check) {
    process.exitCode = 1;
    console.error(describeStale(file, root));
    continue;
  }
  if (text === null) rmSync(`${root}/${path}`);
  else {
    mkdirSync(dirname(`${root}/${path}`), { recursive: true });
    writeFileSync(`${root}/${path}`, text);
  }
  console.log(`${path} ${text === null ? 'removed' : 'written'}`);
}
