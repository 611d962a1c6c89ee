import { agendaItemsIn } from '../minutes/agenda-items.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { PlaceholderContext } from './placeholder.ts';
import type { TemplateHeading } from './template-heading.ts';
import { createPattern, type TextPattern } from './text-pattern.ts';

/** Returns what the items of a template's agenda match; null where it has no list. */
export function readAgendaItems(
  document: Minutes,
  own: TemplateHeading,
  context: PlaceholderContext,
): readonly TextPattern[] | null {
  const items = agendaItemsIn(document, own.bodyRange);
  return items?.map(({ text }) => createPattern(text, context)) ?? null;
}

/** Returns whether a template's heading is that of an agenda. */
export function isAgenda({ heading, refinements }: TemplateHeading): boolean {
  return refinements.agenda || /^agenda$/i.test(heading.text);
}
