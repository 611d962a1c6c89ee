import type { TemplateSource } from '../claims/choose-template.ts';

/** Returns whether two templates are one series' in different eras: beside each other, with a glob in common. */
export function isSameSeries(a: TemplateSource, b: TemplateSource): boolean {
  if (a.id === b.id) return true;
  if (a.root === null || a.root !== b.root) return false;
  const globs = b.template.options.files;
  return a.template.options.files.some((glob) => !glob.startsWith('!') && globs.includes(glob));
}
