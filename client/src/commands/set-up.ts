import { l10n, ProgressLocation, Uri, window, workspace, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  setUpRequest,
  type ProposedTemplate,
  type SetUpChoices,
} from '../../../server/src/protocol/set-up.ts';
import type { TemplateProposals } from '../views/template-proposals.ts';

/** Proposes templates for the minutes of a folder, and shows them with what they would find before anything is written. */
export async function setUp(
  client: BaseLanguageClient,
  proposals: TemplateProposals,
  place: unknown,
): Promise<void> {
  const folder = place instanceof Uri ? place : await chooseFolder();
  if (folder === undefined) return;
  const choices = await window.withProgress(
    { location: ProgressLocation.Window, title: l10n.t('Reading minutes') },
    () => client.sendRequest(setUpRequest, { folder: client.code2ProtocolConverter.asUri(folder) }),
  );
  const chosen = await choose(choices);
  if (chosen !== undefined && chosen.length > 0) await proposals.show(folder, chosen);
}

async function chooseFolder(): Promise<Uri | undefined> {
  const [only, ...others] = workspace.workspaceFolders ?? [];
  if (only !== undefined && others.length === 0) return only.uri;
  if (only !== undefined) {
    return (await window.showWorkspaceFolderPick({ placeHolder: l10n.t('Set Up Which Folder?') }))
      ?.uri;
  }
  const [folder] =
    (await window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      openLabel: l10n.t('Set Up'),
    })) ?? [];
  return folder;
}

interface TemplatePick extends QuickPickItem {
  /** Null for the presets. */
  readonly templates: readonly ProposedTemplate[] | null;
}

/** Lets the user choose what was found, one template or all, or a preset; one series alone needs no question. */
async function choose(choices: SetUpChoices): Promise<readonly ProposedTemplate[] | undefined> {
  const { proposals, presets } = choices;
  if (proposals.length === 0) return choosePreset(presets);
  if (proposals.length === 1) return proposals;
  const picks: TemplatePick[] = [
    {
      label: l10n.t('All {0} Templates', proposals.length),
      description: l10n.t('one for each series of minutes and each form it had'),
      templates: proposals,
    },
    ...proposals.map((proposal) => ({
      label: proposal.name,
      description: proposal.description,
      templates: [proposal],
    })),
    { label: l10n.t('None of These: a Preset…'), templates: null },
  ];
  const title = l10n.t('Set Up Meeting Minutes');
  const pick = await window.showQuickPick(picks, { title, matchOnDescription: true });
  return pick?.templates === null ? choosePreset(presets) : pick?.templates;
}

async function choosePreset(
  presets: readonly ProposedTemplate[],
): Promise<readonly ProposedTemplate[] | undefined> {
  const picks = presets.map((preset) => ({
    label: preset.name,
    detail: preset.description,
    templates: [preset],
  }));
  const pick = await window.showQuickPick(picks, {
    title: l10n.t('Set Up Meeting Minutes: Begin with a Preset'),
    placeHolder: l10n.t('There are no three minutes here that are named alike.'),
    matchOnDetail: true,
  });
  return pick?.templates;
}
