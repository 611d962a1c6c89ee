import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { readMinutes } from '../minutes/read-minutes.ts';
import type { Template } from '../template/template.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { cachedByObject } from '../text/cached.ts';
import { linesIn } from './field-match.ts';

/** A value that minutes have in one of the template's fields. */
export interface WrittenValue {
  /** The label as it is compared. */
  readonly key: string;
  readonly value: string;
}

/** Returns the values in a text of minutes on the lines of the template's fields; texts are not read for a template without fields. */
export function writtenValues(text: string, template: Template): readonly WrittenValue[] {
  const { keys } = fieldKeys(template);
  if (keys.size === 0) return [];
  const minutes = readMinutes(parseMarkdown(text));
  return linesIn(minutes, { start: 0, end: text.length }).flatMap(({ label }) =>
    label !== null && label.value !== '' && keys.has(label.key)
      ? [{ key: label.key, value: label.value }]
      : [],
  );
}

/** Returns the labels of a template’s fields as they are compared. */
export const fieldKeys = cachedByObject((template: Template) => {
  const keysOf = ({ fields, children }: TemplateSection): readonly string[] => [
    ...fields.map(({ key }) => key),
    ...children.flatMap(keysOf),
  ];
  const own = template.preamble.fields.map(({ key }) => key);
  return { keys: new Set([...own, ...template.sections.flatMap(keysOf)]) };
});
