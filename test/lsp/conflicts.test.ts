import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DiagnosticSeverity, TextDocumentEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { harbourTemplate } from '../cli/harbour.ts';
import { richCapabilities, startLspClient, uriOf } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const timeLimit = { timeout: 60_000 };

const conflict = `# Harbour call 2018-06-26

## Updates

<<<<<<< HEAD
### Crane - Ada Quill

- Greased

### Tide Gauge - Bo Reed

- Read
=======
### Crane - Ada Quill

- Painted

### Tide Gauge - Cy Marsh

- Read every hour
>>>>>>> crane

## Roadmap

| When | What |
| --- | --- |
`;

test(
  'a conflict of several sections is resolved one by one, each in another way',
  timeLimit,
  async (t) => {
    const { path } = temporaryFolder(t, { '.minutes/harbour.md': harbourTemplate });
    const client = await startLspClient(t, { capabilities: richCapabilities, folders: [path] });
    const uri = uriOf(path, 'calls/2018-06-26-harbour.md');
    let [text, version] = [conflict, 1];
    await client.open(uri, text);

    const choose = async (title: string): Promise<void> => {
      const [finding, ...others] = await client.pull(uri);
      assert.equal(finding?.code, 'conflict-marker');
      assert.equal(finding.severity, DiagnosticSeverity.Error);
      assert.deepEqual(others, [], 'nothing else is said while the conflict stands');
      const actions = await client.actions(uri, finding.range, ['quickfix']);
      const [change, ...rest] =
        actions.find((action) => action.title === title)?.edit?.documentChanges ?? [];
      assert.ok(TextDocumentEdit.is(change) && rest.length === 0, `${title} is one edit`);
      assert.deepEqual(change.textDocument, { uri, version });
      const edits = change.edits.filter((edit) => 'newText' in edit);
      text = TextDocument.applyEdits(TextDocument.create(uri, 'markdown', version, text), edits);
      await client.change(uri, ++version, text);
    };

    await choose('Keep both in “Crane - Ada Quill”');
    assert.match(text, /## Updates\n\n### Crane - Ada Quill\n\n- Greased\n- Painted\n/);
    assert.match(text, /<<<<<<< HEAD\n### Tide Gauge - Bo Reed\n[^]*>>>>>>> crane\n/);
    await choose('Keep theirs');
    assert.equal(
      text,
      `# Harbour call 2018-06-26

## Updates

### Crane - Ada Quill

- Greased
- Painted

### Tide Gauge - Cy Marsh

- Read every hour

## Roadmap

| When | What |
| --- | --- |
`,
    );
    assert.deepEqual(await client.pull(uri), []);
  },
);
