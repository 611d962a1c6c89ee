import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import {
  newMinutesRequest,
  type NewMinutesAnswer,
  type NewMinutesParams,
} from '../../server/src/protocol/new-minutes.ts';
import { setUpRequest } from '../../server/src/protocol/set-up.ts';
import { richCapabilities, startLspClient, uriOf, type LspClient } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const timeLimit = { timeout: 60_000 };
const template = `---
minutes-template: 1
files: "calls/*.md"
file-name: "{date}-pier.md"
from: 2026-01-06
schedule: FREQ=WEEKLY;BYDAY=TU
---

# Pier call {date}

## News

[add here]

## Actions
`;
const minutes =
  '# Pier call 2099-01-06\n\n## News\n\nNone.\n\n## Actions\n\n- [ ] Bo: call\n- [ ] Ada: paint\n';
const nothing: NewMinutesParams = {
  uri: null,
  template: null,
  date: null,
  agenda: '',
  leftOut: [],
};

suite('new minutes', () => {
  test(
    'are offered on the days without minutes, with what is carried over',
    timeLimit,
    async (t) => {
      const { send, path } = await start(t, {
        '.minutes/pier.md': template,
        'calls/2099-01-06-pier.md': minutes,
      });
      const choices = await send(nothing);
      assert.deepEqual(
        choices.templates.map(({ name }) => name),
        ['pier'],
      );
      assert.equal(choices.dates.length, 6);
      assert.deepEqual(choices.held, ['2099-01-06']);
      const made = await send({ ...nothing, date: '2099-01-13', leftOut: ['Bo: call'] });
      assert.equal(made.minutes?.uri, uriOf(path, 'calls/2099-01-13-pier.md'));
      assert.deepEqual(
        made.minutes.carried.map(({ label }) => label),
        ['Ada: paint'],
      );
      assert.match(made.minutes.text, /## Actions\n\n- \[ \] Ada: paint\n$/);
      assert.match(made.minutes.snippet, /\$\{1:\[add here\]\}/);
    },
  );

  test('need a choice where several templates could be meant', timeLimit, async (t) => {
    const { send } = await start(t, {
      '.minutes/pier.md': template,
      '.minutes/board.md': template.replace('calls', 'board'),
      '.minutes/old.md': template.replace('from: 2026-01-06', 'until: 2020-01-01'),
    });
    const { templates, dates } = await send(nothing);
    assert.deepEqual(templates.map(({ name }) => name).sort(), ['board', 'pier']);
    assert.deepEqual(dates, []);
  });

  test('know the templates of other folders of the workspace', timeLimit, async (t) => {
    const { send } = await start(t, { 'group/.minutes/pier.md': template, 'group/a.md': '# A\n' });
    assert.equal((await send(nothing)).templates.length, 1);
  });
});

suite('setting up', () => {
  test(
    'proposes a template with its doubts and what it would find, and presets',
    timeLimit,
    async (t) => {
      const files = Object.fromEntries(
        [1, 2, 3, 4, 5].map((day) => [
          `calls/2026-01-0${String(day)}.md`,
          `# Call 2026-01-0${String(day)}\n\n## News\n\nNo ${String(day)}.\n${day === 2 ? '' : '\n## Guests\n\nSome.\n'}`,
        ]),
      );
      const { client, path } = await start(t, files);
      const { proposals, presets } = await client.connection.sendRequest(setUpRequest, {
        folder: uriOf(path, ''),
      });
      const [proposal] = proposals;
      assert.equal(proposals.length, 1);
      assert.match(proposal?.report ?? '', /All of the last 5 minutes fit\./);
      assert.deepEqual(proposal?.doubts, [
        {
          line: '## Guests <!-- optional -->',
          otherLine: '## Guests',
          message: '4 of 5 have “Guests”: optional',
          title: 'Require “Guests”',
        },
      ]);
      assert.ok(presets.length >= 8);
      assert.ok(presets.every(({ description, name }) => description !== name));
    },
  );
});

interface Started {
  readonly client: LspClient;
  readonly path: string;
  readonly send: (params: NewMinutesParams) => Promise<NewMinutesAnswer>;
}

async function start(t: TestContext, files: Readonly<Record<string, string>>): Promise<Started> {
  const { path } = temporaryFolder(t, files);
  const client = await startLspClient(t, { folders: [path], capabilities: richCapabilities });
  return {
    client,
    path,
    send: (params: NewMinutesParams) => client.connection.sendRequest(newMinutesRequest, params),
  };
}
