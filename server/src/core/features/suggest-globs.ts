/**
 * Returns globs that hold a file and others like it, the likeliest first:
 * those of its series where its name or folder has a date, those in its folder, the file alone.
 * The path is relative to the folder of the globs.
 */
export function suggestGlobs(path: string): readonly string[] {
  const literal = path.replace(/[*?[\]{}()!\\]/g, '?');
  const split = literal.lastIndexOf('/') + 1;
  const folder = literal.slice(0, split);
  const name = literal.slice(split);
  const series = seriesName(name);
  const years = folder.replace(/(?<=^|\/)(?:19|20)\d\d(?=\/)/g, '*');
  const wider = [years + series, folder + series, `${years}*.md`, `${folder}*.md`];
  return [...new Set([...wider.filter((glob) => glob !== literal), literal])];
}

const date = /(?:19|20)\d\d(?:[-_.]?\d\d){0,2}|\d\d?[-_.]\d\d?[-_.](?:19|20)\d\d/;

function seriesName(name: string): string {
  return name.replace(date, '*');
}
