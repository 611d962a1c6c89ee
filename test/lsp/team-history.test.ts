import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import {
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  HoverRequest,
  type ClientCapabilities,
  type CodeLens,
} from 'vscode-languageserver-protocol/node';
import { nearUpdateRequest, type NearUpdate } from '../../server/src/protocol/near-update.ts';
import { harbourMinutes, harbourTemplate } from '../cli/harbour.ts';
import { richCapabilities, startLspClient, uriOf, type LspClient } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const timeLimit = { timeout: 60_000 };
const dates = ['2018-05-29', '2018-06-12', '2018-06-26', '2018-07-10'];
const hostile = '- ```\n- <b>Bold</b> [x](command:evil)\n';
const updates = [hostile, '', '- Now\n', '- Later\n'];
const texts = dates.map((date, index) =>
  harbourMinutes({
    date,
    crane: updates[index] ?? '',
    roadmap: index === 2 ? '| Next | Brakes |\n' : '| Now | Brakes |\n',
  }),
);
const [, , text = ''] = texts;
const lines = text.split('\n');
const headingLine = lines.indexOf('### Crane - Ada Quill');

const capabilities: ClientCapabilities = {
  ...richCapabilities,
  workspace: { ...richCapabilities.workspace, codeLens: { refreshSupport: true } },
  textDocument: { ...richCapabilities.textDocument, hover: { contentFormat: ['markdown'] } },
};

suite('a team’s other updates', () => {
  test('are a lens that leads there, once the other minutes are read', timeLimit, async (t) => {
    const { client, uri, path } = await start(t, { showLocationCommand: 'show' });
    const lens = await teamLens(client, uri);
    const { command } = await client.connection.sendRequest(CodeLensResolveRequest.type, lens);
    assert.equal(command?.title, 'previous: 2018-05-29, 1 line · 1 meeting without an update');
    assert.equal(command.command, 'show');
    assert.deepEqual(command.arguments?.[0], uriOf(path, 'calls/2018-05-29-harbour.md'));
  });

  test(
    'are a lens that says all at once where the client finds the place',
    timeLimit,
    async (t) => {
      const { client, uri } = await start(t, { previousUpdateCommand: 'previous' });
      await teamLens(client, uri);
      const lenses = await client.connection.sendRequest(CodeLensRequest.type, {
        textDocument: { uri },
      });
      const lens = (lenses ?? []).find(({ range }) => range.start.line === headingLine);
      assert.deepEqual(lens?.command, {
        title: 'previous: 2018-05-29, 1 line · 1 meeting without an update',
        command: 'previous',
        arguments: [uri, lens?.range.start],
      });
      assert.ok(lenses?.every(({ command }) => command !== undefined));
    },
  );

  test('are found however long ago they were', timeLimit, async (t) => {
    const days = Array.from({ length: 62 }, (_, index) =>
      new Date(Date.UTC(2018, 5, 1 + index)).toISOString().slice(0, 10),
    );
    const minutes = days.map((date, index) =>
      harbourMinutes({ date, crane: index === 0 ? hostile : '' }),
    );
    const calls = { days, minutes, opened: days.length - 1 };
    const { client, uri } = await start(t, {}, calls);
    const lens = await teamLens(client, uri);
    const { command } = await client.connection.sendRequest(CodeLensResolveRequest.type, lens);
    assert.equal(command?.title, 'previous: 2018-06-01, 1 line · 60 meetings without an update');
  });

  test('are a lens of text for a client that shows no places', timeLimit, async (t) => {
    const { client, uri } = await start(t, {});
    const lens = await teamLens(client, uri);
    const { command } = await client.connection.sendRequest(CodeLensResolveRequest.type, lens);
    assert.equal(command?.title, 'previous: 2018-05-29, 1 line · 1 meeting without an update');
    assert.equal(command.command, '');
  });

  test('are quoted by hover, in which nothing is markup', timeLimit, async (t) => {
    const { client, uri } = await start(t, {});
    await teamLens(client, uri);
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: { line: headingLine, character: 6 },
    });
    const value = JSON.stringify(hover?.contents);
    assert.ok(value.includes(JSON.stringify(`\n\n\`\`\`\`text\n${hostile}\`\`\`\``).slice(1, -1)));
  });

  test(
    'are quoted as they are now, even without a notification of a change',
    timeLimit,
    async (t) => {
      const { client, uri, path } = await start(t, {});
      await teamLens(client, uri);
      const changed = `<!-- A note of several words. -->\n\n${texts[0] ?? ''}`;
      writeFileSync(join(path, 'calls/2018-05-29-harbour.md'), changed);
      const hover = await client.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri },
        position: { line: headingLine, character: 6 },
      });
      const value = JSON.stringify(hover?.contents);
      assert.ok(
        value.includes(JSON.stringify(`\n\n\`\`\`\`text\n${hostile}\`\`\`\``).slice(1, -1)),
      );
    },
  );

  test('are found from anywhere in the update, to the first and the last', timeLimit, async (t) => {
    const { client, uri, path } = await start(t, {});
    const at = (line: number, direction: 'previous' | 'next'): Promise<NearUpdate | null> =>
      client.connection.sendRequest(nearUpdateRequest, {
        uri,
        position: { line, character: 0 },
        direction,
      });
    const previous = await at(headingLine + 2, 'previous');
    assert.equal(previous?.team, 'Crane');
    assert.equal(previous.location?.uri, uriOf(path, 'calls/2018-05-29-harbour.md'));
    assert.equal(previous.location.range.start.line, headingLine);
    const next = await at(headingLine, 'next');
    assert.equal(next?.location?.uri, uriOf(path, 'calls/2018-07-10-harbour.md'));
    const last = await client.connection.sendRequest(nearUpdateRequest, {
      uri,
      position: { line: 0, character: 0 },
      direction: 'next',
    });
    assert.equal(last, null);
    await client.open(next.location.uri, texts[3] ?? '');
    const none = await client.connection.sendRequest(nearUpdateRequest, {
      uri: next.location.uri,
      position: { line: headingLine, character: 0 },
      direction: 'next',
    });
    assert.deepEqual(none, { team: 'Crane', location: null });
  });
});

test('hover on the roadmap says what changed since the last meeting', timeLimit, async (t) => {
  const { client, uri } = await start(t, {});
  await teamLens(client, uri);
  const hover = await client.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri },
    position: { line: lines.indexOf('| When | What |'), character: 3 },
  });
  assert.match(
    JSON.stringify(hover?.contents),
    /Since 2018\\\\-06\\\\-12\\\\:.*from Now to Next: Brakes/,
  );
});

/** Minutes of days, and which of them are open. */
interface Calls {
  readonly days: readonly string[];
  readonly minutes: readonly string[];
  readonly opened: number;
}

async function start(
  t: TestContext,
  initializationOptions: object,
  { days, minutes, opened }: Calls = { days: dates, minutes: texts, opened: 2 },
): Promise<{ readonly client: LspClient; readonly uri: string; readonly path: string }> {
  const { path } = temporaryFolder(t, {
    '.minutes/harbour.md': harbourTemplate,
    ...Object.fromEntries(
      days.map((date, index) => [`calls/${date}-harbour.md`, minutes[index] ?? '']),
    ),
  });
  const client = await startLspClient(t, { capabilities, folders: [path], initializationOptions });
  const uri = uriOf(path, `calls/${String(days[opened])}-harbour.md`);
  await client.open(uri, minutes[opened] ?? '');
  return { client, uri, path };
}

/** Asks for the lens of the team, and what it says, for which the server reads the other minutes. */
async function teamLens(client: LspClient, uri: string): Promise<CodeLens> {
  for (;;) {
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, {
      textDocument: { uri },
    });
    const found = (lenses ?? []).find(({ range }) => range.start.line === headingLine);
    if (found !== undefined) {
      return found.command === undefined
        ? client.connection.sendRequest(CodeLensResolveRequest.type, found)
        : found;
    }
    await client.asked(CodeLensRefreshRequest.method);
  }
}
