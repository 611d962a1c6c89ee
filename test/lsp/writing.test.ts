import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import {
  CodeLensRequest,
  CodeLensResolveRequest,
  CompletionRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  HoverRequest,
  InsertTextFormat,
  SelectionRangeRequest,
  SemanticTokensRequest,
  WorkspaceSymbolRequest,
  type ClientCapabilities,
  type CompletionItem,
} from 'vscode-languageserver-protocol/node';
import { expectedSectionsRequest } from '../../server/src/protocol/expected-sections.ts';
import { pasteMinutesRequest } from '../../server/src/protocol/paste-minutes.ts';
import { previewTemplateRequest } from '../../server/src/protocol/preview-template.ts';
import { unfilledPlacesRequest } from '../../server/src/protocol/unfilled-places.ts';
import { richCapabilities, startLspClient, uriOf, type LspClient } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const timeLimit = { timeout: 60_000 };

const template = `---
minutes-template: 1
files: "*.md"
references: "https://example.org/{owner}/{repository}/issues/{number}"
roster:
  - name: Harbour
    leads: [Bo Marsh]
  - name: Lanterns
    leads: [Ada Quill]
---
# Weekly {date}

## Agenda

<!-- help: What we *go* through. -->

## Updates

### {team} - {lead}

- [add updates here]

## Roadmap

When? | What?
------|------
*Soon* |
*Next* |

## Decisions <!-- optional -->
`;

const minutes = `# Weekly 2018-06-26

## Agenda

- Updates, dock/buoys#12

## Updates

### Lanterns - Ada Quill

- TBD

## Roadmap

When? | What?
------|------
*Soon* | Piers 🚢
*Next* |
`;

const rich: ClientCapabilities = {
  ...richCapabilities,
  textDocument: {
    ...richCapabilities.textDocument,
    hover: { contentFormat: ['markdown', 'plaintext'] },
    semanticTokens: { requests: { full: true }, tokenTypes: [], tokenModifiers: [], formats: [] },
  },
};

suite('writing minutes', () => {
  test('a rich client completes the next section by a snippet', timeLimit, async (t) => {
    const { client, uri } = await start(t, rich, minutes.replace('## Updates\n', '#\n'));
    const [first] = await complete(client, uri, 6, 1);
    assert.equal(first?.label, '## Updates');
    assert.equal(first.insertTextFormat, InsertTextFormat.Snippet);
  });

  test('both complete teams, and sections that may be left out', timeLimit, async (t) => {
    const text = minutes.replace('### Lanterns - Ada Quill\n\n- TBD\n', '#\n');
    for (const [capabilities, update] of [
      [rich, '- ${1:[add updates here]}$0'],
      [{}, '- [add updates here]'],
    ] as const) {
      const { client, uri } = await start(t, capabilities, text);
      const [team, other, , section] = await complete(client, uri, 8, 1);
      const newText = `### Harbour - Bo Marsh\n\n${update}`;
      assert.deepEqual(team?.textEdit, { range: range(8, 0, 1), newText });
      assert.equal(other?.label, '### Lanterns - Ada Quill');
      assert.equal(section?.label, '## Decisions');
    }
  });

  test('both put a section that belongs elsewhere there', timeLimit, async (t) => {
    const text = minutes.replace('- TBD\n', '- Lit.\n\n#\n');
    for (const capabilities of [rich, {}]) {
      const { client, uri } = await start(t, capabilities, text);
      const items = await complete(client, uri, 12, 1);
      const section = items.find(({ label }) => label === '## Decisions');
      assert.equal(section?.detail, 'optional, goes below “Roadmap”');
      assert.deepEqual(section.textEdit, { range: range(12, 0, 1), newText: '' });
      assert.deepEqual(section.additionalTextEdits, [
        { range: range(20, 0, 0), newText: '\n## Decisions\n' },
      ]);
    }
  });

  test('a bare client completes plain text', timeLimit, async (t) => {
    const { client, uri } = await start(t, {}, minutes.replace('Ada Quill', ''));
    const [first] = await complete(client, uri, 8, 15);
    assert.equal(first?.label, 'Ada Quill');
    assert.equal(first.insertTextFormat, InsertTextFormat.PlainText);
  });

  test('both complete a link to a release as the team linked the last', timeLimit, async (t) => {
    const link = '[buoys v1.2](https://example.org/buoys/v1.2)';
    const before = minutes.replace('06-26', '06-19').replace('TBD', link);
    const text = minutes.replace('- TBD', '- []');
    for (const capabilities of [rich, {}]) {
      const files = { '2018-06-19.md': before };
      const { client, uri } = await start(t, capabilities, text, { files });
      await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' });
      const [first, ...others] = await complete(client, uri, 10, 3);
      assert.deepEqual(others, []);
      const newText =
        capabilities === rich ? '[buoys v${1:1.2}](https://example.org/buoys/v${1})$0' : link;
      assert.deepEqual(first?.textEdit, { range: range(10, 2, 4), newText });
    }
  });

  test('both complete a template’s front matter, roster and placeholders', timeLimit, async (t) => {
    const text = template
      .replace('    leads: [Ada Quill]\n', '    \n')
      .replace('references', 'fi\nreferences')
      .replace('{lead}', '{');
    const lines = text.split('\n');
    for (const capabilities of [rich, {}]) {
      const { client, uri } = await start(t, capabilities, text, { name: '.minutes/weekly.md' });
      const offered = async (line: number, character: number): Promise<readonly string[]> =>
        (await complete(client, uri, line, character)).map(({ label }) => label);
      assert.ok((await offered(lines.indexOf('fi'), 2)).includes('file-name'));
      assert.ok((await offered(lines.indexOf('    '), 4)).includes('leads'));
      const heading = lines.findIndex((line) => line.startsWith('### '));
      assert.ok((await offered(heading, 14)).includes('{lead}'));
    }
  });

  test('a rich client hovers over Markdown without the author’s markup', timeLimit, async (t) => {
    const { client, uri } = await start(t, rich, minutes);
    const hover = await client.connection.sendRequest(HoverRequest.type, at(uri, 2, 5));
    assert.match(JSON.stringify(hover?.contents), /What we \\\\\*go\\\\\* through/);
  });

  test('a bare client hovers over plain text', timeLimit, async (t) => {
    const { client, uri } = await start(t, {}, minutes);
    const hover = await client.connection.sendRequest(HoverRequest.type, at(uri, 2, 5));
    assert.match(JSON.stringify(hover?.contents), /What we \*go\* through/);
  });

  test(
    'links, highlights, selections, tokens and lenses have their places',
    timeLimit,
    async (t) => {
      const { client, uri } = await start(t, rich, minutes);
      const { connection } = client;
      const document = { textDocument: { uri } };
      const [link] = (await connection.sendRequest(DocumentLinkRequest.type, document)) ?? [];
      assert.equal(link?.target, 'https://example.org/dock/buoys/issues/12');
      assert.deepEqual(link.range.start, { line: 4, character: 11 });
      const highlights = await connection.sendRequest(DocumentHighlightRequest.type, at(uri, 8, 6));
      assert.deepEqual(
        highlights?.map(({ range }) => range.start),
        [{ line: 8, character: 4 }],
      );
      const positions = [{ line: 10, character: 3 }];
      const [selection] =
        (await connection.sendRequest(SelectionRangeRequest.type, { ...document, positions })) ??
        [];
      assert.deepEqual(selection?.range, range(10, 2, 5));
      const tokens = await connection.sendRequest(SemanticTokensRequest.type, document);
      assert.deepEqual(tokens?.data.slice(0, 5), [8, 4, 8, 0, 0]);
      const [lens] = (await connection.sendRequest(CodeLensRequest.type, document)) ?? [];
      assert.ok(lens);
      const resolved = await connection.sendRequest(CodeLensResolveRequest.type, lens);
      assert.equal(resolved.command?.title, '0 of 2 teams reported');
    },
  );

  test('formatting aligns by display width, also while a table is typed', timeLimit, async (t) => {
    const { client, uri } = await start(t, {}, minutes);
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await client.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument: { uri },
      options,
    });
    assert.deepEqual(edits?.[0], { range: range(14, 5, 6), newText: '  ' });
    const typed = await client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
      ...at(uri, 17, 8),
      ch: '|',
      options,
    });
    assert.ok(typed?.every((edit) => edit.range.start.line !== 17));
  });

  test(
    'the view, what is unfilled, the preview and a paste agree on the version',
    timeLimit,
    async (t) => {
      const { client, uri } = await start(t, rich, minutes);
      const { connection } = client;
      const expected = await connection.sendRequest(expectedSectionsRequest, { uri });
      assert.deepEqual(expected?.reported, { teams: 0, of: 2 });
      const updates = expected.parts[0]?.children.find(({ name }) => name === 'Updates');
      assert.deepEqual(updates?.children.map(({ name, state }) => `${name} ${state}`).sort(), [
        'Harbour missing',
        'Lanterns unfilled',
      ]);
      const places = await connection.sendRequest(unfilledPlacesRequest, { uri });
      assert.deepEqual(places, { version: 1, ranges: [range(10, 2, 5)] });
      const preview = await connection.sendRequest(previewTemplateRequest, { uri });
      assert.deepEqual(preview?.roadmaps, ['when?']);
      const paste = {
        uri,
        range: range(4, 25, 25),
        html: '<ul><li>Lit</li></ul>',
        text: 'Lit',
        anywhere: false,
      };
      assert.deepEqual(
        await connection.sendRequest(pasteMinutesRequest, { ...paste, version: 1 }),
        { text: '\n  - Lit', did: 'made-blocks' },
      );
      assert.equal(
        await connection.sendRequest(pasteMinutesRequest, { ...paste, version: 0 }),
        null,
      );
    },
  );

  test('files that no template claims have none of it', timeLimit, async (t) => {
    const { client, uri } = await start(t, rich, minutes, { name: 'notes/other.md' });
    const { connection } = client;
    const document = { textDocument: { uri } };
    assert.deepEqual(await connection.sendRequest(CodeLensRequest.type, document), []);
    assert.deepEqual(await connection.sendRequest(DocumentLinkRequest.type, document), []);
    assert.deepEqual(
      (await connection.sendRequest(SemanticTokensRequest.type, document))?.data,
      [],
    );
    assert.equal(await connection.sendRequest(HoverRequest.type, at(uri, 2, 5)), null);
    assert.equal(await connection.sendRequest(expectedSectionsRequest, { uri }), null);
    assert.deepEqual(await complete(client, uri, 2, 2), []);
  });
});

/** The file that is opened, and those on disk beside the template. */
interface Surroundings {
  readonly name?: string;
  readonly files?: Readonly<Record<string, string>>;
}

async function start(
  t: TestContext,
  capabilities: ClientCapabilities,
  text: string,
  { name = '2018-06-26.md', files = {} }: Surroundings = {},
): Promise<{ client: LspClient; uri: string }> {
  const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': template, ...files });
  const client = await startLspClient(t, { folders: [folder], capabilities });
  const uri = uriOf(folder, name);
  await client.open(uri, text);
  return { client, uri };
}

async function complete(
  { connection }: LspClient,
  uri: string,
  line: number,
  character: number,
): Promise<readonly CompletionItem[]> {
  const answer = await connection.sendRequest(CompletionRequest.type, at(uri, line, character));
  return Array.isArray(answer) ? answer : (answer?.items ?? []);
}

function at(uri: string, line: number, character: number) {
  return { textDocument: { uri }, position: { line, character } };
}

function range(line: number, start: number, end: number) {
  return { start: { line, character: start }, end: { line, character: end } };
}
