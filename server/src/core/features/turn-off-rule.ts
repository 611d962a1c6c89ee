import { findFrontMatter } from '../markdown/front-matter-place.ts';
import { lineEndingOf } from '../text/insert-block.ts';
import { sliceRange } from '../text/offset-range.ts';
import type { TextEdit } from '../text/text-edit.ts';

/** Returns the edit that turns a rule off in a template's front matter; null where there is no place for it. */
export function turnOffRule(template: string, rule: string): TextEdit | null {
  const front = findFrontMatter(template);
  if (front === null) return null;
  const { start } = front.content;
  const content = sliceRange(template, front.content);
  const eol = lineEndingOf(template);
  const own = new RegExp(`^([ \\t]+)${rule}:.*$`, 'm').exec(content);
  if (own !== null) {
    const at = start + own.index;
    return { range: { start: at, end: at + own[0].length }, text: `${own[1] ?? '  '}${rule}: off` };
  }
  const rules = /^rules:(.*)$/m.exec(content);
  if (rules === null) return insertion(start + content.length, `rules:${eol}  ${rule}: off${eol}`);
  const isBlock = /^[ \t]*(?:#.*)?$/.test(rules[1] ?? '');
  return isBlock ? insertion(start + rules.index + rules[0].length, `${eol}  ${rule}: off`) : null;
}

function insertion(offset: number, text: string): TextEdit {
  return { range: { start: offset, end: offset }, text };
}
