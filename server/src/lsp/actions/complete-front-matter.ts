import * as l10n from '@vscode/l10n';
import { isTemplatePath } from '../../core/claims/choose-template.ts';
import { seriesFrontMatter } from '../../core/deriving/series-front-matter.ts';
import type { Completion } from '../../core/features/completion/completion-place.ts';
import { fileNameOf, parentOf, pathOf, relativePath } from '../documents/document-uri.ts';
import { markdownFiles } from '../documents/markdown-files.ts';
import type { Snapshot } from '../documents/take-snapshot.ts';
import type { Session } from '../session.ts';

/**
 * Returns front matter for a file in a `.minutes/` folder whose first line is empty, or begins like the prefix of our snippets:
 * one for each series among the files beside that folder.
 */
export async function completeFrontMatter(
  { uri, document: { text } }: Snapshot,
  offset: number,
  { files }: Session,
): Promise<readonly Completion[]> {
  if (!isTemplatePath(pathOf(uri))) return [];
  const typed = /^\uFEFF?(\w*)$/.exec(text.slice(0, offset))?.[1];
  if (typed === undefined || !prefix.startsWith(typed) || text.startsWith('---')) return [];
  const folder = parentOf(parentOf(uri));
  const paths: string[] = [];
  for await (const file of markdownFiles(files, [folder])) {
    const path = relativePath(folder, file);
    if (!path.split('/').includes('.minutes')) paths.push(path);
  }
  return seriesFrontMatter(paths, fileNameOf(folder)).map(({ name, text: frontMatter }) => ({
    kind: 'template',
    label: `${prefix} ${name}`,
    detail: l10n.t('The front matter that makes a file in .minutes/ a template'),
    help: frontMatter,
    range: { start: offset - typed.length, end: offset },
    text: frontMatter,
    snippet: null,
  }));
}

const prefix = 'minutesFrontMatter';
