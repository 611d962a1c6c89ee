import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { recordOf } from '../../server/src/core/record/meeting-record.ts';
import { seed } from './seed.ts';

/** What someone promised, before it is written. */
interface Promised {
  readonly person: string;
  readonly text: string;
  readonly day: string | null;
  readonly done: boolean;
}

const arbitraryPromise = fc.record<Promised>({
  person: fc.constantFrom('Ada Quill', 'Bo', 'Cy Dune', 'Émile'),
  text: fc.constantFrom(
    'order rope',
    'paint the *hull* blue',
    'ask the harbor (again)',
    'read [notes](https://example.org/a_b)',
    'say no to #12',
  ),
  day: fc.constantFrom('2026-12-01', '2027-01-15', null),
  done: fc.boolean(),
});

const due = (day: string | null, words = 'by'): string => (day === null ? '' : ` ${words} ${day}`);
const handle = (person: string): string => `@${person.replace(/\W/g, '')}`;
const box = (done: boolean): string => (done ? '[x]' : '[ ]');

/** Ways to write a promise in minutes whose template says nothing about actions. */
const plainForms: Readonly<Record<string, (promise: Promised) => string>> = {
  'a check box and a handle': ({ person, text, day, done }) =>
    `- ${box(done)} ${handle(person)}: ${text}${due(day)}`,
  'a check box and bold': ({ person, text, day, done }) =>
    `- ${box(done)} **${person}**: ${text}${due(day, 'until')}`,
  'a check box and a handle in brackets': ({ person, text, day, done }) =>
    `- ${box(done)} ${text}${due(day)} (${handle(person)})`,
  'a word': ({ person, text, day, done }) =>
    `- ACTION: ${person} to ${text}${due(day)}${done ? ' ✅' : ''}`,
  'a word with brackets': ({ person, text, day, done }) =>
    `* Action Item (${person}): ${done ? 'DONE: ' : ''}${text}${due(day)}`,
  'a word on a line': ({ person, text, day, done }) =>
    `**Action Items:** ${handle(person)} will ${text}${due(day)}${done ? ' (done)' : ''}`,
  'a list after a label': ({ person, text, day, done }) =>
    `Action items:\n\n- ${box(done)} ${person} to ${text}${due(day)}`,
  'a section of that name': ({ person, text, day, done }) =>
    `## Actions\n\n- ${box(done)} ${person}: ${text}${due(day)}\n\n## Notes`,
};

for (const [name, write] of Object.entries(plainForms)) {
  test(`what is promised by ${name} is read as it was meant`, () => {
    const template = readTemplate('# Call {date}\n', 'call.md');
    fc.assert(
      fc.property(arbitraryPromise, fc.constantFrom('\n', '\r\n'), (promise, eol) => {
        const text = `# Call 2026-11-27\n\n${write(promise)}\n\nMore was said.\n`;
        const isHandle = name.includes('handle') || name === 'a word on a line';
        const person = isHandle ? handle(promise.person).slice(1) : promise.person;
        assert.deepEqual(readActions(text.replaceAll('\n', eol), template), [
          { ...promise, person },
        ]);
      }),
      { seed, numRuns: 60 },
    );
  });
}

/** Parts of a template's shape, in which each placeholder has its own place. */
const arbitraryShape = fc
  .record({
    marker: fc.constantFrom('- [ ] ', '* [ ] ', '- '),
    person: fc.constantFrom('{person}: ', '**{person}**: ', '@{person}: ', '({person}) '),
    day: fc.constantFrom(' (due {day?})', ' (until {day?})', ' [{day?}]', ''),
  })
  .filter(({ person, day }) => !(person.startsWith('(') && day === ''));

test('what is written in a template’s shape is read as it was meant', () => {
  fc.assert(
    fc.property(arbitraryShape, arbitraryPromise, (shape, promise) => {
      const line = `${shape.marker}${shape.person}{text}${shape.day}`;
      const template = readTemplate(
        `# Call {date}\n\n## To do <!-- actions -->\n\n${line}\n`,
        'call.md',
      );
      assert.deepEqual(template.problems, []);
      const hasBox = shape.marker.includes('[');
      const person = shape.person.startsWith('@')
        ? handle(promise.person).slice(1)
        : promise.person;
      const meant = {
        ...promise,
        person,
        done: hasBox && promise.done,
        day: shape.day === '' ? null : promise.day,
      };
      const written = line
        .replace('[ ] ', `${box(meant.done)} `)
        .replace('{person}', person)
        .replace('{text}', promise.text)
        .replace(shape.day, meant.day === null ? '' : shape.day.replace('{day?}', meant.day));
      const text = `# Call 2026-11-27\n\n## To do\n\n${written}\n`;
      assert.deepEqual(readActions(text, template), [meant], text);
    }),
    { seed, numRuns: 400 },
  );
});

function readActions(text: string, template: ReturnType<typeof readTemplate>): readonly Promised[] {
  const { headings } = readMinutes(parseMarkdown(text));
  return recordOf(text, headings, template, null).actions.map((action) => ({
    person: action.owners.map(({ name }) => name).join('+'),
    text: action.text,
    day: action.due,
    done: action.done,
  }));
}
