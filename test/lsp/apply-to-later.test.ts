import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import {
  CodeActionResolveRequest,
  TextDocumentEdit,
  WorkspaceSymbolRequest,
  type ClientCapabilities,
  type CodeAction,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { harbourTemplate } from '../cli/harbour.ts';
import { richCapabilities, startLspClient, uriOf, type LspClient } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const timeLimit = { timeout: 60_000 };

/** Minutes of a date with these team headings, each with its update. */
function minutesOf(date: string, ...teams: readonly (readonly [string, string])[]): string {
  const sections = teams.map(([heading, update]) => `### ${heading}\n\n${update}\n`);
  return `# Harbour call ${date}\n\n## Updates\n\n${sections.join('')}`;
}

const crane = ['Crane - Ada Quill', ''] as const;
const gauge = ['Tide Gauge - Bo Reed', ''] as const;

suite('what changed is applied to later minutes', () => {
  test('a lead, where the replaced one is still named', timeLimit, async (t) => {
    const { actions, resolve } = await start(t, {
      '2018-06-01': minutesOf('2018-06-01', crane),
      '2018-06-02': minutesOf('2018-06-02', ['Crane - Cy Marsh', '']),
      '2018-06-03': minutesOf('2018-06-03', ['Crane (incubating) - Ada Quill (on call)', '']),
      '2018-06-04': minutesOf('2018-06-04', ['Crane - Di Fen', '']),
      '2018-06-05': minutesOf('2018-06-05', crane),
    });
    const [action] = await actions('2018-06-02', '### Crane');
    assert.equal(action?.title, 'Apply the lead Cy Marsh to later minutes (1)');
    assert.deepEqual(await resolve(action), {
      '2018-06-05': minutesOf('2018-06-05', ['Crane - Cy Marsh', '']),
    });
  });

  test('a lead of a meeting before, where later minutes go back', timeLimit, async (t) => {
    const { actions, resolve } = await start(t, {
      '2018-06-01': minutesOf('2018-06-01', crane),
      '2018-06-02': minutesOf('2018-06-02', ['Crane - Cy Marsh', '']),
      '2018-06-03': minutesOf('2018-06-03', ['Crane - Cy Marsh', '']),
      '2018-06-04': minutesOf('2018-06-04', crane),
      '2018-06-05': minutesOf('2018-06-05', ['Crane - Di Fen', '']),
    });
    const [action] = await actions('2018-06-03', '### Crane');
    assert.equal(action?.title, 'Apply the lead Cy Marsh to later minutes (1)');
    assert.deepEqual(await resolve(action), {
      '2018-06-04': minutesOf('2018-06-04', ['Crane - Cy Marsh', '']),
    });
  });

  test('another name, with the heading’s other words', timeLimit, async (t) => {
    const { actions, resolve } = await start(t, {
      '2018-06-01': minutesOf('2018-06-01', crane, gauge),
      '2018-06-02': minutesOf('2018-06-02', ['Derrick - Ada Quill', ''], gauge),
      '2018-06-03': minutesOf('2018-06-03', ['Crane (incubating) - Ada Quill', '- Up\n'], gauge),
    });
    const [action] = await actions('2018-06-02', '### Derrick');
    assert.equal(action?.title, 'Rename “Crane” to “Derrick” in later minutes (1)');
    assert.deepEqual(await resolve(action), {
      '2018-06-03': minutesOf('2018-06-03', ['Derrick (incubating) - Ada Quill', '- Up\n'], gauge),
    });
  });

  test('a new team, where its neighbors are', timeLimit, async (t) => {
    const light = ['Lighthouse (incubating) - Cy Marsh', '- Lit\n'] as const;
    const { actions, resolve } = await start(t, {
      '2018-06-01': minutesOf('2018-06-01', crane, gauge),
      '2018-06-02': minutesOf('2018-06-02', crane, light, gauge),
      '2018-06-03': minutesOf('2018-06-03', crane, ['Tide Gauge - Bo Reed', '- Read\n']),
      '2018-06-04': minutesOf('2018-06-04', crane, light),
    });
    const [action] = await actions('2018-06-02', '### Lighthouse');
    assert.equal(action?.title, 'Add “Lighthouse” to later minutes (1)');
    assert.deepEqual(await resolve(action), {
      '2018-06-03': minutesOf(
        '2018-06-03',
        crane,
        ['Lighthouse (incubating) - Cy Marsh', ''],
        ['Tide Gauge - Bo Reed', '- Read\n'],
      ).replace('Marsh\n\n\n', 'Marsh\n\n'),
    });
  });

  test('a retired team, but never text that somebody wrote', timeLimit, async (t) => {
    const { actions, resolve } = await start(t, {
      '2018-06-01': minutesOf('2018-06-01', crane, gauge),
      '2018-06-02': minutesOf('2018-06-02', gauge),
      '2018-06-03': minutesOf('2018-06-03', ['Crane - Ada Quill', '- [add updates here]\n'], gauge),
      '2018-06-04': minutesOf('2018-06-04', ['Crane - Ada Quill', '- Sold\n'], gauge),
      '2018-06-05': minutesOf('2018-06-05', ['Crane - Ada Quill', '🎉\n'], gauge),
      '2018-06-06': minutesOf('2018-06-06', gauge, crane),
    });
    const [action] = await actions('2018-06-02', '## Updates');
    assert.equal(
      action?.title,
      'Remove “Crane” from later minutes (4; it stays in 1, where it has an update)',
    );
    assert.deepEqual(await resolve(action), {
      '2018-06-03': minutesOf('2018-06-03', gauge),
      '2018-06-06': minutesOf('2018-06-06', gauge).trimEnd() + '\n',
    });
  });

  test(
    'where headings are now in files that changed without a notification',
    timeLimit,
    async (t) => {
      const { actions, resolve, write } = await start(t, {
        '2018-06-01': minutesOf('2018-06-01', crane),
        '2018-06-02': minutesOf('2018-06-02', ['Crane - Cy Marsh', '']),
        '2018-06-03': minutesOf('2018-06-03', crane),
        '2018-06-04': minutesOf('2018-06-04', crane),
        '2018-06-05': minutesOf('2018-06-05', ['Crane - Di Fen', '']),
      });
      const [action] = await actions('2018-06-02', '### Crane');
      assert.equal(action?.title, 'Apply the lead Cy Marsh to later minutes (2)');
      write('2018-06-03', minutesOf('2018-06-03', gauge, crane));
      write('2018-06-04', minutesOf('2018-06-04', gauge, ['Crane - Di Fen', '']));
      write('2018-06-05', minutesOf('2018-06-05', crane));
      assert.deepEqual(await resolve(action), {
        '2018-06-03': minutesOf('2018-06-03', gauge, ['Crane - Cy Marsh', '']),
        '2018-06-05': minutesOf('2018-06-05', ['Crane - Cy Marsh', '']),
      });
    },
  );

  test('a new team not to minutes that got it untold', timeLimit, async (t) => {
    const light = ['Lighthouse - Cy Marsh', ''] as const;
    const { actions, resolve, write } = await start(t, {
      '2018-06-01': minutesOf('2018-06-01', crane),
      '2018-06-02': minutesOf('2018-06-02', crane, light),
      '2018-06-03': minutesOf('2018-06-03', crane),
      '2018-06-04': minutesOf('2018-06-04', crane, light),
    });
    const [action] = await actions('2018-06-02', '### Lighthouse');
    assert.equal(action?.title, 'Add “Lighthouse” to later minutes (1)');
    write('2018-06-03', minutesOf('2018-06-03', crane, light));
    write('2018-06-04', minutesOf('2018-06-04', crane));
    const texts = await resolve(action);
    assert.deepEqual(Object.keys(texts), ['2018-06-04']);
    assert.match(texts['2018-06-04'] ?? '', /### Lighthouse - Cy Marsh/);
  });

  test('a new team not to minutes without a section of teams', timeLimit, async (t) => {
    const light = ['Lighthouse - Cy Marsh', ''] as const;
    const { actions, resolve } = await start(t, {
      '2018-06-01': minutesOf('2018-06-01', crane),
      '2018-06-02': minutesOf('2018-06-02', crane, light),
      '2018-06-03': '# Harbour call 2018-06-03\n\n## News\n\n- Fog\n',
      '2018-06-04': minutesOf('2018-06-04', crane),
    });
    const [action] = await actions('2018-06-02', '### Lighthouse');
    assert.ok(action !== undefined);
    assert.deepEqual(Object.keys(await resolve(action)), ['2018-06-04']);
  });

  test('nothing where nothing changed, or nothing is later', timeLimit, async (t) => {
    const { actions } = await start(t, {
      '2018-06-01': minutesOf('2018-06-01', crane),
      '2018-06-02': minutesOf('2018-06-02', crane),
      '2018-06-03': minutesOf('2018-06-03', ['Crane - Cy Marsh', '']),
    });
    assert.deepEqual(await actions('2018-06-02', '### Crane'), []);
    assert.deepEqual(await actions('2018-06-03', '### Crane'), []);
  });

  test('at once with the lead of a stale heading', timeLimit, async (t) => {
    const { client, uri, text } = await start(t, {
      '2018-06-01': minutesOf('2018-06-01', crane),
      '2018-06-02': minutesOf('2018-06-02', ['Crane - Cy Marsh', '']),
      '2018-06-03': minutesOf('2018-06-03', ['Crane - Cy Marsh', '']),
      '2099-06-04': minutesOf('2099-06-04', crane),
      '2099-06-05': minutesOf('2099-06-05', crane),
    });
    const actions = await actionsAt(client, uri('2099-06-04'), text('2099-06-04'), '### Crane', [
      'quickfix',
    ]);
    const action = actions.find(({ title }) => title.includes('later'));
    assert.equal(action?.title, 'Change the lead to Cy Marsh here and in later minutes (1)');
    const changes = (action.edit?.documentChanges ?? []).filter((each) =>
      TextDocumentEdit.is(each),
    );
    assert.deepEqual(
      changes.map(({ textDocument, edits }) => [
        textDocument.uri,
        edits.map((edit) => ('annotationId' in edit ? edit.annotationId : null)),
      ]),
      [
        [uri('2099-06-04'), [null]],
        [uri('2099-06-05'), ['later']],
      ],
    );
  });

  test('as plain edits for a client without annotations or versions', timeLimit, async (t) => {
    const files = {
      '2018-06-01': minutesOf('2018-06-01', crane),
      '2018-06-02': minutesOf('2018-06-02', ['Crane - Cy Marsh', '']),
      '2018-06-03': minutesOf('2018-06-03', crane),
    };
    const { codeAction } = richCapabilities.textDocument ?? {};
    const textDocument = { codeAction: { ...codeAction, resolveSupport: { properties: [] } } };
    const plain = await start(t, files, {
      textDocument,
      workspace: { workspaceEdit: { documentChanges: true } },
    });
    const [first] = await plain.actions('2018-06-02', '### Crane');
    assert.equal(first?.edit?.changeAnnotations, undefined);
    assert.doesNotMatch(JSON.stringify(first?.edit), /annotationId/);
    assert.equal(first?.edit?.documentChanges?.length, 1);
    const older = await start(t, files, { textDocument, workspace: { workspaceEdit: {} } });
    const [second] = await older.actions('2018-06-02', '### Crane');
    assert.deepEqual(Object.keys(second?.edit?.changes ?? {}), [older.uri('2018-06-03')]);
  });
});

async function start(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  capabilities: ClientCapabilities = richCapabilities,
): Promise<{
  readonly client: LspClient;
  readonly uri: (date: string) => string;
  readonly text: (date: string) => string;
  /** Returns what is offered at the heading that begins so. */
  readonly actions: (date: string, heading: string) => Promise<readonly CodeAction[]>;
  /** Returns the texts of the documents that the action changes, by date; all their edits need confirmation. */
  readonly resolve: (action: CodeAction) => Promise<Readonly<Record<string, string>>>;
  /** Writes a file without a notification to the server. */
  readonly write: (date: string, text: string) => void;
}> {
  const pathOf = (date: string): string => `calls/${date}-harbour.md`;
  const texts: Record<string, string> = { ...files };
  const folder = temporaryFolder(t, {
    '.minutes/harbour.md': harbourTemplate,
    ...Object.fromEntries(Object.entries(files).map(([date, text]) => [pathOf(date), text])),
  });
  const client = await startLspClient(t, { capabilities, folders: [folder.path] });
  const uri = (date: string): string => uriOf(folder.path, pathOf(date));
  const text = (date: string): string => texts[date] ?? '';
  return {
    client,
    uri,
    text,
    actions: (date, heading) =>
      actionsAt(client, uri(date), text(date), heading, ['refactor.rewrite.later']),
    async resolve(action) {
      const { edit } = await client.connection.sendRequest(CodeActionResolveRequest.type, action);
      const dates = Object.keys(files).map((date): [string, string] => [uri(date), date]);
      return textsAfter(edit, new Map(dates), text);
    },
    write(date, changed) {
      texts[date] = changed;
      folder.write(pathOf(date), changed);
    },
  };
}

async function actionsAt(
  client: LspClient,
  uri: string,
  text: string,
  heading: string,
  only: readonly string[],
): Promise<readonly CodeAction[]> {
  await client.open(uri, text);
  const waits = only.includes('refactor.rewrite.later');
  if (!waits) await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' });
  const line = text.split('\n').findIndex((each) => each.startsWith(heading));
  const place = { line, character: 4 };
  return client.actions(uri, { start: place, end: place }, only);
}

/** Applies single edits to their documents. */
function textsAfter(
  edit: WorkspaceEdit | undefined,
  dates: ReadonlyMap<string, string>,
  textOf: (date: string) => string,
): Readonly<Record<string, string>> {
  assert.equal(edit?.changeAnnotations?.later?.needsConfirmation, true);
  const changes = (edit.documentChanges ?? []).filter((each) => TextDocumentEdit.is(each));
  return Object.fromEntries(
    changes.map(({ textDocument, edits }) => {
      const date = dates.get(textDocument.uri) ?? '';
      const [single, ...others] = edits;
      assert.ok(single && 'annotationId' in single && 'newText' in single && others.length === 0);
      assert.equal(single.annotationId, 'later');
      const lines = textOf(date).split('\n');
      const offset = ({ line, character }: { line: number; character: number }): number =>
        lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
      const { start, end } = single.range;
      const text = textOf(date);
      return [date, text.slice(0, offset(start)) + single.newText + text.slice(offset(end))];
    }),
  );
}
