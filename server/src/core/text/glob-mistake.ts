import * as l10n from '@vscode/l10n';

interface Mistake {
  readonly pattern: RegExp;
  /** Says what is wrong, given what the pattern found. */
  readonly problem: (found: string) => string;
}

/** What other languages of patterns have, and no glob here; each would match nothing, or something else. */
const mistakes: readonly Mistake[] = [
  { pattern: /^[A-Za-z][A-Za-z+.-]+:(?=\/\/)|^[A-Za-z]:(?=[\\/])/, problem: outside },
  { pattern: /^(?:~|\$\w+|\$\{\w+\}|%\w+%)(?=[\\/])/, problem: outside },
  {
    pattern: /^\^|\$$|\.[*+]\\\.|\\d(?:[+*]|\{\d)/,
    problem: () => l10n.t('it is a regular expression: write a glob, such as “weekly/*.md”'),
  },
  {
    pattern: /[\r\n]|\.(?:md|markdown)(?:[,;](?![^{]*\})\s*|\s+)(?=\S)/i,
    problem: () => l10n.t('it is several globs: make a list of them'),
  },
  {
    pattern: /[@+!]\([^()]*\)|[?*]?\([^()]*\|[^()]*\)/,
    problem: (found) => l10n.t('“{0}” is not an alternative: write “{a,b}”', found),
  },
  {
    pattern: /\{[^{},]*\.\.[^{},]*\}/,
    problem: (found) => l10n.t('“{0}” is not a list: name each, as in “{a,b}”', found),
  },
  {
    pattern: /\{[A-Za-z][\w-]*\??(?::[^{},]*)?\}/,
    problem: (found) => l10n.t('“{0}” is a placeholder: write “*”', found),
  },
  { pattern: /\{\}/, problem: (found) => l10n.t('“{0}” is empty', found) },
  {
    pattern: /\[:\w+:\]/,
    problem: (found) => l10n.t('“{0}” is not a range: write one, as in “[0-9]”', found),
  },
  { pattern: /\[[!^]\]/, problem: (found) => l10n.t('“{0}” names no character', found) },
];

/** Returns what is wrong with a glob that is written in another language of patterns; null where it is not. */
export function globMistake(glob: string): string | null {
  for (const { pattern, problem } of mistakes) {
    const found = pattern.exec(glob.trim());
    if (found !== null) return problem(found[0]);
  }
  return null;
}

function outside(found: string): string {
  return l10n.t('“{0}” leads out of the folder', found);
}
