import type { TemplateSource } from '../../core/claims/choose-template.ts';
import { fileNameOf } from './document-uri.ts';

/** Scheme of the read-only documents that show presets. */
export const presetScheme = 'minutes-preset';

/** Returns the URI under which a template opens: its file's, or that of a preset's read-only document. */
export function templateUri({ id, root }: TemplateSource): string {
  return root === null ? `${presetScheme}:/${id.slice(presetScheme.length + 1)}.md` : id;
}

/** Returns the name of the preset that a read-only document shows. */
export function presetName(uri: string): string {
  return fileNameOf(uri).replace(/\.md$/, '');
}
