import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { recordOf, type MeetingRecord } from '../../server/src/core/record/meeting-record.ts';

/** A template that says nothing about records. */
export const plain = '# Call {date}\n';

/** A template with a section of each kind of records. */
export const marked = `# Call {date}

## Present <!-- attendees -->

## To do <!-- actions -->

## Agreed <!-- decisions -->
`;

/** Returns what minutes of a template record. */
export function read(text: string, template = plain): MeetingRecord {
  const matcher = readTemplate(template, 'call.md');
  return recordOf(text, readMinutes(parseMarkdown(text)).headings, matcher, '2026-11-27');
}

/** Writes actions as `state owners: text (due)`. */
export function actionsIn(text: string, template = plain): readonly string[] {
  return read(text, template).actions.map(
    ({ done, owners, text: said, due }) =>
      `${done ? 'done' : 'open'} ${owners.map(({ name }) => name).join('+')}: ${said}` +
      (due === null ? '' : ` (${due})`),
  );
}
