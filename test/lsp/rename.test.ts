import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import {
  ApplyWorkspaceEditRequest,
  ExecuteCommandRequest,
  RenameRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { harbourMinutes, harbourTemplate } from '../cli/harbour.ts';
import { richCapabilities, startLspClient, uriOf, type LspClient } from '../support/lsp-client.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const timeLimit = { timeout: 60_000 };
const days = ['2018-06-12', '2018-06-19', '2018-06-26'] as const;
const [, day] = days;
const pathOf = (date: string): string => `calls/${date}-harbour.md`;

const inFrontMatter = `roster:
  - name: Crane
    leads: [Ada Quill]
  - {name: Tide Gauge, leads: Bo Reed, status: incubating}
`;
const inFile = `teams:
  - name: Crane
    leads:
      - Ada Quill
    until: 2018-01-01
  - name: "crane"
    leads: [Ada Quill]
    from: 2018-01-02
`;
/** Templates with a roster, the roster file, and what both are after the rename. */
interface DeclaredTeams {
  readonly files: Readonly<Record<string, string>>;
  /** By path: what is written before and after. */
  readonly team: Readonly<Record<string, readonly [string, string]>>;
  readonly lead: Readonly<Record<string, readonly [string, string]>>;
}

const rosters: Readonly<Record<string, DeclaredTeams>> = {
  'the front matter': {
    files: { '.minutes/harbour.md': harbourTemplate.replace('files:', `${inFrontMatter}files:`) },
    team: { '.minutes/harbour.md': ['name: Crane', 'name: Derrick'] },
    lead: { '.minutes/harbour.md': ['[Ada Quill]', '[Di Fen]'] },
  },
  'a name in the front matter': {
    files: {
      '.minutes/harbour.md': harbourTemplate.replace(
        'files:',
        'roster: [Tide Gauge, Crane]\nfiles:',
      ),
    },
    team: { '.minutes/harbour.md': ['Gauge, Crane', 'Gauge, Derrick'] },
    lead: {},
  },
  'a roster file': {
    files: {
      '.minutes/harbour.md': harbourTemplate.replace('files:', 'roster: teams.yml\nfiles:'),
      '.minutes/teams.yml': inFile,
    },
    team: { '.minutes/teams.yml': ['"crane"', 'Derrick'] },
    lead: { '.minutes/teams.yml': ['[Ada Quill]', '[Di Fen]'] },
  },
  'headings of the template': {
    files: {
      '.minutes/harbour.md': harbourTemplate.replace(
        '### {team} ({status?}) - {lead}',
        '### Crane - Ada Quill\n\n### Tide Gauge - Bo Reed',
      ),
    },
    team: { '.minutes/harbour.md': ['### Crane -', '### Derrick -'] },
    lead: {},
  },
};

async function start(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  annotates: boolean,
): Promise<{ folder: TemporaryFolder; client: LspClient; uri: string }> {
  const minutes = days.map((date): [string, string] => [pathOf(date), harbourMinutes({ date })]);
  const folder = temporaryFolder(t, { ...files, ...Object.fromEntries(minutes) });
  const { workspaceEdit, ...workspace } = richCapabilities.workspace ?? {};
  const client = await startLspClient(t, {
    folders: [folder.path],
    capabilities: annotates
      ? richCapabilities
      : {
          ...richCapabilities,
          workspace: {
            ...workspace,
            workspaceEdit: { documentChanges: workspaceEdit?.documentChanges === true },
          },
        },
  });
  const uri = uriOf(folder.path, pathOf(day));
  await client.open(uri, harbourMinutes({ date: day }));
  return { folder, client, uri };
}

const line = harbourMinutes({ date: day }).split('\n').indexOf('### Crane - Ada Quill');

function paramsOf(uri: string, part: 'team' | 'lead', newName: string): object {
  const character = part === 'team' ? 5 : 14;
  return { textDocument: { uri }, position: { line, character }, newName };
}

/** Applies an edit to the files, and returns what became of them by path. */
function applied(edit: WorkspaceEdit | null, folder: TemporaryFolder): Record<string, string> {
  const results: Record<string, string> = {};
  for (const change of edit?.documentChanges ?? []) {
    assert.ok('edits' in change);
    const path = change.textDocument.uri.slice(uriOf(folder.path).length + 1);
    const lines = folder.read(path).split('\n');
    for (const textEdit of [...change.edits].reverse()) {
      assert.ok('newText' in textEdit);
      const { start, end } = textEdit.range;
      const [first = '', last = ''] = [lines[start.line], lines[end.line]];
      const text = first.slice(0, start.character) + textEdit.newText + last.slice(end.character);
      lines.splice(start.line, end.line - start.line + 1, text);
    }
    results[path] = lines.join('\n');
  }
  return results;
}

suite('rename', () => {
  for (const [name, { files, ...parts }] of Object.entries(rosters)) {
    for (const part of ['team', 'lead'] as const) {
      test(`of a ${part} changes ${name}`, timeLimit, async (t) => {
        const { folder, client, uri } = await start(t, files, true);
        const newName = part === 'team' ? 'Derrick' : 'Di Fen';
        const edit = await client.connection.sendRequest<WorkspaceEdit>(
          RenameRequest.method,
          paramsOf(uri, part, newName),
        );
        const results = applied(edit, folder);
        for (const date of days) assert.ok(results[pathOf(date)]?.includes(newName), date);
        const declared = Object.fromEntries(
          Object.entries(parts[part]).map(([path, [before, after]]) => [
            path,
            folder.read(path).replace(before, after),
          ]),
        );
        assert.deepEqual(
          Object.fromEntries(Object.entries(results).filter(([path]) => path.startsWith('.'))),
          declared,
        );
      });
    }
  }

  test(
    'without a preview leaves earlier minutes alone, and a command changes them',
    timeLimit,
    async (t) => {
      const { folder, client, uri } = await start(
        t,
        { '.minutes/harbour.md': harbourTemplate },
        false,
      );
      const params = paramsOf(uri, 'team', 'Derrick');
      const edit = await client.connection.sendRequest<WorkspaceEdit>(RenameRequest.method, params);
      assert.deepEqual(Object.keys(applied(edit, folder)).sort(), [pathOf(day), pathOf(days[2])]);
      assert.deepEqual(client.server.capabilities.executeCommandProvider?.commands, [
        'minutes.renameEverywhere',
      ]);
      let all: WorkspaceEdit | null = null;
      client.connection.onRequest(ApplyWorkspaceEditRequest.type, (asked) => {
        all = asked.edit;
        return { applied: true };
      });
      const isApplied: unknown = await client.connection.sendRequest(ExecuteCommandRequest.type, {
        command: 'minutes.renameEverywhere',
        arguments: [params],
      });
      assert.equal(isApplied, true);
      assert.deepEqual(Object.keys(applied(all, folder)).sort(), days.map(pathOf));
    },
  );

  test('refuses what would be read as something else', timeLimit, async (t) => {
    const { client, uri } = await start(t, { '.minutes/harbour.md': harbourTemplate }, true);
    for (const name of ['# x', '{team}', '', ' ', 'a\nb', '<!-- x -->', 'a | b', '`x`', '**x**']) {
      await assert.rejects(
        client.connection.sendRequest(RenameRequest.method, paramsOf(uri, 'team', name)),
        /can’t be a name|single line/,
        name,
      );
    }
  });
});
