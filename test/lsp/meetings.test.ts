import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import {
  CodeLensRequest,
  CodeLensResolveRequest,
  CompletionRequest,
  DocumentSymbolRequest,
  HoverRequest,
  WorkspaceSymbolRequest,
  type DocumentSymbol,
} from 'vscode-languageserver-protocol/node';
import { committedVersionRequest } from '../../server/src/protocol/baselines.ts';
import { expectedSectionsRequest } from '../../server/src/protocol/expected-sections.ts';
import { nearUpdateRequest } from '../../server/src/protocol/near-update.ts';
import { newMinutesRequest } from '../../server/src/protocol/new-minutes.ts';
import { actionPlaceRequest, openActionsRequest } from '../../server/src/protocol/open-actions.ts';
import { seriesMeetingsRequest } from '../../server/src/protocol/series-meetings.ts';
import { richCapabilities, startLspClient, uriOf, type LspClient } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const timeLimit = { timeout: 60_000 };
const template = `---
minutes-template: 1
files: "harbour.md"
---

# Harbour

## {date} <!-- meeting -->

### Teams

#### {team} - {lead}

### Actions <!-- actions -->

- [ ] {person}: {text}
`;
const page = `# Harbour

How we meet.

## 2026-01-13

### Teams

#### Crane - Ada Park

#### Gauge - Bo Lake

- Read twice.

### Actions

- [ ] Bo: paint the hull

## 2026-01-06

### Teams

#### Crane - Ada Park

- Ordered rope.

### Actions

- [ ] Ada: sell the sails
- [ ] Bo: paint the hull

## 2025-12-30 - cancelled
`;

suite('a file of many meetings', () => {
  test('is a series of meetings, each at its place', timeLimit, async (t) => {
    const { client, uri } = await start(t);
    const series = await client.connection.sendRequest(seriesMeetingsRequest, { uri });
    assert.deepEqual(
      series?.meetings.map(({ title, date, state, start: { line } }) => [title, date, state, line]),
      [
        ['2026-01-13', '2026-01-13', 'held', 4],
        ['2026-01-06', '2026-01-06', 'held', 18],
        ['2025-12-30 - cancelled', '2025-12-30', 'cancelled', 31],
      ],
    );
    const symbols = await client.connection.sendRequest(WorkspaceSymbolRequest.type, {
      query: '2026-01-06',
    });
    assert.deepEqual(
      symbols?.map(({ location }) => 'range' in location && location.range.start.line),
      [18],
    );
  });

  test('has each meeting in the outline and among what is expected', timeLimit, async (t) => {
    const { client, uri } = await start(t);
    const found = await client.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri },
    });
    const symbols = (found ?? []).filter((each): each is DocumentSymbol => 'children' in each);
    assert.deepEqual(
      symbols.map(({ name, children }) => [name, children?.map((each) => each.name)]),
      [['Harbour', ['2026-01-13', '2026-01-06', '2025-12-30 - cancelled']]],
    );
    const teams = symbols[0]?.children?.[1]?.children?.[0]?.children ?? [];
    assert.deepEqual(
      teams.map(({ name, detail }) => [name, detail]),
      [['Crane', 'Ada Park']],
    );
    const expected = await client.connection.sendRequest(expectedSectionsRequest, { uri });
    assert.deepEqual(
      expected?.parts.map(({ name, state, children }) => [
        name,
        state,
        children.map((each) => each.name),
      ]),
      [
        ['Harbour', 'present', []],
        ['2026-01-13', 'present', ['Teams', 'Actions']],
        ['2026-01-06', 'present', ['Teams', 'Actions']],
        ['2025-12-30 - cancelled', 'empty', []],
      ],
    );
  });

  test('says in each meeting what teams reported before', timeLimit, async (t) => {
    const { client, uri } = await start(t);
    await client.connection.sendRequest(seriesMeetingsRequest, { uri });
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, {
      textDocument: { uri },
    });
    const resolved = await Promise.all(
      (lenses ?? []).map((lens) =>
        client.connection.sendRequest(CodeLensResolveRequest.type, lens),
      ),
    );
    const said = resolved.map(({ range, command }) => [range.start.line, command?.title]);
    assert.deepEqual(said.slice(0, 2), [
      [6, '1 of 2 teams reported'],
      [8, 'previous: 2026-01-06, 1 line'],
    ]);
    assert.ok(said.some(([line, title]) => line === 20 && title === '1 of 1 teams reported'));
    const near = await client.connection.sendRequest(nearUpdateRequest, {
      uri,
      position: { line: 8, character: 6 },
      direction: 'previous',
    });
    assert.equal(near?.location?.range.start.line, 22);
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: { line: 8, character: 6 },
    });
    assert.match(JSON.stringify(hover?.contents), /Ordered rope/);
  });

  test('completes within the meeting of the cursor', timeLimit, async (t) => {
    const text = page.replace('### Actions\n\n- [ ] Ada', '###\n\n- [ ] Ada');
    const { client, uri } = await start(t, text);
    const answer = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position: { line: 26, character: 3 },
    });
    const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
    assert.equal(items[0]?.label, '### Actions');
  });

  test('takes the next meeting where the newest is', timeLimit, async (t) => {
    const { client, uri } = await start(t);
    const { minutes } = await client.connection.sendRequest(newMinutesRequest, {
      uri: null,
      template: null,
      date: '2099-01-20',
      agenda: '',
      leftOut: [],
      locale: 'en',
    });
    assert.equal(minutes?.uri, uri);
    assert.deepEqual(minutes.place, { line: 4, character: 0 });
    assert.match(
      minutes.text,
      /^## 2099-01-20\n\n### Teams\n\n[^]*### Actions\n\n[^]*paint the hull\n\n$/,
    );
    assert.deepEqual(
      minutes.carried.map(({ label }) => label),
      ['Bo: paint the hull'],
    );
  });

  test('has open actions where they are mentioned last', timeLimit, async (t) => {
    const { client, uri } = await start(t);
    const open = await client.connection.sendRequest(openActionsRequest);
    assert.deepEqual(
      open.map(({ text, uri: file, meeting }) => [text, file, meeting]),
      [
        ['paint the hull', uri, '2026-01-13'],
        ['sell the sails', uri, '2026-01-06'],
      ],
    );
    const [first] = open;
    assert.ok(first);
    const place = await client.connection.sendRequest(actionPlaceRequest, first);
    assert.equal(place?.range.start.line, 16);
  });

  test('reports what a meeting lost, and not what went to another one', timeLimit, async (t) => {
    const lost = page
      .replace('- Ordered rope.\n\n', '')
      .replace('- Read twice.\n', '- Read twice, and wrote.\n');
    const { client, uri } = await start(t, lost, page);
    const findings = await client.pull(uri);
    assert.deepEqual(
      findings.filter(({ code }) => code === 'lost-update').map(({ range }) => range.start.line),
      [22],
    );
    const moved = page
      .replace('- Ordered rope.\n\n', '')
      .replace('- Read twice.\n', '- Read twice.\n- Ordered rope.\n');
    await client.change(uri, 2, moved);
    const after = await client.pull(uri);
    assert.deepEqual(
      after.filter(({ code }) => code === 'lost-update'),
      [],
    );
  });
});

interface Started {
  readonly client: LspClient;
  readonly uri: string;
}

/** Starts a server with the page open; `committed` is the page in the last commit. */
async function start(t: TestContext, text = page, committed = text): Promise<Started> {
  const { path } = temporaryFolder(t, { '.minutes/harbour.md': template, 'harbour.md': text });
  const client = await startLspClient(t, {
    folders: [path],
    capabilities: richCapabilities,
    initializationOptions: { committedVersions: true },
  });
  client.connection.onRequest(committedVersionRequest, () => ({ text: committed }));
  const uri = uriOf(path, 'harbour.md');
  await client.open(uri, text);
  return { client, uri };
}
