import type { TemplateSource } from './choose-template.ts';

/** Returns the templates among some that are beside one in its folder, given by its id. */
export function templatesBeside(
  id: string,
  among: readonly TemplateSource[],
): readonly TemplateSource['template'][] {
  const folder = folderOf(id);
  const isBeside = (other: string): boolean =>
    other !== id && other.startsWith(folder) && !other.includes('/', folder.length);
  return among.filter((other) => isBeside(other.id)).map(({ template }) => template);
}

function folderOf(id: string): string {
  return id.slice(0, id.lastIndexOf('/') + 1);
}
