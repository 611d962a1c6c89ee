import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { noHistory } from '../../server/src/core/meetings/history.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { isRecord } from '../../server/src/core/text/is-record.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { presets } from '../../server/src/core/template/presets.ts';
import type { Matcher } from '../../server/src/core/matching/matcher.ts';
import type { CheckInput } from '../../server/src/core/checking/check-minutes.ts';
import { checkout } from '../../tools/checkout.ts';

const folder = join(checkout, '../shared/corpus');

/** Why tests of the corpus don't run; false where it is there. */
export const skipped: string | false = existsSync(join(folder, 'broken/index.json'))
  ? false
  : 'skipped: the corpus of real minutes is not on this machine';

/** Real minutes that people broke, and mostly what they made of them. */
export interface BrokenCase {
  readonly name: string;
  readonly category: string;
  /** Path of the minutes as they were then. */
  readonly path: string;
  /** 1-based line of the defect. */
  readonly line: number;
  readonly description: string;
  /** The version before, where the defect can only be seen against it. */
  readonly before: string | null;
  readonly broken: string;
  /** Null where it was not repaired. */
  readonly fixed: string | null;
}

/** Returns the cases of the corpus in order. */
export function readBrokenCases(): readonly BrokenCase[] {
  const index: unknown = JSON.parse(readFileSync(join(folder, 'broken/index.json'), 'utf8'));
  if (!Array.isArray(index)) throw new Error('index.json of the corpus holds no list');
  return index.map((entry: unknown) => {
    const name = textOf(entry, 'case');
    const read = (version: string): string | null => {
      const file = join(folder, 'broken', name, version);
      return existsSync(file) ? readFileSync(file, 'utf8') : null;
    };
    return {
      name,
      category: textOf(entry, 'category'),
      path: textOf(entry, 'path'),
      line: Number(propertyOf(entry, 'line')),
      description: textOf(entry, 'description'),
      before: read('before.md'),
      broken: read('broken.md') ?? '',
      fixed: read('fixed.md'),
    };
  });
}

/** Returns the paths of the corpus's minutes, relative to it, without templates and pages about them. */
export function minutesPaths(): readonly string[] {
  return globSync('**/*.md', { cwd: join(folder, 'minutes') })
    .filter((path) => !/readme|template/i.test(basename(path)))
    .sort();
}

/** Returns the text of a file of the corpus's minutes. */
export function readMinutesFile(path: string): string {
  return readFileSync(join(folder, 'minutes', path), 'utf8');
}

/** Returns what minutes of a path are checked with, long after they were held. */
export function inputOf(path: string, text: string): CheckInput {
  const template = templateFor(path);
  return {
    minutes: readMinutes(parseMarkdown(text)),
    fileName: basename(path),
    template,
    roster: template.options.roster,
    today: '2100-01-01',
    profile: 'auto',
    severities: {},
    history: noHistory,
  };
}

const templates = new Map<string, Matcher>();

/** Bosh and Extensions have their own templates; all others are checked against the preset. */
function templateFor(path: string): Matcher {
  const group = path.split('/')[0] ?? '';
  const known = templates.get(group);
  if (known !== undefined) return known;
  const template = readTemplate(templateText(group), 'template.md');
  templates.set(group, template);
  return template;
}

function templateText(group: string): string {
  if (group === 'Bosh') return readMinutesFile('Bosh/template-bosh.md');
  if (group === 'Extensions') return readMinutesFile('Extensions/2017/template.md');
  return presets.find(({ name }) => name === 'runtime-pmc')?.text ?? '';
}

function textOf(value: unknown, key: string): string {
  const text = propertyOf(value, key);
  if (typeof text !== 'string') throw new Error(`index.json of the corpus: no text “${key}”`);
  return text;
}

function propertyOf(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}
