import type { Configuration } from '../template/configuration.ts';
import { isTemplateFile } from '../template/parse-template.ts';
import {
  applyTemplate,
  chooseTemplate,
  isReadme,
  isTemplatePath,
  relativePath,
  type ClaimInput,
  type Claim,
  type TemplateSource,
} from './choose-template.ts';

/** A document with all that decides whether a template claims it, and which one. */
export interface DocumentToClaim extends ClaimInput {
  /** The URI or path of the document, as the ids of templates are written; null where it has none. */
  readonly id: string | null;
  /** The template that the user chose for all minutes; null without such a choice. */
  readonly chosen: TemplateSource | null;
  /** What the nearest `.minutes/config.yml` excludes, with the path of the folder that its globs are relative to. */
  readonly configuration: Pick<Configuration, 'excludingGlob'> & { readonly root: string | null };
}

/**
 * Returns what a document is: a template, excluded, or claimed by the template that the user chose,
 * else by the one that modelines, settings and the nearest `.minutes/` choose.
 */
export function decideClaim(document: DocumentToClaim): Claim {
  const { id, path, text, chosen, nearest, settings } = document;
  const sources = [chosen, ...nearest, ...settings.map(({ source }) => source)];
  if (sources.some((source) => source !== null && source.id === id)) return { state: 'template' };
  if (isTemplatePath(path)) {
    return { state: path !== null && isTemplateFile(text, path) ? 'template' : 'unclaimed' };
  }
  const excludedBy = excludingGlob(document);
  if (excludedBy !== null) return { state: 'unclaimed', excludedBy };
  return chosen === null || isReadme(path)
    ? chooseTemplate(document)
    : applyTemplate(chosen, { kind: 'chosen' });
}

function excludingGlob({ path, configuration }: DocumentToClaim): string | null {
  const relative = path === null ? null : relativePath(configuration.root, path);
  return relative === null ? null : configuration.excludingGlob(relative);
}
