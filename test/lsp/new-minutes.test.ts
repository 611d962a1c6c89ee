import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import {
  newMinutesRequest,
  readDayRequest,
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
  locale: 'en',
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
      assert.equal(choices.days.filter(({ kind }) => kind === 'free').length, 7);
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

  test('have their day in words, what is left out, and what has minutes', timeLimit, async (t) => {
    const { send, path } = await start(t, {
      '.minutes/pier.md': template.replace('from: 2026', 'except: [2099-01-20]\nfrom: 2099'),
      'calls/2099-01-13-pier.md': minutes,
    });
    const { days } = await send(nothing);
    assert.deepEqual(
      days.slice(0, 3).map(({ label, description }) => [label, description]),
      [
        ['Tuesday, January 6, 2099', 'next meeting by the schedule'],
        ['Tuesday, January 27, 2099', 'the one after'],
        ['Tuesday, February 3, 2099', ''],
      ],
    );
    assert.deepEqual(
      days.slice(-2).map(({ date, kind, uri }) => [date, kind, uri]),
      [
        ['2099-01-20', 'excepted', null],
        ['2099-01-13', 'held', uriOf(path, 'calls/2099-01-13-pier.md')],
      ],
    );
  });

  test('are of a day that is typed, and what is wrong with it is said', timeLimit, async (t) => {
    const { client, path } = await start(t, {
      '.minutes/pier.md': template.replace('schedule:', 'until: 2099-12-31\nschedule:'),
      'calls/2099-01-13-pier.md': minutes,
    });
    const read = async (text: string, locale = 'en'): Promise<unknown> => {
      const params = { template: uriOf(path, '.minutes/pier.md'), text, locale };
      const { day, problem } = await client.connection.sendRequest(readDayRequest, params);
      return problem ?? (day === null ? null : [day.date, day.kind, day.description]);
    };
    assert.deepEqual(await read('6 January 2099'), ['2099-01-06', 'free', '']);
    assert.deepEqual(await read('8. Januar 2099', 'de'), [
      '2099-01-08',
      'free',
      'not a day of the schedule',
    ]);
    assert.deepEqual(await read('2099-01-13'), [
      '2099-01-13',
      'held',
      'has minutes: calls/2099-01-13-pier.md',
    ]);
    assert.equal(await read('30 Feb 2099'), 'February 2099 has no day 30: it has 28 days.');
    assert.equal(
      await read('2100-01-05'),
      'The template applies until Thursday, December 31, 2099.',
    );
    assert.match(String(await read('2/1/2099')), /may be .* or .*: write the month as a word\.$/);
    assert.match(String(await read('soon')), /^“soon” is not a day\./);
    assert.equal(await read(' '), null);
  });

  test('take the topics of an agenda, with what is nested below them', timeLimit, async (t) => {
    const { send } = await start(t, {
      '.minutes/pier.md': template.replace('## News', '## Agenda\n\n- Roll call\n\n## News'),
    });
    const agenda =
      '# Call\n\n## Attendees\n\n- Ada\n\n## Agenda\n\n1. Paint\n   - which red?\n2. Ropes\n';
    const {
      topics,
      takesTopics,
      minutes: made,
    } = await send({
      ...nothing,
      agenda,
      date: '2099-01-13',
    });
    assert.ok(takesTopics);
    assert.deepEqual(topics, ['Paint', 'Ropes']);
    assert.match(
      made?.text ?? '',
      /## Agenda\n\n- Roll call\n- Paint\n {2}- which red\?\n- Ropes\n/,
    );
  });

  test('take no topics where the template has no place for them', timeLimit, async (t) => {
    const { send } = await start(t, { '.minutes/pier.md': template });
    const { takesTopics, topics } = await send({ ...nothing, agenda: '- Paint\n' });
    assert.deepEqual({ takesTopics, topics }, { takesTopics: false, topics: [] });
  });

  test('need a choice where several templates could be meant', timeLimit, async (t) => {
    const { send } = await start(t, {
      '.minutes/pier.md': template,
      '.minutes/board.md': template.replace('calls', 'board'),
      '.minutes/old.md': template.replace('from: 2026-01-06', 'until: 2020-01-01'),
    });
    const { templates, days } = await send(nothing);
    assert.deepEqual(templates.map(({ name }) => name).sort(), ['board', 'pier']);
    assert.deepEqual(days, []);
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
