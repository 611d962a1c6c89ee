import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DidOpenTextDocumentNotification } from 'vscode-languageserver-protocol/node';
import { digestRequest, knownSeriesRequest } from '../../server/src/protocol/digest.ts';
import { actionPlaceRequest, openActionsRequest } from '../../server/src/protocol/open-actions.ts';
import { richCapabilities, startLspClient, uriOf } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const era = (until: string): string => `---
minutes-template: 1
files: "calls/*.md"
${until}
---

# Pier call {date}

## Actions <!-- actions -->
`;

const files = {
  '.minutes/old.md': era('until: 2026-01-10'),
  '.minutes/pier.md': era('from: 2026-01-11'),
  'calls/2026-01-06.md': `# Pier call 2026-01-06

## Actions

- [ ] Bo: paint the hull by 2026-01-31
- [ ] Ada: order rope
`,
  'calls/2026-01-13.md': `# Pier call 2026-01-13

## Actions

- [x] Ada: order rope
- [ ] Bo: paint the hull
- sell the sails
`,
};

test('open actions are those of all minutes, each once, and are marked where they are by now', async (t) => {
  const { path } = temporaryFolder(t, files);
  const client = await startLspClient(t, {
    folders: [path],
    capabilities: richCapabilities,
  });
  const { connection } = client;
  const open = await connection.sendRequest(openActionsRequest);
  assert.deepEqual(
    open.map(({ owners, text, due, since, date, isOverdue }) => [
      owners.join(),
      text,
      due,
      since,
      date,
      isOverdue,
    ]),
    [
      ['Bo', 'paint the hull', '2026-01-31', '2026-01-06', '2026-01-13', true],
      ['', 'sell the sails', null, '2026-01-13', '2026-01-13', false],
    ],
  );
  const uri = uriOf(path, 'calls/2026-01-13.md');
  const text = `# Pier call 2026-01-13\n\nLate.\n\n## Actions\n\n- [ ] Bo: paint the hull\n- sell the sails\n`;
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  const placeOf = (source: string) => connection.sendRequest(actionPlaceRequest, { uri, source });
  assert.deepEqual(await placeOf('- [ ] Bo: paint the hull'), {
    range: { start: { line: 6, character: 0 }, end: { line: 6, character: 24 } },
    done: [
      { range: { start: { line: 6, character: 3 }, end: { line: 6, character: 4 } }, newText: 'x' },
    ],
  });
  assert.equal((await placeOf('- sell the sails'))?.done[0]?.newText, ' ✅');
  assert.equal(await placeOf('- [ ] Ada: order rope'), null);
  await client.stop();
});

test('a digest of the series has what was done since a day', async (t) => {
  const { path } = temporaryFolder(t, files);
  const client = await startLspClient(t, { folders: [path], capabilities: richCapabilities });
  const { connection } = client;
  const [series, ...others] = await connection.sendRequest(knownSeriesRequest);
  assert.deepEqual(others, []);
  assert.equal(series?.meetings, 2);
  assert.deepEqual([series.from, series.until], ['2026-01-06', '2026-01-13']);
  const params = { series: series.id, since: '2026-01-10', until: '2026-01-31' };
  assert.equal(
    await connection.sendRequest(digestRequest, params),
    `# ${series.name}: 2026-01-10 to 2026-01-31\n\n## Done\n\n- Ada: order rope ([2026-01-13](calls/2026-01-13.md))\n`,
  );
  assert.equal(await connection.sendRequest(digestRequest, { ...params, series: 'x' }), null);
  await client.stop();
});
