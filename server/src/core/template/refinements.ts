import * as l10n from '@vscode/l10n';
import { closestTo } from '../text/closest.ts';
import type { OffsetRange } from '../text/offset-range.ts';

/** What comments on a template's heading say about its section. */
export interface Refinements {
  readonly optional: boolean;
  readonly repeat: { readonly min: number; readonly max: number } | null;
  readonly anyOrder: boolean;
  readonly closed: boolean;
  readonly required: boolean;
  readonly notEmpty: boolean;
  readonly carryOver: boolean;
  readonly agenda: boolean;
  readonly roster: boolean;
  /** The section is one meeting of many in a file. */
  readonly meeting: boolean;
  /** What the section's items are; null where they are just items. */
  readonly record: RecordKind | null;
  readonly aliases: readonly string[];
  /** Where the aliases are written. */
  readonly aliasRanges: readonly OffsetRange[];
  /** The levels at which the heading may be; null for its own alone. */
  readonly levels: { readonly min: number; readonly max: number } | null;
}

/** What a section keeps a record of: each of its items is one. */
export type RecordKind = 'actions' | 'decisions' | 'attendees';

/** A refinement that can't be read. */
export interface RefinementProblem {
  readonly message: string;
  readonly range: OffsetRange;
  /** The refinement that was probably meant. */
  readonly near: string | null;
}

export const noRefinements: Refinements = {
  optional: false,
  repeat: null,
  anyOrder: false,
  closed: false,
  required: false,
  notEmpty: false,
  carryOver: false,
  agenda: false,
  roster: false,
  meeting: false,
  record: null,
  aliases: [],
  aliasRanges: [],
  levels: null,
};

const flags: Readonly<Record<string, Partial<Refinements>>> = {
  optional: { optional: true },
  repeat: { repeat: { min: 1, max: Infinity } },
  'any-order': { anyOrder: true },
  closed: { closed: true },
  required: { required: true },
  'not-empty': { notEmpty: true },
  'carry-over': { carryOver: true },
  agenda: { agenda: true },
  roster: { roster: true },
  meeting: { meeting: true },
  section: {},
  actions: { record: 'actions' },
  decisions: { record: 'decisions' },
  attendees: { record: 'attendees' },
};

/** Every word that a refinement can begin with. */
export const refinementWords: readonly string[] = [...Object.keys(flags), 'levels', 'alias'];

/**
 * Reads a comment's content as refinements.
 * Returns null where it is another comment: where its first word neither is nor resembles one,
 * or where it goes on as a sentence does.
 * Problems have ranges that begin at `start`, the offset of the content.
 */
export function readRefinements(
  content: string,
  start: number,
): { refinements: Partial<Refinements>; problems: readonly RefinementProblem[] } | null {
  const clauses = splitClauses(content, start);
  const first = clauses[0];
  if (first === undefined || !begins(first.text)) return null;

  let refinements: Partial<Refinements> = {};
  const problems: RefinementProblem[] = [];
  for (const clause of clauses) {
    const read = readClause(clause.text);
    if (read === null) problems.push(problemOf(clause));
    else if (excludes(read, refinements)) {
      const message = l10n.t('A section is either “optional” or “required”');
      problems.push({ message, range: clause.range, near: null });
    } else {
      const aliases = [...(refinements.aliases ?? []), ...(read.aliases ?? [])];
      const ranges = read.aliases === undefined ? [] : [clause.range];
      const aliasRanges = [...(refinements.aliasRanges ?? []), ...ranges];
      refinements = { ...refinements, ...read, aliases, aliasRanges };
    }
  }
  return problems.length === clauses.length && clauses.some(isProse)
    ? null
    : { refinements, problems };
}

/** A refinement is one word, except the few that take an argument; what else begins with such a word is a sentence. */
function isProse({ text }: Clause): boolean {
  return (
    /\s/.test(text) && !/^[\w-]+:?\s*[\d.]+$/.test(text) && !/^(?:alias|levels|repeat)\b/.test(text)
  );
}

/** Returns whether a comment that begins with a text speaks of refinements; one such as “actions from last week” doesn't. */
function begins(text: string): boolean {
  const near = nearestWord(firstWord(text));
  return near !== null && (!wholeComments.includes(near) || text === near);
}

/** Words that people also begin other comments with: they are refinements only where nothing follows them. */
const wholeComments = ['actions', 'decisions', 'attendees', 'required', 'meeting', 'section'];

function excludes(read: Partial<Refinements>, before: Partial<Refinements>): boolean {
  return (
    (read.required === true && before.optional === true) ||
    (read.optional === true && before.required === true)
  );
}

interface Clause {
  readonly text: string;
  readonly range: OffsetRange;
}

function splitClauses(content: string, start: number): Clause[] {
  return [...content.matchAll(/[^;]+/g)].flatMap((match) => {
    const text = match[0].trim();
    const offset = start + match.index + match[0].indexOf(text);
    return text === '' ? [] : [{ text, range: { start: offset, end: offset + text.length } }];
  });
}

function readClause(text: string): Partial<Refinements> | null {
  const flag = Object.hasOwn(flags, text) ? flags[text] : undefined;
  if (flag !== undefined) return flag;
  const levels = /^levels:?\s*([1-6])\.\.([1-6])$/.exec(text);
  if (levels !== null) {
    const [min, max] = [Number(levels[1]), Number(levels[2])];
    return min < max ? { levels: { min, max } } : null;
  }
  const alias = /^alias:\s*(\S.*)$/.exec(text)?.[1];
  if (alias !== undefined) return { aliases: [alias] };
  const repeat = /^repeat\s+(\d{1,4})(?:\.\.(\d{1,4})?)?$/.exec(text);
  if (repeat === null) return null;
  const min = Number(repeat[1]);
  const max = repeat[2] === undefined ? (text.includes('..') ? Infinity : min) : Number(repeat[2]);
  return max < Math.max(min, 1) ? null : { repeat: { min, max } };
}

function problemOf({ text, range }: Clause): RefinementProblem {
  const word = firstWord(text);
  const near = nearestWord(word);
  if (near === null || near === word) {
    return {
      message:
        near === null
          ? l10n.t('Unknown refinement “{0}”', text)
          : l10n.t('“{0}” is not a valid refinement: {1}', text, usage(near)),
      range,
      near: null,
    };
  }
  return {
    message: l10n.t('Unknown refinement “{0}”: did you mean “{1}”?', word, near),
    range: { start: range.start, end: range.start + word.length },
    near,
  };
}

function usage(word: string): string {
  if (word === 'alias') return l10n.t('write `alias: Other Name`');
  if (word === 'levels') return l10n.t('write the two levels, such as `levels: 2..3`');
  if (word === 'repeat') return l10n.t('write `repeat`, `repeat 3` or `repeat 1..3`');
  return l10n.t('`{0}` takes no argument; put “;” between refinements', word);
}

function firstWord(text: string): string {
  return /^[\w-]+/.exec(text)?.[0] ?? '';
}

function nearestWord(word: string): string | null {
  if (refinementWords.includes(word)) return word;
  return word.length < 4 ? null : closestTo(word, refinementWords);
}
