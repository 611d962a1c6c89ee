import { l10n, Uri, window, workspace, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  migrateRequest,
  type Migration,
  type MigrationAnswer,
  type MigrationParams,
} from '../../../server/src/protocol/migrate.ts';

type MigrationTarget = NonNullable<MigrationParams['to']>;

/** Says how a template changed, and writes that into the minutes or keeps these as they are, after a preview. */
export async function migrateMinutes(client: BaseLanguageClient, place: unknown): Promise<void> {
  const uri = place instanceof Uri ? place : window.activeTextEditor?.document.uri;
  const asked: MigrationParams = {
    uri: uri === undefined ? null : client.code2ProtocolConverter.asUri(uri),
    template: null,
    before: null,
    to: null,
  };
  const ask = (params: MigrationParams): Promise<MigrationAnswer> =>
    client.sendRequest(migrateRequest, params);
  const template = await chooseTemplate(await ask(asked));
  if (template === undefined) return;
  const known = await ask({ ...asked, template });
  const before = known.migration === null ? await chooseEarlierVersion() : null;
  if (before === undefined) return;
  const { migration } = before === null ? known : await ask({ ...asked, template, before });
  const to = migration && (await chooseTarget(migration));
  if (!to) return;
  const edit = (await ask({ ...asked, template, before, to })).migration?.edit;
  if (!edit) {
    window.setStatusBarMessage(l10n.t('There is nothing to change.'), 5000);
    return;
  }
  const changes = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  await workspace.applyEdit(changes, { isRefactoring: true });
}

async function chooseTemplate({ templates }: MigrationAnswer): Promise<string | undefined> {
  const [only, ...others] = templates;
  if (only === undefined) {
    await window.showInformationMessage(l10n.t('There is no template for minutes here yet.'));
    return undefined;
  }
  if (others.length === 0) return only.uri;
  const picks = templates.map(({ name, uri }) => ({ label: name, uri }));
  return (await window.showQuickPick(picks, { title: title() }))?.uri;
}

/** Without a committed version, the user may have the template as it was in a file. */
async function chooseEarlierVersion(): Promise<string | undefined> {
  const choose = l10n.t('Choose File…');
  const answer = await window.showInformationMessage(
    l10n.t('The template has no committed version. Choose a file with the template as it was.'),
    choose,
  );
  if (answer !== choose) return undefined;
  const [file] = (await window.showOpenDialog({ filters: { Markdown: ['md'] } })) ?? [];
  return file && new TextDecoder().decode(await workspace.fs.readFile(file));
}

async function chooseTarget(migration: Migration): Promise<MigrationTarget | undefined> {
  const { changes, drafts, all, renames, lastDay } = migration;
  if (changes.length === 0) {
    window.setStatusBarMessage(
      l10n.t('Nothing that minutes need has changed in the template.'),
      5000,
    );
    return undefined;
  }
  const picks: (QuickPickItem & { to: MigrationTarget })[] = [
    { to: 'drafts', label: l10n.t('Change the drafts'), description: countOf(drafts) },
    { to: 'all', label: l10n.t('Change all minutes'), description: countOf(all) },
    {
      to: 'era',
      label: l10n.t('Keep the minutes up to {0} with the template as it was', lastDay),
      detail: l10n.t('A second template is made, which ends on that day.'),
    },
    ...(renames
      ? [{ to: 'aliases' as const, label: l10n.t('Accept the old names in the template, too') }]
      : []),
  ];
  const offered = picks.filter(
    ({ to }) => (to !== 'drafts' || drafts > 0) && (to !== 'all' || all > 0),
  );
  const placeHolder = changes.join(' · ');
  return (await window.showQuickPick(offered, { title: title(), placeHolder }))?.to;
}

function countOf(count: number): string {
  return count === 1 ? l10n.t('1 meeting') : l10n.t('{0} meetings', count);
}

function title(): string {
  return l10n.t('Migrate Minutes');
}
