import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import { broken, template } from '../cli/minutes-of-a-call.ts';
import {
  messageOf,
  richCapabilities,
  startLspClient,
  uriOf,
  type LspClient,
} from '../support/lsp-client.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const timeLimit = { timeout: 60_000 };
const config = '.minutes/config.yml';

suite('.minutes/config.yml in an editor', () => {
  test('excludes files and sets severities, as it is edited', timeLimit, async (t) => {
    const { client, folder } = await start(t, { restricted: false });
    const minutes = uriOf(folder.path, 'old/2018-06-26.md');
    await client.open(minutes, broken);
    assert.ok((await client.pull(minutes)).length > 0);
    const uri = uriOf(folder.path, config);
    await client.open(uri, 'exclude: old\n', 'yaml');
    assert.deepEqual(await client.pull(minutes), []);
    await client.change(uri, 2, 'severities:\n  misspelled-section: off\n');
    const rules = (await client.pull(minutes)).map(({ code }) => code);
    assert.ok(rules.includes('missing-section'));
    assert.ok(!rules.includes('misspelled-section'));
  });

  test('hides nothing in a workspace that is not trusted', timeLimit, async (t) => {
    const { client, folder } = await start(t, { restricted: true });
    const minutes = uriOf(folder.path, 'old/2018-06-26.md');
    await client.open(minutes, broken);
    const before = (await client.pull(minutes)).map(({ code }) => code);
    const text =
      'exclude: old\nseverities:\n  missing-section: error\n  misplaced-section: hint\n  misspelled-section: off\n';
    await client.open(uriOf(folder.path, config), text, 'yaml');
    const after = await client.pull(minutes);
    assert.deepEqual(
      after.map(({ code }) => code),
      before,
    );
    assert.deepEqual(
      new Map(after.map(({ code, severity }) => [code, severity])),
      new Map([
        ['missing-section', 1],
        ['misplaced-section', 2],
        ['misspelled-section', 2],
      ]),
    );
  });

  test('has its own errors at their places', timeLimit, async (t) => {
    const { client, folder } = await start(t, { restricted: false });
    const uri = uriOf(folder.path, config);
    await client.open(uri, 'severities:\n  missing-lede: off\n', 'yaml');
    const [diagnostic, ...others] = await client.pull(uri);
    assert.deepEqual(others, []);
    assert.equal(messageOf(diagnostic), 'There is no rule “missing-lede”');
    assert.deepEqual(diagnostic?.range.start, { line: 1, character: 2 });
  });
});

async function start(
  t: TestContext,
  settings: object,
): Promise<{ readonly client: LspClient; readonly folder: TemporaryFolder }> {
  const folder = temporaryFolder(t, { '.minutes/call.md': template });
  const client = await startLspClient(t, {
    capabilities: richCapabilities,
    folders: [folder.path],
    settings,
  });
  return { client, folder };
}
