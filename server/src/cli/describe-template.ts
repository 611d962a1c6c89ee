import * as l10n from '@vscode/l10n';
import { basename, dirname } from 'node:path';
import { describeTemplate, type TemplateDescription } from '../core/features/describe-template.ts';
import { claimDocument } from './claim-document.ts';
import { decodeText } from './decode-text.ts';
import { UsageError, type Environment } from './environment.ts';
import { createTemplates } from './templates.ts';

/**
 * Returns what the template that claims a path, or that is named, expects of minutes on a day.
 * The path need not exist.
 * @throws UsageError where no template claims it, or there is none of that name.
 */
export function describeTemplateFor(
  path: string,
  template: string | undefined,
  { files, today }: Pick<Environment, 'files' | 'today'>,
): TemplateDescription {
  const templates = createTemplates(files, () => undefined);
  const named = template === undefined ? null : templates.named(template);
  if (named !== null) return describeTemplate(named.template, templates.rosterOf(named), today);
  const location = files.absolute(path);
  const document = { path, location, within: dirname(location), origin: 'named' as const };
  const read = files.read(path);
  const decoded = 'bytes' in read ? decodeText(read.bytes) : { text: '' };
  const text = 'text' in decoded ? decoded.text : '';
  const claiming = { templates, chosen: null, profile: 'auto' as const, today, severities: {} };
  const claimed = claimDocument(document, text, claiming);
  if (claimed.kind !== 'minutes') {
    throw new UsageError(l10n.t('no template claims {0}', basename(path)));
  }
  const { source } = claimed;
  return describeTemplate(source.template, templates.rosterOf(source), today);
}
