import fc from 'fast-check';
import { formatDate } from '../../server/src/core/text/calendar-date.ts';
import type { FolderFile } from '../../server/src/core/deriving/found-series.ts';

/** Minutes of one group, with what all of them have. */
export interface ArbitrarySeries {
  readonly files: readonly FolderFile[];
  /** Names of sections that all minutes have. */
  readonly sections: readonly string[];
}

const names = [
  'Attendees',
  'Agenda',
  'News',
  'Decisions',
  'Open questions',
  'Actions',
  'Beschlüsse',
  'Q&A',
  'C++',
  'Next week',
  '決定事項',
  'What we _learned_',
];
const titles = ['Weekly', 'Protokoll der Runde', 'TSC', 'C/C++ working group', 'Harbor (east)'];
const formats = ['YYYY-MM-DD', 'MMMM D, YYYY', 'D MMMM YYYY', 'MM/DD/YYYY'];
const nameForms = ['{}.md', 'minutes/{}-harbor.md', '{Y}/{}.md', 'notes_{}.md', '{Y}/{} Runde.md'];

/** Minutes of a group that has a form and keeps it, some with an extra section, and their own topics. */
export const arbitrarySeries: fc.Arbitrary<ArbitrarySeries> = fc
  .record({
    title: fc.constantFrom(...titles),
    format: fc.constantFrom(...formats),
    nameForm: fc.constantFrom(...nameForms),
    sections: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 6 }),
    extra: fc.constantFrom('Guests', 'Retrospective', 'Budget'),
    hasExtra: fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }),
    topics: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 25, maxLength: 25 }),
    count: fc.integer({ min: 4, max: 25 }),
    every: fc.constantFrom(7, 14),
  })
  .map((group) => ({
    sections: group.sections,
    files: Array.from({ length: group.count }, (_, index) => {
      const date = dayAt(index * group.every);
      const written = formatDate(date, group.format, 'en-US');
      const year = date.slice(0, 4);
      return {
        path: group.nameForm.replace('{Y}', year).replace('{}', date),
        text:
          [
            `# ${group.title} ${written}`,
            ...group.sections.map((name) => `## ${name}\n\n- Something about ${index} and ${date}`),
            ...Array.from(
              { length: group.topics[index] ?? 0 },
              (__, topic) => `### Topic ${index} of ${topic}\n\nSaid something.`,
            ),
            ...(group.hasExtra[index] === true ? [`## ${group.extra}\n\nSomebody came.`] : []),
          ].join('\n\n') + '\n',
      };
    }),
  }));

function dayAt(days: number): string {
  const day = new Date(Date.UTC(2024, 0, 3));
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
