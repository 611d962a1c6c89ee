import assert from 'node:assert/strict';
import { presets } from '../../server/src/core/template/presets.ts';
import { suite, test, type TestContext } from 'node:test';
import { CodeLensRequest, TextDocumentContentRequest } from 'vscode-languageserver-protocol/node';
import { insertionsRequest } from '../../server/src/protocol/insertions.ts';
import { templateChoicesRequest } from '../../server/src/protocol/template-choices.ts';
import {
  statusNotification,
  type TemplateStatus,
} from '../../server/src/protocol/template-status.ts';
import { createEventLog } from '../support/event-log.ts';
import { richCapabilities, startLspClient, uriOf, type LspClient } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { incompleteMinutes, weeklyMinutes, weeklyTemplate } from '../support/weekly.ts';

const timeLimit = { timeout: 60_000 };

suite('templates', () => {
  test('say of each document who claims it, and why', timeLimit, async (t) => {
    const { client, folder, status } = await startWithStatus(t, {
      '.minutes/weekly.md': weeklyTemplate,
    });
    const minutes = uriOf(folder, '2018-06-26.md');
    const template = { name: 'Weekly', uri: uriOf(folder, '.minutes/weekly.md') };
    await client.open(minutes, weeklyMinutes);
    const reason = { kind: 'files', glob: '*.md' };
    assert.deepEqual(await status(minutes), { state: 'checked', template, reason });

    await client.change(minutes, 2, `<!-- minutes-template: Weekly -->\n\n${weeklyMinutes}`);
    assert.deepEqual(await status(minutes), {
      state: 'checked',
      template,
      reason: { kind: 'modeline' },
    });

    await client.change(minutes, 3, `<!-- minutes-template: Monthly -->\n\n${weeklyMinutes}`);
    assert.deepEqual(await status(minutes), { state: 'missing-template', name: 'Monthly' });

    await client.open(template.uri, weeklyTemplate);
    assert.deepEqual(await status(template.uri), { state: 'template', usedBy: 0 });
    await client.change(minutes, 4, weeklyMinutes);
    assert.deepEqual(await status(template.uri), { state: 'template', usedBy: 1 });

    await client.open(uriOf(folder, 'notes/other.md'), '# Notes\n');
    const other = await status(uriOf(folder, 'notes/other.md'));
    assert.deepEqual(other, { state: 'unclaimed', choosable: true });

    await client.open(uriOf(folder, 'long.md'), 'word '.repeat(1_000_001));
    assert.deepEqual(await status(uriOf(folder, 'long.md')), { state: 'too-large' });
  });

  test(
    'stay as they could be read while they are typed, for some seconds',
    timeLimit,
    async (t) => {
      const { client, folder, status } = await startWithStatus(t, {
        '.minutes/weekly.md': weeklyTemplate,
      });
      const uri = uriOf(folder, '2018-06-26.md');
      await client.open(uri, incompleteMinutes);
      assert.equal((await status(uri)).state, 'checked');
      const before = await client.pull(uri);
      assert.equal(before.length, 1);
      const lensesOf = async (): Promise<number> => {
        const params = { textDocument: { uri } };
        const answer = await client.connection.sendRequest(CodeLensRequest.type, params);
        return answer?.length ?? 0;
      };
      const lenses = await lensesOf();
      assert.notEqual(lenses, 0);
      const template = uriOf(folder, '.minutes/weekly.md');
      await client.open(template, weeklyTemplate);
      for (const [version, typed] of ['## Age <!-- opt', '---\nfiles: [\n'].entries()) {
        await client.change(template, version + 2, `${typed}\n${weeklyTemplate}`);
        assert.deepEqual(await client.pull(uri), before, typed);
        assert.deepEqual(await lensesOf(), lenses, typed);
      }
      assert.notEqual((await status(uri)).state, 'checked');
    },
  );

  test('say which several claim a document', timeLimit, async (t) => {
    const other = weeklyTemplate.replace('name: Weekly', 'name: Other');
    const { client, folder, status } = await startWithStatus(t, {
      '.minutes/weekly.md': weeklyTemplate,
      '.minutes/other.md': other,
    });
    await client.open(uriOf(folder, '2018-06-26.md'), weeklyMinutes);
    assert.deepEqual(await status(uriOf(folder, '2018-06-26.md')), {
      state: 'ambiguous',
      templates: [
        { name: 'Other', uri: uriOf(folder, '.minutes/other.md') },
        { name: 'Weekly', uri: uriOf(folder, '.minutes/weekly.md') },
      ],
    });
  });

  test('say that none holds on a date', timeLimit, async (t) => {
    const { client, folder, status } = await startWithStatus(t, {
      '.minutes/weekly.md': weeklyTemplate.replace('name:', 'from: "2019-01-01"\nname:'),
    });
    await client.open(uriOf(folder, '2018-06-26.md'), weeklyMinutes);
    assert.deepEqual(await status(uriOf(folder, '2018-06-26.md')), {
      state: 'no-era',
      date: '2018-06-26',
      templates: [{ name: 'Weekly', uri: uriOf(folder, '.minutes/weekly.md') }],
    });
  });

  test('can be chosen, with the globs that fit', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, { folders: [folder], capabilities: richCapabilities });
    const uri = uriOf(folder, '2018/2018-06-26-pier.md');
    await client.open(uri, weeklyMinutes);
    const choices = await client.connection.sendRequest(templateChoicesRequest, { uri });
    assert.deepEqual(
      choices.templates.map(({ setting }) => setting),
      ['.minutes/weekly.md', ...presets.map(({ name }) => name)],
    );
    assert.equal(choices.globs[0], '*/*-pier.md');
    for (const { modeline } of choices.templates) {
      await client.change(uri, 2, (modeline[0]?.newText ?? '') + weeklyMinutes);
      const chosen = await client.connection.sendRequest(templateChoicesRequest, { uri });
      assert.equal(chosen.templates.filter(({ current }) => current).length, 1);
    }
  });

  test('open as read-only documents where they are presets', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t);
    const client = await startLspClient(t, { folders: [folder], capabilities: richCapabilities });
    const uri = uriOf(folder, 'a.md');
    await client.open(uri, '<!-- minutes-template: runtime-pmc -->\n\n# Something\n');
    const [diagnostic] = await client.pull(uri);
    const [asking] = diagnostic?.relatedInformation ?? [];
    assert.equal(asking?.location.uri, 'minutes-preset:/runtime-pmc.md');
    const { text } = await client.connection.sendRequest(TextDocumentContentRequest.type, {
      uri: asking.location.uri,
    });
    assert.match(text.split('\n')[asking.location.range.start.line] ?? '', /^#/);
    await assert.rejects(
      client.connection.sendRequest(TextDocumentContentRequest.type, {
        uri: 'minutes-preset:/x.md',
      }),
      /There is no preset/,
    );
  });

  test('give the sections and teams that can be inserted', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, { folders: [folder], capabilities: richCapabilities });
    const uri = uriOf(folder, '2018-06-26.md');
    const minutes = incompleteMinutes.replace(/### Harbour[^#]*/, '');
    await client.open(uri, minutes);
    const insertions = await client.connection.sendRequest(insertionsRequest, { uri });
    assert.deepEqual(
      insertions.map(({ kind, name, detail }) => [kind, name, detail]),
      [
        ['section', 'Next Steps', ''],
        ['team', 'Harbour', 'Bo Marsh'],
        ['team', '{team}', ''],
      ],
    );
    const [, harbour] = insertions;
    assert.match(harbour?.snippet ?? '', /### Harbour - Bo Marsh\n\n\$0\n/);
    const before = minutes.split('\n').slice(0, harbour?.range.start.line).join('\n');
    assert.match(before, /- Lit the pier\.\s*$/);
  });
});

/** Starts a client that takes statuses; `status` resolves with the next one of a document. */
async function startWithStatus(
  t: TestContext,
  files: Readonly<Record<string, string>>,
): Promise<{
  readonly client: LspClient;
  readonly folder: string;
  readonly status: (uri: string) => Promise<TemplateStatus>;
}> {
  const { path: folder } = temporaryFolder(t, files);
  const client = await startLspClient(t, {
    folders: [folder],
    capabilities: richCapabilities,
    initializationOptions: { statusNotifications: true },
  });
  const told = createEventLog<{ readonly uri: string; readonly status: TemplateStatus }>();
  client.connection.onNotification(statusNotification, told.add);
  const status = async (uri: string): Promise<TemplateStatus> =>
    (await told.take((each) => each.uri === uri)).status;
  return { client, folder, status };
}
