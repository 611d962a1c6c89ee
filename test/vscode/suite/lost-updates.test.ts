import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  CodeActionKind,
  commands,
  extensions,
  Range,
  window,
  workspace,
  WorkspaceEdit,
  type CodeAction,
} from 'vscode';
import { diagnosticsOf, inWorkspace, openFile } from './weekly-workspace.ts';

const template = `---
minutes-template: 1
name: Harbour call
files: "*.md"
---
# Harbour call {date}

## Updates

### {team} - {lead}
`;

const committed = `# Harbour call 2018-06-26

## Updates

### Crane - Ada Quill

- Painted the jib

### Tide Gauge - Bo Reed

- Read the level every hour
- Cable ordered
  - 40 m, blue

### Lighthouse - Cy Marsh

- Lamp changed
`;

interface GitExtension {
  readonly getAPI: (version: 1) => { openRepository(root: object): Promise<object | null> };
}

suite('lost updates in VS Code', () => {
  teardown(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('are seen before the commit, and restored to the byte', async () => {
    const root = inWorkspace('harbour');
    await openFile('harbour/.minutes/harbour.md', template);
    const minutes = await openFile('harbour/2018-06-26.md', committed);
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'minutes');
    const extension = extensions.getExtension<GitExtension>('vscode.git');
    assert.ok(extension, 'VS Code has its git extension');
    const api = (await extension.activate()).getAPI(1);
    assert.ok(await api.openRepository(root), 'The repository opens');

    await window.showTextDocument(minutes);
    await diagnosticsOf(minutes, (found) => found.length === 0);
    const clobber = new WorkspaceEdit();
    const lines = committed.split('\n');
    const first = lines.indexOf('- Read the level every hour');
    clobber.delete(minutes.uri, new Range(first, 0, first + 3, 0));
    clobber.insert(
      minutes.uri,
      minutes.lineAt(lines.indexOf('- Painted the jib')).range.end,
      '\n- Ordered rope',
    );
    await workspace.applyEdit(clobber);
    const [finding] = await diagnosticsOf(minutes, (found) => found.length === 1);
    assert.match(String(finding?.message), /“Tide Gauge” has lost 3 lines/);

    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      minutes.uri,
      finding?.range,
      CodeActionKind.QuickFix.value,
    );
    const restore = actions.find(({ title }) => title.startsWith('Restore “Tide Gauge”'));
    assert.ok(restore?.edit);
    await workspace.applyEdit(restore.edit);
    await diagnosticsOf(minutes, (found) => found.length === 0);
    await minutes.save();
    assert.equal(
      readFileSync(minutes.uri.fsPath, 'utf8'),
      committed.replace('- Painted the jib\n', '- Painted the jib\n- Ordered rope\n'),
    );
  });
});

function git(...args: readonly string[]): void {
  const identity = [
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.com',
    '-c',
    'commit.gpgsign=false',
  ];
  execFileSync('git', [...identity, ...args], { cwd: inWorkspace('harbour').fsPath });
}
