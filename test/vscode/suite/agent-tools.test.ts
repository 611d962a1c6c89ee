import assert from 'node:assert/strict';
import { LanguageModelTextPart, lm, workspace } from 'vscode';
import { incompleteMinutes } from '../../support/weekly.ts';
import { inWorkspace, strictTemplate } from './weekly-workspace.ts';

suite('tools of agents in VS Code', () => {
  suiteSetup(async () => {
    const write = (path: string, text: string): Thenable<void> =>
      workspace.fs.writeFile(inWorkspace(path), new TextEncoder().encode(text));
    await workspace.fs.createDirectory(inWorkspace('.minutes'));
    await write('.minutes/weekly.md', strictTemplate);
    await write('2018-11-06.md', incompleteMinutes);
  });

  test('check minutes in the workspace', async () => {
    const answer = await invoke('minutes_check', { path: '2018-11-06.md' });
    assert.match(answer, /^\d+:\d+ warning missing-section: .*“Next Steps” -> Insert section/m);
    assert.match(answer, /^findings: \d+$/m);
  });

  test('say what a template expects', async () => {
    assert.match(await invoke('minutes_template', { path: '2018-11-06.md' }), /Next Steps/);
  });

  test('explain a rule', async () => {
    assert.match(await invoke('minutes_rule', { rule: 'missing-section' }), /^# missing-section/);
  });

  test('look at nothing outside the workspace', async () => {
    await assert.rejects(invoke('minutes_check', { path: '../../etc/hosts' }));
    await assert.rejects(invoke('minutes_check', { path: 'absent.md' }));
  });
});

async function invoke(name: string, input: object): Promise<string> {
  const { content } = await lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return content
    .filter((part) => part instanceof LanguageModelTextPart)
    .map(({ value }) => value)
    .join('');
}
