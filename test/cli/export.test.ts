import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { isRecord } from '../../server/src/core/text/is-record.ts';
import { checkout } from '../../tools/checkout.ts';
import { runCommand } from '../support/command-line.ts';
import { corpusIsAbsent } from '../support/corpus.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const schema: unknown = JSON.parse(
  readFileSync(join(checkout, 'docs/schemas/export.schema.json'), 'utf8'),
);
assert.ok(isRecord(schema));
const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);

const template = `---
minutes-template: 1
name: Harbour call
files: "*.md"
---

# Harbour call {date}

Facilitator: {person}

## Agenda

## Attendees <!-- attendees; optional -->

## Updates

### {team} ({status?}) - {lead}

## Roadmap <!-- optional -->

## Actions <!-- actions; optional -->
`;

const minutes = `# Harbour call 2018-06-26

Facilitator: Ada Quill

## Agenda

- Cranes
- *Ropes*

## Attendees

- Ada Quill, Harbor Ltd

## Updates

### Crane (incubating) - Bo Reed

- Painted the jib

#### Brakes

- RESOLVED: We buy blue rope

## Roadmap

| When | What |
| --- | --- |
| Now | Brakes, =1+1 |

## Actions

- [ ] @bo: order the rope by 2018-07-03
`;

const files = {
  '.minutes/harbour.md': template,
  '2018-07-03.md': minutes
    .replace('06-26', '07-03')
    .replace(
      '| When | What |\n| --- | --- |\n| Now | Brakes, =1+1 |',
      '| What | Who |\n| --- | --- |\n| =2+2 | Bo |',
    ),
  '2018-06-26.md': minutes,
};

suite('minutes export', () => {
  test('prints a meeting as data that fits its schema', (context) => {
    const { path } = temporaryFolder(context, files);
    const { code, output, errors } = runCommand(path, ['export']);
    assert.equal(errors, '');
    assert.equal(code, 0);
    const data: unknown = JSON.parse(output);
    assert.ok(validate(data), JSON.stringify(validate.errors));
    assert.ok(isRecord(data) && Array.isArray(data.meetings));
    const [first, second] = data.meetings.filter(isRecord);
    assert.deepEqual(first, {
      path: '2018-06-26.md',
      date: '2018-06-26',
      kind: 'Harbour call',
      title: 'Harbour call 2018-06-26',
      cancelled: false,
      fields: [{ name: 'Facilitator', value: 'Ada Quill', line: 3 }],
      attendance: [{ name: 'Ada Quill', presence: 'present', note: 'Harbor Ltd', line: 12 }],
      agenda: [
        { text: 'Cranes', line: 7 },
        { text: 'Ropes', line: 8 },
      ],
      sections: [
        {
          heading: 'Harbour call 2018-06-26',
          level: 1,
          name: 'Harbour call {date}',
          text: 'Facilitator: Ada Quill',
          line: 1,
        },
        { heading: 'Agenda', level: 2, name: 'Agenda', text: '- Cranes\n- *Ropes*', line: 5 },
        {
          heading: 'Attendees',
          level: 2,
          name: 'Attendees',
          text: '- Ada Quill, Harbor Ltd',
          line: 10,
        },
        { heading: 'Updates', level: 2, name: 'Updates', text: '', line: 14 },
        {
          heading: 'Crane (incubating) - Bo Reed',
          level: 3,
          name: '{team} ({status?}) - {lead}',
          text: '- Painted the jib',
          line: 16,
        },
        { heading: 'Brakes', level: 4, name: null, text: '- RESOLVED: We buy blue rope', line: 20 },
        {
          heading: 'Roadmap',
          level: 2,
          name: 'Roadmap',
          text: '| When | What |\n| --- | --- |\n| Now | Brakes, =1+1 |',
          line: 24,
        },
        {
          heading: 'Actions',
          level: 2,
          name: 'Actions',
          text: '- [ ] @bo: order the rope by 2018-07-03',
          line: 30,
        },
      ],
      teams: [
        {
          name: 'Crane',
          status: 'incubating',
          leads: ['Bo Reed'],
          update: '- Painted the jib\n\n#### Brakes\n\n- RESOLVED: We buy blue rope',
          line: 16,
        },
      ],
      tables: [
        {
          section: 'Roadmap',
          columns: ['When', 'What'],
          rows: [['Now', 'Brakes, =1+1']],
          line: 26,
        },
      ],
      actions: [
        { text: 'order the rope', owners: ['bo'], due: '2018-07-03', done: false, line: 32 },
      ],
      decisions: [{ text: 'We buy blue rope', line: 22 }],
    });
    assert.equal(second?.date, '2018-07-03');
  });

  test('the schema refuses what is not such data', () => {
    assert.ok(!validate({ version: 2, meetings: [] }));
    assert.ok(!validate({ version: 1, meetings: [{ path: 'a.md' }] }));
  });

  test('real minutes fit the schema', { skip: corpusIsAbsent }, () => {
    const group = join(checkout, '../shared/corpus/groups/python-sc');
    const data: unknown = JSON.parse(runCommand(checkout, ['export', group]).output);
    assert.ok(validate(data), JSON.stringify(validate.errors));
  });

  test('prints the tables of a section as CSV, with all columns and no formulas', (context) => {
    const { path } = temporaryFolder(context, files);
    assert.equal(
      runCommand(path, ['export', '--format', 'csv']).output,
      'date,path,When,What,Who\r\n' +
        '2018-06-26,2018-06-26.md,Now,"Brakes, =1+1",\r\n' +
        "2018-07-03,2018-07-03.md,,'=2+2,Bo\r\n",
    );
  });

  test('asks which table is meant', (context) => {
    const { path } = temporaryFolder(context, files);
    const { code, errors } = runCommand(path, ['export', '--format', 'csv', '--table', 'Rope']);
    assert.equal(code, 2);
    assert.equal(errors, 'error: choose a section with --table; there are tables in “Roadmap”\n');
  });
});
