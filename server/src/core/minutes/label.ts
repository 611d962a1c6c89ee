import { normalizeText } from '../text/normalize-text.ts';

/** What a line such as `**Date:** 2018-06-26` begins with. */
export interface Label {
  /** Without its marks and the colon. */
  readonly name: string;
  /** The name as it is compared. */
  readonly key: string;
  /** As it is written, with its marks and the colon. */
  readonly source: string;
  /** What follows, without the white space around it and the marks that only close there. */
  readonly value: string;
  /** Offset of the value in the line. */
  readonly valueStart: number;
}

const label =
  /^(?:\[[ xX]\][ \t]+)?(\*{1,3}|_{1,3}|`)?([^:：*_`<>|[\]{}\s][^:：*_`<>|[\]{}]{0,80}?)[ \t]*(\*{1,3}|_{1,3}|`)?[ \t]*[:：](?!\/\/)(\*{1,3}|_{1,3}|`)?/;

/** Returns the label that a line begins with: one to five words without sentence punctuation before a colon, as a full stop within a word is none; null where it has none. */
export function readLabel(line: string): Label | null {
  const match = label.exec(line);
  if (match === null) return null;
  const [all, opening = '', name = '', before = '', after = ''] = match;
  const closed = before === opening || after === opening;
  if (opening === '' ? before + after !== '' : !closed && before + after !== '') return null;
  if (/[,;!?]|\.(?!\p{L})/u.test(name) || name.split(/\s+/).length > 5 || !/\p{L}/u.test(name))
    return null;
  const rest = line.slice(all.length);
  const space = /^\s*/.exec(rest)?.[0].length ?? 0;
  const value = withoutClosing(rest.trim(), before + after === '' ? opening : '');
  const unclosed = before + after === '' ? opening : '';
  const source = all.replace(/^\[[ xX]\][ \t]+/, '') + unclosed;
  return { name, key: normalizeText(name), source, value, valueStart: all.length + space };
}

function withoutClosing(value: string, marks: string): string {
  return marks !== '' && value.endsWith(marks) ? value.slice(0, -marks.length).trimEnd() : value;
}
