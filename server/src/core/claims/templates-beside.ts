import type { TemplateSource } from './choose-template.ts';

/** Returns the templates among some that are beside one in its folder, given by its id. */
export function templatesBeside(
  id: string,
  among: readonly TemplateSource[],
): readonly TemplateSource['template'][] {
  return among
    .filter((other) => other.id !== id && folderOf(other.id) === folderOf(id))
    .map(({ template }) => template);
}

function folderOf(id: string): string {
  return id.slice(0, id.lastIndexOf('/') + 1);
}
