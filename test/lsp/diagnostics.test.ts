import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import {
  DiagnosticRefreshRequest,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { messageOf, richCapabilities, startLspClient, uriOf } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { incompleteMinutes, weeklyMinutes, weeklyTemplate } from '../support/weekly.ts';

const timeLimit = { timeout: 60_000 };

const rich = { capabilities: richCapabilities };

suite('diagnostics of a rich client', () => {
  test('say what the template asks for, where it belongs', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, {
      ...rich,
      folders: [folder],
      initializationOptions: { rulePages: 'file:///rules/' },
    });
    const uri = uriOf(folder, '2018-06-26.md');
    await client.open(uri, incompleteMinutes);
    const [diagnostic, ...others] = await client.pull(uri);
    assert.deepEqual(others, []);
    assert.equal(diagnostic?.code, 'missing-section');
    assert.equal(diagnostic.codeDescription?.href, 'file:///rules/missing-section.md');
    assert.equal(diagnostic.source, 'Meeting Minutes (Weekly)');
    assert.equal(diagnostic.severity, DiagnosticSeverity.Warning);
    assert.match(messageOf(diagnostic), /“Next Steps”/);
    const lines = incompleteMinutes.split('\n');
    assert.equal(lines[diagnostic.range.start.line], '- None.');
    const [asking] = diagnostic.relatedInformation ?? [];
    assert.equal(asking?.location.uri, uriOf(folder, '.minutes/weekly.md'));
    const asked = weeklyTemplate.split('\n')[asking.location.range.start.line];
    assert.equal(asked, '## Next Steps');
    assert.equal(await client.stop(), 0);
  });

  test('are not sent again where they did not change', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, { ...rich, folders: [folder] });
    const textDocument = { uri: uriOf(folder, '2018-06-26.md') };
    await client.open(textDocument.uri, incompleteMinutes);
    const pull = (previousResultId?: string): Promise<DocumentDiagnosticReport> =>
      client.connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument,
        ...(previousResultId !== undefined && { previousResultId }),
      });
    const first = await pull();
    await client.change(textDocument.uri, 2, `${incompleteMinutes}- Nothing else.\n`);
    const second = await pull(first.resultId);
    assert.equal(second.kind, 'full', 'the finding moved');
    const third = await pull(second.resultId);
    assert.deepEqual(third, { kind: 'unchanged', resultId: second.resultId });
  });

  test('follow an unsaved edit of the template at once', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, { ...rich, folders: [folder] });
    const minutes = uriOf(folder, '2018-06-26.md');
    const template = uriOf(folder, '.minutes/weekly.md');
    await client.open(minutes, weeklyMinutes);
    assert.deepEqual(await client.pull(minutes), []);
    await client.open(template, weeklyTemplate);
    await client.asked(DiagnosticRefreshRequest.method);
    await client.change(template, 2, `${weeklyTemplate}\n## Farewell\n`);
    await client.asked(DiagnosticRefreshRequest.method);
    const [diagnostic] = await client.pull(minutes);
    assert.match(messageOf(diagnostic), /“Farewell”/);
    await client.close(template);
    await client.asked(DiagnosticRefreshRequest.method);
    assert.deepEqual(await client.pull(minutes), [], 'the file on disk has no such section');
  });

  test('follow a template that changes on disk', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, { ...rich, folders: [folder] });
    const minutes = uriOf(folder, '2018-06-26.md');
    await client.open(minutes, weeklyMinutes);
    assert.deepEqual(await client.pull(minutes), []);
    writeFileSync(join(folder, '.minutes/weekly.md'), `${weeklyTemplate}\n## Farewell\n`);
    const uri = uriOf(folder, '.minutes/weekly.md');
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri, type: FileChangeType.Changed }],
    });
    await client.asked(DiagnosticRefreshRequest.method);
    assert.equal((await client.pull(minutes)).length, 1);
  });

  test(
    'find a broken template in the template, and nothing in its minutes',
    timeLimit,
    async (t) => {
      const broken = weeklyTemplate.replace('files: "*.md"', 'files: *.md');
      const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': broken });
      const client = await startLspClient(t, { ...rich, folders: [folder] });
      const minutes = uriOf(folder, '2018-06-26.md');
      const template = uriOf(folder, '.minutes/weekly.md');
      await client.open(minutes, incompleteMinutes);
      await client.open(template, broken);
      assert.deepEqual(await client.pull(minutes), []);
      const [diagnostic] = await client.pull(template);
      assert.equal(diagnostic?.code, 'invalid-template');
      assert.equal(broken.split('\n')[diagnostic.range.start.line], 'files: *.md');
      await client.stop();
    },
  );

  test(
    'find a broken roster file there, and an absent one in its template',
    timeLimit,
    async (t) => {
      const named = (path: string): string =>
        weeklyTemplate.replace(/roster:[^]*?---/, `roster: ${path}\n---`);
      const broken = 'teams:\n  - leads: [Ada Quill]\n';
      const { path: folder } = temporaryFolder(t, {
        '.minutes/weekly.md': named('teams.yml'),
        '.minutes/teams.yml': broken,
      });
      const client = await startLspClient(t, { ...rich, folders: [folder] });
      const roster = uriOf(folder, '.minutes/teams.yml');
      await client.open(roster, broken, 'yaml');
      const [fault] = await client.pull(roster);
      assert.equal(broken.split('\n')[fault?.range.start.line ?? 0], '  - leads: [Ada Quill]');

      const template = uriOf(folder, '.minutes/weekly.md');
      await client.open(template, named('teams.yml'));
      assert.deepEqual(await client.pull(template), []);
      await client.change(template, 2, named('people.yml'));
      const [absent] = await client.pull(template);
      assert.match(messageOf(absent), /roster file “people.yml” doesn’t exist/);
      const line = named('people.yml').split('\n')[absent?.range.start.line ?? 0];
      assert.equal(line, 'roster: people.yml');
    },
  );

  test('follow the settings', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const settings = { rules: { 'missing-section': 'hint' } };
    const client = await startLspClient(t, { ...rich, folders: [folder], settings });
    const uri = uriOf(folder, '2018-06-26.md');
    await client.open(uri, incompleteMinutes);
    const [hint] = await client.pull(uri);
    assert.equal(hint?.severity, DiagnosticSeverity.Hint);
    client.answerSettings({ rules: { 'missing-section': 'off' } });
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: null,
    });
    await client.asked(DiagnosticRefreshRequest.method);
    assert.deepEqual(await client.pull(uri), []);
  });

  test('use the template and the preset that the settings name', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, {
      'skeleton.md': '# Weekly\n\n## Agenda\n\n## Farewell\n',
    });
    const settings = {
      templates: [
        { files: 'weekly/*.md', template: 'skeleton.md' },
        { files: ['calls/*.md'], template: 'community-call' },
        { files: 'lost/*.md', template: '../outside.md' },
      ],
    };
    const client = await startLspClient(t, { ...rich, folders: [folder], settings });
    const sources = async (path: string): Promise<readonly unknown[]> => {
      const uri = uriOf(folder, path);
      await client.open(uri, '# Something else\n');
      const diagnostics = await client.pull(uri);
      return [...new Set(diagnostics.map(({ source }) => source))];
    };
    assert.deepEqual(await sources('weekly/a.md'), ['Meeting Minutes (skeleton)']);
    assert.deepEqual(await sources('calls/a.md'), ['Meeting Minutes (community-call)']);
    assert.deepEqual(await sources('lost/a.md'), []);
    assert.deepEqual(await sources('a.md'), []);
  });

  test('take each folder’s own template', timeLimit, async (t) => {
    const { path: first } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const other = weeklyTemplate.replace('name: Weekly', 'name: Other');
    const { path: second } = temporaryFolder(t, {
      '.minutes/weekly.md': other,
      'deep/er/.minutes/README.md': 'x',
    });
    const client = await startLspClient(t, { ...rich, folders: [first, second] });
    const sourceOf = async (...path: string[]): Promise<string | undefined> => {
      const uri = uriOf(...path);
      await client.open(uri, incompleteMinutes);
      return (await client.pull(uri))[0]?.source;
    };
    assert.equal(await sourceOf(first, '2018-06-26.md'), 'Meeting Minutes (Weekly)');
    assert.equal(await sourceOf(second, '2018-06-26.md'), 'Meeting Minutes (Other)');
  });

  test('are there for untitled minutes that name their template', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, { ...rich, folders: [folder] });
    await client.open('untitled:Untitled-1', incompleteMinutes);
    assert.deepEqual(await client.pull('untitled:Untitled-1'), []);
    const modeline = '<!-- minutes-template: Weekly -->\n\n';
    await client.change('untitled:Untitled-1', 2, modeline + incompleteMinutes);
    const codes = (await client.pull('untitled:Untitled-1')).map(({ code }) => code);
    assert.deepEqual(codes, ['missing-section']);
  });

  test('look no further than the folder of a file outside the workspace', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    mkdirSync(join(folder, 'below'));
    const client = await startLspClient(t, { ...rich, folders: [] });
    const beside = uriOf(folder, '2018-06-26.md');
    const below = uriOf(folder, 'below/2018-06-26.md');
    await client.open(beside, incompleteMinutes);
    await client.open(below, incompleteMinutes);
    assert.equal((await client.pull(beside)).length, 1);
    assert.deepEqual(await client.pull(below), []);
  });

  test('ignore the past version of a comparison', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, { ...rich, folders: [folder] });
    const uri = uriOf(folder, '2018-06-26.md').replace('file:', 'git:');
    await client.open(uri, incompleteMinutes);
    assert.deepEqual(await client.pull(uri), []);
  });

  test('read no template that a link leads out of the folder for', timeLimit, async (t) => {
    const { path: outside } = temporaryFolder(t, { 'weekly.md': weeklyTemplate });
    const { path: folder } = temporaryFolder(t, { '.minutes/README.md': 'Templates\n' });
    symlinkSync(join(outside, 'weekly.md'), join(folder, '.minutes/weekly.md'));
    const client = await startLspClient(t, { ...rich, folders: [folder] });
    const uri = uriOf(folder, '2018-06-26.md');
    await client.open(uri, incompleteMinutes);
    assert.deepEqual(await client.pull(uri), []);
  });
});
