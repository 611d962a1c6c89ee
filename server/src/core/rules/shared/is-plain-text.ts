import type { Paragraph } from 'mdast';
import { rangeOf } from '../../markdown/node-range.ts';

/** Returns whether an offset of a paragraph is in plain text, and not in emphasis, code or a link. */
export function isPlainText({ children }: Paragraph, offset: number): boolean {
  return children.every((child) => {
    const range = rangeOf(child);
    return child.type === 'text' || range === null || offset < range.start || range.end <= offset;
  });
}
