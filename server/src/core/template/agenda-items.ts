import { plainText } from '../minutes/plain-text.ts';
import { blocksIn, type Minutes } from '../minutes/read-minutes.ts';
import type { PlaceholderContext } from './placeholder.ts';
import type { TemplateHeading } from './template-heading.ts';
import { createPattern, type TextPattern } from './text-pattern.ts';

/** Returns the top-level items of an agenda's list; null where it has no list. */
export function readAgendaItems(
  document: Minutes,
  own: TemplateHeading,
  context: PlaceholderContext,
): readonly TextPattern[] | null {
  const lists = blocksIn(document, own.bodyRange).flatMap(({ node }) =>
    node.type === 'list' ? [node] : [],
  );
  if (lists.length === 0) return null;
  return lists.flatMap((list) =>
    list.children.flatMap((item) => {
      const first = item.children[0];
      return first === undefined ? [] : [createPattern(plainText(first), context)];
    }),
  );
}
