import * as l10n from '@vscode/l10n';
import type { YAMLParseError } from 'yaml';
import type { OffsetRange } from '../text/offset-range.ts';
import type { TemplateProblem } from './template.ts';
import { unquotedProblem } from './yaml-accidents.ts';

/** What is read of an error of the parser. */
type ParseError = Pick<YAMLParseError, 'code' | 'message' | 'pos'>;

/** Returns why a YAML text can’t be read: which text lacks quotes, else what the parser says. */
export function yamlSyntaxProblem(
  error: ParseError,
  yaml: string,
  start: number,
  part: 'front matter' | 'file',
): TemplateProblem {
  const unquoted = unquotedText(error, yaml);
  if (unquoted !== null) return unquotedProblem(unquoted, yaml, start);
  const reason = reasonOf(error);
  return {
    rule: 'invalid-template',
    message:
      part === 'file'
        ? l10n.t('The file is not valid YAML: {0}', reason)
        : l10n.t('The front matter is not valid YAML: {0}', reason),
    range: { start: start + error.pos[0], end: start + error.pos[1] },
    fix: null,
  };
}

/** Returns the text at an error that YAML takes for a part of its syntax: the value of a key, or an item of a list. */
function unquotedText({ code, pos: [start] }: ParseError, yaml: string): OffsetRange | null {
  const before = yaml.slice(yaml.lastIndexOf('\n', start - 1) + 1, start);
  const isInFlow = /[[{,][^\]}]*$/.test(before);
  const pattern = isInFlow ? /^[^,\]}\r\n"']+/ : /^[^\r\n"']+?(?=[ \t]*(?: #.*)?$)/m;
  const [text = ''] = pattern.exec(yaml.slice(start)) ?? [];
  const isMeant = code === 'BAD_SCALAR_START' || (nested.has(code) && /:(?:[ \t]|$)/.test(text));
  return isMeant && text !== '' ? { start, end: start + text.trimEnd().length } : null;
}

/** What the parser says of a colon in a text. */
const nested: ReadonlySet<string> = new Set(['BLOCK_AS_IMPLICIT_KEY', 'BLOCK_IN_FLOW']);

function reasonOf({ code, message }: ParseError): string {
  const known = reasons.find(({ of }) => of.test(`${code} ${message}`));
  return known?.inWords() ?? message.split(/ at line|\n/)[0] ?? '';
}

/** What the parser says, by its code or its words, as somebody who doesn't know YAML would read it. */
const reasons: readonly { readonly of: RegExp; readonly inWords: () => string }[] = [
  { of: /^MULTIPLE_DOCS/, inWords: () => l10n.t('“---” or “...” ends it before its end') },
  { of: /end with a \]/, inWords: () => l10n.t('“[” has no “]”') },
  { of: /end with a \}/, inWords: () => l10n.t('“{” has no “}”') },
  { of: / flow-seq-end /, inWords: () => l10n.t('“]” has no “[”') },
  { of: / flow-map-end /, inWords: () => l10n.t('“}” has no “{”') },
  { of: /Missing closing .quote/, inWords: () => l10n.t('a quotation mark isn’t closed') },
  { of: / block-seq-ind /, inWords: () => l10n.t('write each “- ” item on a line of its own') },
  {
    of: /^BAD_DQ_ESCAPE/,
    inWords: () => l10n.t('a backslash in double quotes begins an escape, so use single quotes'),
  },
  { of: /^DUPLICATE_KEY/, inWords: () => l10n.t('the key appears twice') },
  { of: /^TAB_AS_INDENT/, inWords: () => l10n.t('indent with spaces, not tabs') },
  {
    of: /^(?:BLOCK_AS_IMPLICIT_KEY|MULTILINE_IMPLICIT_KEY|UNEXPECTED_TOKEN)/,
    inWords: () =>
      l10n.t('write each key as “key: value” on a line of its own, indented as its neighbors are'),
  },
];
