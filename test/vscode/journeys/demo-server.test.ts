import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scratchFolder } from '../../../tools/checkout.ts';
import { createProfile, startEditorServer, workbenchUrl } from '../../../tools/embedded-editor.ts';

test('the demo is closed without its token', async (t) => {
  const folder = scratchFolder();
  const server = await startEditorServer(createProfile(folder), { token: 'secret' });
  t.after(() => server.stop());
  assert.equal(server.url.hostname, '127.0.0.1');
  assert.equal((await fetch(new URL('/', server.url))).status, 403);
  assert.equal((await fetch(new URL('/?tkn=guess', server.url))).status, 403);
  assert.equal((await fetch(workbenchUrl(server, folder), { redirect: 'manual' })).status, 302);
});
