import { findSeries } from './found-series.ts';
import { seriesGlobs } from './series-globs.ts';
import { frontMatterOf } from './write-template.ts';

/** The front matter of a template for one series. */
export interface SeriesFrontMatter {
  /** A word for the series. */
  readonly name: string;
  /** The front matter with both of its fences. */
  readonly text: string;
}

/**
 * Returns the front matter that claims each series among the files of a folder, the one with the latest minutes first;
 * one that claims all Markdown where there is no series. Paths are relative to the folder, with `/` between their parts.
 */
export function seriesFrontMatter(
  paths: readonly string[],
  folderName: string,
): readonly SeriesFrontMatter[] {
  const { series } = findSeries(
    paths.map((path) => ({ path, text: path })),
    folderName,
  );
  const found = series.map(({ name, form, files }) => {
    const own = new Set(files.map(({ path }) => path));
    const others = paths.filter((path) => !own.has(path));
    const fileName = form.name.includes('{') ? form.name : null;
    return { name, text: write(seriesGlobs(form, [...own], others), fileName) };
  });
  return found.length > 0 ? found : [{ name: folderName, text: write(['**/*.md'], null) }];
}

function write(files: readonly string[], fileName: string | null): string {
  return frontMatterOf({
    files,
    fileName,
    from: null,
    until: null,
    locale: null,
    schedule: null,
    unfilled: [],
    cancelled: [],
    roster: [],
  });
}
