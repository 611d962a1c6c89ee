import * as l10n from '@vscode/l10n';
import { readYaml } from '../template/front-matter.ts';
import type { TemplateProblem } from '../template/template.ts';
import { isRecord } from '../text/is-record.ts';
import type { Removal } from './removal.ts';

/** A removal with the minutes that it speaks of. */
export interface NotedRemoval extends Removal {
  /** Path of the minutes, relative to the folder that holds `.minutes/`, with `/` between its parts. */
  readonly minutes: string;
}

/** The file's name in `.minutes/`. */
export const removalsFile = 'removed.yml';

/** What a `removed.yml` notes. */
export interface RemovalsText {
  /** Its entries without those that can't be read. */
  readonly removals: readonly NotedRemoval[];
  readonly problems: readonly TemplateProblem[];
}

/** JSON Schema of `.minutes/removed.yml`. */
export const removalsSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'What was removed from minutes on purpose',
  type: 'object',
  expects: () => l10n.t('a list under "removed"'),
  required: ['removed'],
  additionalProperties: false,
  properties: {
    removed: {
      type: 'array',
      description: 'What is not to be reported as lost.',
      expects: () => l10n.t('a list of removals'),
      maxItems: 10000,
      items: {
        type: 'object',
        expects: () => l10n.t('the minutes, the part and the text that was removed'),
        required: ['minutes', 'part'],
        additionalProperties: false,
        properties: {
          minutes: {
            type: 'string',
            maxLength: 1000,
            description: 'Path of the minutes, relative to the folder that holds `.minutes/`.',
            expects: () => l10n.t('a path such as "2018/2018-06-26-call.md"'),
          },
          part: {
            type: 'string',
            maxLength: 1000,
            description: 'The team’s name or the section’s heading.',
            expects: () => l10n.t('a team’s name or a heading'),
          },
          text: {
            type: 'string',
            maxLength: 100,
            description: 'Hash of the removed text; without it whatever was removed from the part.',
            expects: () => l10n.t('a hash in quotes'),
          },
        },
      },
    },
  },
};

/** Returns what a `removed.yml` notes, and what is wrong with it. */
export function readRemovals(text: string): RemovalsText {
  const yaml = readYaml(text, 0, { start: 0, end: text.length }, removalsSchema);
  const { removed }: Readonly<Record<string, unknown>> = yaml.values;
  const entries: readonly unknown[] = Array.isArray(removed) ? removed : [];
  return { removals: entries.flatMap(readRemoval), problems: yaml.problems };
}

function readRemoval(entry: unknown): readonly NotedRemoval[] {
  if (!isRecord(entry)) return [];
  const { minutes, part, text } = entry;
  if (typeof minutes !== 'string' || typeof part !== 'string') return [];
  return [{ minutes, part, text: typeof text === 'string' ? text : null }];
}

/** Returns the lines that note one more removal at the end of a `removed.yml`; null for a new file. */
export function noteRemoval(
  existing: string | null,
  { minutes, part, text }: NotedRemoval,
): string {
  const opening = existing === null || existing.trim() === '' ? 'removed:\n' : '';
  const ending = existing === null || existing === '' || existing.endsWith('\n') ? '' : '\n';
  const hash = text === null ? '' : `    text: ${JSON.stringify(text)}\n`;
  const entry = `  - minutes: ${JSON.stringify(minutes)}\n    part: ${JSON.stringify(part)}\n`;
  return ending + opening + entry + hash;
}
