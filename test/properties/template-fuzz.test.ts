import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import {
  WorkspaceDiagnosticRequest,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { startInProcess } from '../support/in-process-client.ts';
import { runInProcess } from '../support/in-process-command.ts';
import { messageOf, richCapabilities } from '../support/lsp-client.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import {
  arbitraryMutation,
  arbitraryText,
  completeMinutes,
  templates,
} from './arbitrary-minutes.ts';
import { seed } from './seed.ts';

const count = 2000;

/** What people and machines put into front matter by mistake. */
const accidents = [
  '*.md',
  '[*.md]',
  '&a x',
  '!x',
  '<<: *x',
  '{a,b',
  '[z-a]',
  '\\',
  '"',
  "'",
  '? x',
  '- ',
  ': ',
  '#',
  '%',
  '@',
  '`',
  '|',
  '>',
  '\t',
  'roster: teams.yml',
  'roster: ../x.yml',
  'roster: [{name: x, leads: [y]}]',
  'files: "{a,"',
  'files: "/x/"',
  'file-name: "{date}{date}"',
  'placeholders: {x: "("}',
  'placeholders: {x: [a, b]}',
  'statuses: []',
  'orgs: [""]',
  'unfilled: [[]]',
  'rules: {x: off}',
  'schedule: "FREQ=DAILY"',
  'from: 2018-02-30',
  'until: 2000-01-01',
  '<!-- optional -->',
  '<!-- alias: x -->',
  '<!-- repeat -->',
  '{team?}',
  '{date:YYYY}',
  '{{',
  '}}',
  '\u0000',
  '\uD800',
  'Ã\u009f',
  '\r',
  '\u2028',
];

const arbitraryTemplate = fc.oneof(
  { weight: 3, arbitrary: arbitraryMutation(templates) },
  {
    weight: 3,
    arbitrary: fc
      .record({
        text: arbitraryMutation(templates),
        accident: fc.constantFrom(...accidents),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        onLine: fc.boolean(),
      })
      .map(({ text, accident, at, onLine }) => {
        const offset = Math.floor(at * text.length);
        const start = onLine ? text.lastIndexOf('\n', offset) + 1 : offset;
        return text.slice(0, start) + accident + (onLine ? '\n' : '') + text.slice(start);
      }),
  },
  {
    weight: 1,
    arbitrary: arbitraryText.map(
      (text) => `---\nminutes-template: 1\n${text}\n---\n# Call {date}\n`,
    ),
  },
);

/** Makes a folder for each template, with minutes and a roster file beside it. */
function foldersOf(t: TestContext, texts: readonly string[]): TemporaryFolder {
  const [minutes = ''] = completeMinutes;
  return temporaryFolder(
    t,
    Object.fromEntries(
      texts.flatMap((text, index) => [
        [`${index}/.minutes/call.md`, text],
        [
          `${index}/.minutes/teams.yml`,
          index % 2 === 0 ? 'teams: [*a]' : `teams:\n  - name: ${text.slice(0, 20)}`,
        ],
        [`${index}/2018-06-26-harbour.md`, minutes],
      ]),
    ),
  );
}

test(
  `${count} mutated templates cause no internal error, in the command line and in the server`,
  { timeout: 300_000 },
  async (t) => {
    const folder = foldersOf(t, fc.sample(arbitraryTemplate, { seed, numRuns: count }));
    const { output, errors } = await runInProcess([
      'check',
      folder.path,
      '--format',
      'json',
      '--min-severity',
      'hint',
    ]);
    assert.deepEqual(output.match(/Internal error[^"]*/g), null);
    assert.doesNotMatch(errors, /Internal error/);

    const { connection, logged } = await startInProcess(folder.path, richCapabilities);
    const report: WorkspaceDiagnosticReport = await connection.sendRequest(
      WorkspaceDiagnosticRequest.type,
      {
        previousResultIds: [],
      },
    );
    const messages = report.items.flatMap(({ uri, ...item }) =>
      'items' in item ? item.items.map((each) => `${uri}: ${messageOf(each)}`) : [],
    );
    assert.ok(messages.length > 0);
    assert.deepEqual(
      messages.filter((message) => message.includes('Internal error')),
      [],
    );
    assert.deepEqual(logged, []);
  },
);
