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
  if (code === 'MULTIPLE_DOCS') return l10n.t('“---” or “...” ends it before its end');
  return message.split(/ at line|\n/)[0] ?? '';
}
