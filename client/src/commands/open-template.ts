import { l10n, Uri, window } from 'vscode';
import type { TemplateLink, TemplateStatus } from '../../../server/src/protocol/template-status.ts';

/** Opens the template of the active editor; asks which where several claim it. */
export async function openTemplate(status: TemplateStatus | null): Promise<void> {
  const template = await pickTemplate(linkedTemplates(status));
  if (template !== undefined) await window.showTextDocument(Uri.parse(template.uri));
}

function linkedTemplates(status: TemplateStatus | null): readonly TemplateLink[] {
  switch (status?.state) {
    case 'checked':
      return [status.template];
    case 'ambiguous':
    case 'invalid-template':
    case 'no-era':
      return status.templates;
    default:
      return [];
  }
}

async function pickTemplate(templates: readonly TemplateLink[]): Promise<TemplateLink | undefined> {
  if (templates.length === 0) {
    await window.showInformationMessage(l10n.t('No template claims this file.'));
  }
  if (templates.length < 2) return templates[0];
  const picks = templates.map(({ name, uri }) => ({ label: name, description: uri, uri, name }));
  return window.showQuickPick(picks, { title: l10n.t('Open Template') });
}
