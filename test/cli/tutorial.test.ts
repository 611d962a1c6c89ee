import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkout } from '../../tools/checkout.ts';
import { runCommand } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('the tutorial’s steps do what it says', (context) => {
  const folder = temporaryFolder(context, { '.git/HEAD': '' });
  const text = readFileSync(join(checkout, 'docs/tutorial.md'), 'utf8');
  let output = '';
  let commands = 0;
  for (const [, info = '', content = ''] of text.matchAll(/^```(\S.*)\n([^]*?)^```$/gm)) {
    const path = /file=(\S+)/.exec(info)?.[1];
    if (path !== undefined) folder.write(path, content);
    if (info.startsWith('sh run')) {
      const args = content.trim().split(/\s+/).slice(1);
      const result = runCommand(folder.path, [
        ...args,
        ...(args[0] === 'init' ? [] : ['--today=2026-01-21']),
      ]);
      assert.equal(
        result.code,
        Number(/exit=(\d)/.exec(info)?.[1] ?? 0),
        result.output + result.errors,
      );
      output = result.output;
      commands++;
    }
    if (info === 'output') {
      for (const line of content.trimEnd().split('\n')) assert.ok(output.includes(line), output);
    }
  }
  assert.equal(commands, 6);
});
