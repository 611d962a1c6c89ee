import {
  l10n,
  QuickPickItemKind,
  window,
  workspace,
  type QuickPickItem,
  type TextDocument,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  templateChoicesRequest,
  type TemplateChoice,
  type TemplateChoices,
} from '../../../server/src/protocol/template-choices.ts';
import { applyToFile, applyToGlob } from './apply-template.ts';

/** Lets the user choose the template of the active editor, for this file alone or for all like it. */
export async function chooseTemplate(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== 'markdown') {
    await window.showInformationMessage(l10n.t('Open a Markdown file to choose its template.'));
    return;
  }
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const choices = await client.sendRequest(templateChoicesRequest, { uri });
  const template = await pickTemplate(choices, document);
  if (template === undefined) return;
  const reach = await pickReach(template, choices.globs);
  if (reach === 'file') await applyToFile(document, template.modeline, client);
  else if (reach !== undefined) await applyToGlob(document, reach.glob, template.setting);
}

/** A template as the user chose it. */
type ChosenTemplate = Pick<TemplateChoice, 'name' | 'setting' | 'modeline'>;

interface TemplatePick extends QuickPickItem {
  readonly template?: ChosenTemplate;
}

async function pickTemplate(
  { templates, globs }: TemplateChoices,
  document: TextDocument,
): Promise<ChosenTemplate | undefined> {
  const picks: TemplatePick[] = [
    ...groupOf(l10n.t('templates'), templates, 'file'),
    ...groupOf(l10n.t('presets'), templates, 'preset'),
  ];
  const browse: TemplatePick = { label: l10n.t('$(folder-opened) Choose a File…') };
  const offered =
    globs.length > 0 && workspace.isTrusted ? [...picks, separator(''), browse] : picks;
  const pick = await window.showQuickPick(offered, {
    title: l10n.t('Choose the Template of These Minutes'),
    matchOnDescription: true,
  });
  return pick === browse ? browseForTemplate(document) : pick?.template;
}

function groupOf(
  title: string,
  templates: readonly TemplateChoice[],
  origin: TemplateChoice['origin'],
): TemplatePick[] {
  const picks = templates
    .filter((template) => template.origin === origin)
    .map((template) => ({
      label: template.current ? `$(check) ${template.name}` : template.name,
      description: origin === 'file' ? template.setting : '',
      template,
    }));
  return picks.length === 0 ? [] : [separator(title), ...picks];
}

function separator(label: string): TemplatePick {
  return { label, kind: QuickPickItemKind.Separator };
}

/** Lets the user choose any Markdown file of the document's folder; it is named by its path. */
async function browseForTemplate(document: TextDocument): Promise<ChosenTemplate | undefined> {
  const folder = workspace.getWorkspaceFolder(document.uri);
  const [file] =
    (await window.showOpenDialog({
      title: l10n.t('Choose the Template of These Minutes'),
      openLabel: l10n.t('Choose'),
      filters: { Markdown: ['md'] },
      ...(folder && { defaultUri: folder.uri }),
    })) ?? [];
  if (file === undefined) return undefined;
  if (folder === undefined || workspace.getWorkspaceFolder(file) !== folder) {
    await window.showWarningMessage(
      l10n.t('A template must be in the same workspace folder as its minutes.'),
    );
    return undefined;
  }
  const setting = workspace.asRelativePath(file, false);
  return { name: setting, setting, modeline: [] };
}

interface ReachPick extends QuickPickItem {
  readonly reach: 'file' | { readonly glob: string };
}

/** Lets the user say which files the template is for. */
async function pickReach(
  template: ChosenTemplate,
  globs: readonly string[],
): Promise<ReachPick['reach'] | undefined> {
  const settings = workspace.isTrusted ? globs : [];
  const picks: ReachPick[] = settings.map((glob) => ({
    label: /[*?]/.test(glob)
      ? l10n.t('All files that match {0}', glob)
      : l10n.t('The file {0}', glob),
    description: l10n.t('in the workspace settings'),
    reach: { glob },
  }));
  if (template.modeline.length > 0) {
    const label = l10n.t('This file alone');
    picks.push({ label, description: l10n.t('by a line in the file'), reach: 'file' });
  }
  const title = workspace.isTrusted
    ? l10n.t('Use “{0}” For', template.name)
    : l10n.t(
        'Use “{0}” For (Restricted Mode: the workspace’s settings are not used)',
        template.name,
      );
  return (await window.showQuickPick(picks, { title }))?.reach;
}
