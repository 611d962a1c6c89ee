import assert from 'node:assert/strict';
import { commands, Position, Selection, window, type CodeLens } from 'vscode';
import { inWorkspace, openFile } from './weekly-workspace.ts';

const template = `---
minutes-template: 1
name: Pier call
files: "*.md"
---
# Pier call {date}

## Updates

### {team} - {lead}
`;

const dates = ['2018-05-29', '2018-06-12', '2018-06-26'];

function minutesOf(date: string, update: string): string {
  return `# Pier call ${date}\n\n## Updates\n\n### Winch - Ada Quill\n\n${update}`;
}

suite('minutes in their series in VS Code', () => {
  suiteSetup(async () => {
    await openFile('pier/.minutes/pier.md', template);
    await openFile(`pier/${String(dates[0])}.md`, minutesOf(String(dates[0]), '- Oiled\n'));
    await openFile(`pier/${String(dates[1])}.md`, minutesOf(String(dates[1]), ''));
  });

  teardown(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('a lens and a command lead to a team’s previous update, and a command back', async () => {
    const name = `pier/${String(dates[2])}.md`;
    const minutes = await openFile(name, minutesOf(String(dates[2]), '- Greased\n'));
    const editor = await window.showTextDocument(minutes);
    editor.selection = new Selection(new Position(6, 2), new Position(6, 2));
    await commands.executeCommand('minutes.previousUpdate');
    assert.equal(activePath(), inWorkspace(`pier/${String(dates[0])}.md`).path);
    assert.equal(window.activeTextEditor?.selection.active.line, 4);
    await commands.executeCommand('minutes.nextUpdate');
    assert.equal(activePath(), minutes.uri.path);

    const lenses = await commands.executeCommand<CodeLens[]>(
      'vscode.executeCodeLensProvider',
      minutes.uri,
      20,
    );
    const lens = lenses.find(({ range }) => range.start.line === 4)?.command;
    assert.equal(lens?.title, 'previous: 2018-05-29, 1 line · 1 meeting without an update');
    const target: readonly unknown[] = lens.arguments ?? [];
    await commands.executeCommand(lens.command, target[0], target[1]);
    assert.equal(activePath(), inWorkspace(`pier/${String(dates[0])}.md`).path);
  });
});

function activePath(): string | undefined {
  return window.activeTextEditor?.document.uri.path;
}
