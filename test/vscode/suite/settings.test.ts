import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, DiagnosticSeverity, window, workspace } from 'vscode';
import { codeOf, diagnosticsOf, openFile } from './weekly-workspace.ts';

const template = `---
minutes-template: 1
name: Buoy call
files: "*.md"
rules:
  missing-section: error
---
# Buoy call {date}

## Agenda

## Decisions
`;

suite('severities in VS Code', () => {
  const rules = (severities: Readonly<Record<string, string>> | undefined): Thenable<void> =>
    workspace
      .getConfiguration('minutes')
      .update('rules', severities, ConfigurationTarget.Workspace);

  suiteSetup(async () => {
    await openFile('buoys/.minutes/buoys.md', template);
  });

  teardown(async () => {
    await rules(undefined);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('the table of defaults leaves the template’s severity, and what somebody chose replaces it', async () => {
    const text = '# Buoy call 2018-06-26\n\n## Agenda\n';
    const minutes = await openFile('buoys/2018-06-26.md', text);
    await window.showTextDocument(minutes);
    const [fromTemplate] = await diagnosticsOf(minutes, (found) => found.length === 1);
    assert.ok(fromTemplate);
    assert.equal(codeOf(fromTemplate).rule, 'missing-section');
    assert.equal(fromTemplate.severity, DiagnosticSeverity.Error);

    await rules({ 'missing-section': 'information' });
    const [chosen] = await diagnosticsOf(
      minutes,
      ([first]) => first?.severity === DiagnosticSeverity.Information,
    );
    assert.ok(chosen);
    assert.equal(codeOf(chosen).rule, 'missing-section');

    await rules({ 'missing-section': 'off' });
    await diagnosticsOf(minutes, (found) => found.length === 0);
  });
});
