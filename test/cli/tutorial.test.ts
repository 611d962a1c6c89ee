import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkout } from '../../tools/checkout.ts';
import { runCommand } from '../support/command-line.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

test('each step of the tutorial does what it says', async (context) => {
  const folder = temporaryFolder(context, { '.git/HEAD': '' });
  const text = readFileSync(join(checkout, 'docs/tutorial.md'), 'utf8');
  const [, ...steps] = text.split(/^(?=## \d)/m);
  assert.equal(steps.length, 5);
  for (const step of steps) {
    const title = /^## (.*)$/m.exec(step)?.[1] ?? '';
    await context.test(title, () => {
      assert.ok(tryStep(step, folder) > 0, 'nothing of the step is tried');
    });
  }
});

/** Writes the files of a step, runs its commands, compares what they print, and returns how many of each there were. */
function tryStep(step: string, folder: TemporaryFolder): number {
  let output = '';
  let tried = 0;
  for (const [, info = '', content = ''] of step.matchAll(/^```(\S.*)\n([^]*?)^```$/gm)) {
    const path = /file=(\S+)/.exec(info)?.[1];
    if (path !== undefined) folder.write(path, content);
    if (info.startsWith('sh run')) output = run(content, info, folder);
    if (info === 'output') {
      for (const line of content.trimEnd().split('\n')) assert.ok(output.includes(line), output);
    }
    tried++;
  }
  return tried;
}

function run(content: string, info: string, folder: TemporaryFolder): string {
  const args = content.trim().split(/\s+/).slice(1);
  const today = args[0] === 'init' ? [] : ['--today=2026-01-21'];
  const { code, output, errors } = runCommand(folder.path, [...args, ...today]);
  assert.equal(code, Number(/exit=(\d)/.exec(info)?.[1] ?? 0), output + errors);
  return output;
}
