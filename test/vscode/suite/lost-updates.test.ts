import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  commands,
  extensions,
  Range,
  window,
  workspace,
  WorkspaceEdit,
  type TextDocument,
  type Uri,
} from 'vscode';
import { diagnosticsOf, inWorkspace, openFile, quickFixesOf } from './weekly-workspace.ts';

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

interface GitRepository {
  status(): Promise<void>;
}

interface GitExtension {
  readonly getAPI: (version: 1) => {
    openRepository(root: Uri): Promise<GitRepository | null>;
  };
}

suite('lost updates in VS Code', () => {
  teardown(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('are seen before the commit, and restored to the byte', async () => {
    const minutes = await committedMinutes('harbour');
    await window.showTextDocument(minutes);
    await diagnosticsOf(minutes, (found) => found.length === 0);
    await clobber(minutes);
    const [finding] = await diagnosticsOf(minutes, (found) => found.length === 1);
    assert.match(String(finding?.message), /“Tide Gauge” has lost 3 lines/);

    const actions = await quickFixesOf(minutes, finding);
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

  test('are not looked for in the middle of a rebase', async () => {
    const minutes = await committedMinutes('dock');
    const git = gitIn('dock');
    const repository = await openRepository('dock');
    git('switch', '--quiet', '--create', 'ours');
    await openFile('dock/notes.txt', 'ours');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'ours');
    git('switch', '--quiet', '-');
    await openFile('dock/notes.txt', 'theirs');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'theirs');
    await repository.status();

    await window.showTextDocument(minutes);
    await diagnosticsOf(minutes, (found) => found.length === 0);
    await clobber(minutes);
    await diagnosticsOf(minutes, (found) => found.length === 1);
    assert.throws(() => {
      git('rebase', '--quiet', 'ours');
    }, /could not apply/);
    await repository.status();
    await diagnosticsOf(minutes, (found) => found.length === 0);
    git('rebase', '--abort');
    await repository.status();
    await diagnosticsOf(minutes, (found) => found.length === 1);
  });
});

/** Makes a repository in a folder of the workspace, in which minutes are committed. */
async function committedMinutes(folder: string): Promise<TextDocument> {
  await openFile(`${folder}/.minutes/harbour.md`, template);
  const minutes = await openFile(`${folder}/2018-06-26.md`, committed);
  const git = gitIn(folder);
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'minutes');
  await openRepository(folder);
  return minutes;
}

/** Wipes out one team’s update in the editor, and writes into another’s. */
async function clobber(minutes: TextDocument): Promise<void> {
  const edit = new WorkspaceEdit();
  const lines = committed.split('\n');
  const first = lines.indexOf('- Read the level every hour');
  edit.delete(minutes.uri, new Range(first, 0, first + 3, 0));
  const { end } = minutes.lineAt(lines.indexOf('- Painted the jib')).range;
  edit.insert(minutes.uri, end, '\n- Ordered rope');
  await workspace.applyEdit(edit);
}

/** Makes VS Code’s git extension open the repository of a folder. */
async function openRepository(folder: string): Promise<GitRepository> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  assert.ok(extension, 'VS Code has its git extension');
  const api = (await extension.activate()).getAPI(1);
  const repository = await api.openRepository(inWorkspace(folder));
  assert.ok(repository, 'The repository opens');
  return repository;
}

function gitIn(folder: string): (...args: readonly string[]) => void {
  const identity = ['user.name=Test', 'user.email=test@example.com', 'commit.gpgsign=false'];
  const settings = identity.flatMap((setting) => ['-c', setting]);
  return (...args) => {
    execFileSync('git', [...settings, ...args], {
      cwd: inWorkspace(folder).fsPath,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  };
}
