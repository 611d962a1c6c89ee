import { frontMatterSchema } from '../../template/front-matter-schema.ts';
import { builtInPlaceholders, describePlaceholder } from '../../template/placeholder.ts';
import { refinementWords } from '../../template/refinements.ts';
import type { Template } from '../../template/template.ts';
import { lineAt } from '../../text/text-line.ts';
import { completionsInTeams } from './complete-roster.ts';
import type { Completion } from './completion-place.ts';

/** Returns what may be written at an offset of a template: keys and values of the front matter, placeholders, refinements. */
export function completionsInTemplate(
  text: string,
  { options }: Template,
  rules: readonly string[],
  offset: number,
): readonly Completion[] {
  const line = lineAt(text, offset);
  const typed = text.slice(line.start, offset);
  if (isInFrontMatter(text, offset)) {
    return completeFrontMatter(text, typed, rules, options.placeholders.statuses, offset);
  }
  const placeholder = /\{([\w-]*)$/.exec(typed)?.[1];
  if (placeholder !== undefined) {
    const closing = text.charAt(offset) === '}' ? '' : '}';
    return [...builtInPlaceholders, ...Object.keys(options.placeholders.own)].map((name) => ({
      ...item('placeholder', `{${name}}`, placeholder.length + 1, offset),
      text: `{${name}${closing}`,
      help: describePlaceholder({ name, format: null, optional: false }, options.placeholders),
    }));
  }
  const refinement = /<!--[ \t]*(?:[^;>]*;[ \t]*)*([\w-]*)$/.exec(typed)?.[1];
  if (refinement === undefined) return [];
  const rest = text.slice(offset, line.end);
  const end = offset + (/^[ \t]*(?!--)>/.exec(rest)?.[0].length ?? 0);
  const closing = /^[^<]*-->/.test(rest) ? '' : ' -->';
  const words = [
    ...refinementWords.map((word) => (['alias', 'levels'].includes(word) ? `${word}: ` : word)),
    'help: ',
    'message: ',
  ];
  return words.map((word) => ({
    ...item('value', word, refinement.length, offset),
    range: { start: offset - refinement.length, end },
    text: word.trimEnd() + (word.endsWith(' ') && closing === '' ? ' ' : '') + closing,
    snippet: word.endsWith(' ') && closing !== '' ? `${word}\${1}${closing}$0` : null,
  }));
}

function isInFrontMatter(text: string, offset: number): boolean {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text)?.[0].length;
  if (opening === undefined || offset < opening) return false;
  const closing = /^---[ \t]*$/m.exec(text.slice(opening));
  return closing === null || offset < opening + closing.index;
}

type Properties = Readonly<Record<string, { readonly description?: string }>>;

function completeFrontMatter(
  text: string,
  typed: string,
  rules: readonly string[],
  statuses: readonly string[],
  offset: number,
): readonly Completion[] {
  const key = /^([\w-]*)$/.exec(typed)?.[1];
  const properties: Properties = frontMatterSchema.properties;
  if (key !== undefined) {
    return Object.entries(properties)
      .filter(([name]) => !new RegExp(`^${name}:`, 'm').test(text))
      .map(([name, { description }]) => ({
        ...item('key', name, key.length, offset),
        text: `${name}: `,
        help: description ?? null,
      }));
  }
  const before = text.slice(0, offset - typed.length);
  const within = [...before.matchAll(/^([\w-]+):/gm)].at(-1)?.[1];
  if (within === 'roster')
    return completionsInTeams(text, { teams: [], leads: [], statuses }, offset);
  const rule = /^[ \t]+([\w-]*)$/.exec(typed)?.[1];
  if (rule !== undefined) {
    return (within === 'rules' ? rules : []).map((name) => ({
      ...item('key', name, rule.length, offset),
      text: `${name}: `,
    }));
  }
  const value = /^([ \t]*)([\w-]+):[ \t]*(["']?[\w=;]*)$/.exec(typed);
  if (value === null) return [];
  const [, indent = '', name = '', written = ''] = value;
  const values = indent === '' ? (valuesOf[name] ?? []) : rules.includes(name) ? severities : [];
  const space = typed.endsWith(':') ? ' ' : '';
  return values.map((each) => ({
    ...item('value', each, written.length, offset),
    text: space + each,
  }));
}

const severities = ['off', 'hint', 'information', 'warning', 'error'];
const valuesOf: Readonly<Record<string, readonly string[]>> = {
  'minutes-template': ['1'],
  files: ['"**/*.md"'],
  'file-name': ['"{date}.md"', '"{date}-{text}.md"'],
  schedule: ['FREQ=WEEKLY;BYDAY=TU', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'FREQ=MONTHLY;BYDAY=1TU'],
  roster: ['roster.yml'],
};

function item(
  kind: Completion['kind'],
  label: string,
  written: number,
  offset: number,
): Completion {
  return {
    kind,
    label,
    detail: '',
    help: null,
    range: { start: offset - written, end: offset },
    text: label,
    snippet: null,
  };
}

/** Returns the names of templates that a modeline may name at an offset; none elsewhere. */
export function completeModeline(
  text: string,
  names: readonly string[],
  offset: number,
): readonly Completion[] {
  const line = lineAt(text, offset);
  const written = /^[ \t]*<!--[ \t]*minutes-template:[ \t]*(\S*)$/.exec(
    text.slice(line.start, offset),
  )?.[1];
  if (written === undefined) return [];
  const closing = text.slice(offset, line.end).includes('-->') ? '' : ' -->';
  return [...new Set(names)].map((name) => ({
    ...item('template', name, written.length, offset),
    text: name + closing,
  }));
}
