import * as l10n from '@vscode/l10n';
import { globMistake } from './glob-mistake.ts';

/** A glob as an expression of RE2, or what is wrong with it. */
export type GlobExpression = { readonly source: string } | { readonly problem: string };

/**
 * Returns the expression for the paths that a glob matches, with `/` between their parts.
 * `*` and `?` are any characters of a name, `**` any folders, `[a-z]` and `[!a-z]` one character, `{a,b}` alternatives.
 * A leading `/` or `./` and Windows’ `\` are taken as they are meant, and so is a folder without a pattern for its files.
 */
export function globExpression(glob: string): GlobExpression {
  const mistake = globMistake(glob);
  if (mistake !== null) return { problem: mistake };
  const path = asPath(glob);
  if (path === '') return { problem: l10n.t('it is empty') };
  if (path.split('/').includes('..'))
    return { problem: l10n.t('“{0}” leads out of the folder', '..') };
  const parts: string[] = [];
  let depth = 0;
  let at = 0;
  while (at < path.length) {
    const step = stepAt(path, at, depth);
    if ('problem' in step) return step;
    parts.push(step.source);
    depth += step.depth;
    at += step.length;
  }
  if (depth > 0) return { problem: l10n.t('“{” has no “}”') };
  return { source: `^${parts.join('')}$` };
}

/** Rewrites what users of gitignore files and of Windows write. */
function asPath(glob: string): string {
  const path = glob
    .trim()
    .normalize()
    .replace(/[\\/]+/g, '/')
    .replace(/^\.\/?$/, '**')
    .replace(/^(?:\.?\/)+/, '');
  const isFolder = path.endsWith('/') || /^(?:.*\/)?[^/.*?[{]+$/.test(path);
  return isFolder ? `${path.replace(/\/+$/, '')}/**` : path;
}

interface Step {
  readonly source: string;
  /** How many characters of the glob the step covers. */
  readonly length: number;
  /** 1 where it opens a group, -1 where it closes one. */
  readonly depth: number;
}

function stepAt(path: string, at: number, depth: number): Step | { readonly problem: string } {
  const character = path.charAt(at);
  switch (character) {
    case '*':
      return starsAt(path, at);
    case '?':
      return { source: '[^/]', length: 1, depth: 0 };
    case '[':
      return classAt(path, at);
    case '{':
      return { source: '(?:', length: 1, depth: 1 };
    case '}':
      return depth === 0
        ? { problem: l10n.t('“}” has no “{”') }
        : { source: ')', length: 1, depth: -1 };
    case ',':
      return { source: depth === 0 ? ',' : '|', length: 1, depth: 0 };
    default:
      return { source: escapeCharacter(character), length: 1, depth: 0 };
  }
}

/** `**` between slashes is any number of folders; other runs of stars are one. */
function starsAt(path: string, at: number): Step {
  const [stars = ''] = /^\*+/.exec(path.slice(at)) ?? [];
  const before = at === 0 ? '/' : path.charAt(at - 1);
  const after = path.charAt(at + stars.length);
  const isFolders = stars.length > 1 && /[/{,]/.test(before) && /^[/},]?$/.test(after);
  if (!isFolders) return { source: '[^/]*', length: stars.length, depth: 0 };
  return after === '/'
    ? { source: '(?:[^/]*/)*', length: stars.length + 1, depth: 0 }
    : { source: '.*', length: stars.length, depth: 0 };
}

function classAt(path: string, at: number): Step | { readonly problem: string } {
  const found = /^\[([!^]?)(\]?[^\]/]+|\])\]/.exec(path.slice(at));
  if (found === null) return { problem: l10n.t('“[” has no “]”') };
  const [written, negation = '', members = ''] = found;
  for (const [range, from = '', to = ''] of members.matchAll(/([^])-([^])/gu)) {
    if (from > to) return { problem: l10n.t('“{0}” is the wrong way round', range) };
  }
  const escaped = members.replace(/[\\[\]^&~]/g, '\\$&');
  return { source: `[${negation === '' ? '' : '^/'}${escaped}]`, length: written.length, depth: 0 };
}

function escapeCharacter(character: string): string {
  return /[\\^$.|+()]/.test(character) ? `\\${character}` : character;
}
