import { l10n, Uri, window, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type BaseLanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol/initialization-options.ts';
import { createAgentTools } from './agent-tools.ts';
import type { AgentTools } from './register-agent-tools.ts';
import { applyToLater } from './commands/apply-to-later.ts';
import { chooseTemplate } from './commands/choose-template.ts';
import type { CommandHandlers } from './commands/command-names.ts';
import { openExample, openGuardPage, openWalkthrough } from './commands/first-steps.ts';
import { configureSeverity, openRulePage } from './commands/configure-severity.ts';
import { fixAll } from './commands/fix-all.ts';
import { foldEmptyTeams } from './commands/fold-empty-teams.ts';
import { goToUpdate } from './commands/go-to-update.ts';
import { goToUnfilled } from './commands/go-to-unfilled.ts';
import { insertSection } from './commands/insert-section.ts';
import { createExplanations } from './commands/explain-minutes.ts';
import { makeDigest } from './commands/make-digest.ts';
import { migrateMinutes } from './commands/migrate-minutes.ts';
import { moveRow } from './commands/move-row.ts';
import { makeNewMinutes } from './commands/new-minutes.ts';
import { openTemplate } from './commands/open-template.ts';
import { openTemplateAtFinding } from './commands/open-template-at-finding.ts';
import { createKeyCommands } from './commands/press-key.ts';
import { refreshDrafts } from './commands/refresh-drafts.ts';
import { setUp } from './commands/set-up.ts';
import { showLocation, showLocations } from './commands/show-location.ts';
import { serveCommittedVersions } from './serve-committed-versions.ts';
import { askAgainWhenTrusted, chosenSettings } from './chosen-settings.ts';
import { createHoldBack, type HoldBack } from './hold-back.ts';
import { serveFiles } from './serve-files.ts';
import { showExpected } from './views/expected-view.ts';
import { showOpenActions } from './views/open-actions-view.ts';
import { createBoardPanels } from './views/board-panel.ts';
import { createHistoryPanels } from './views/history-panel.ts';
import { showMail } from './views/mail-panel.ts';
import { createLastMinutes } from './views/last-minutes.ts';
import { showSeries } from './views/series-view.ts';
import { followCursor } from './views/follow-cursor.ts';
import { markUnfilled } from './views/mark-unfilled.ts';
import { offerPasteAsMinutes, pasteAsMinutes } from './views/paste-as-minutes.ts';
import { followPreviews, type PreviewTemplates } from './views/preview.ts';
import { showSingleOutline } from './views/single-outline.ts';
import { proposeTemplates } from './views/template-proposals.ts';
import { showTemplateStatus } from './views/template-status.ts';
import { showTrustStatus } from './views/trust-status.ts';

/** Creates the language client, which differs between the desktop and the browser. */
export type CreateClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** What the extension does once the server runs. */
export interface StartedClient {
  readonly handlers: CommandHandlers;
  readonly tools: AgentTools;
}

/** Starts the server, shows what it says of the active editor, and returns what commands and tools do. */
export async function startClient(
  context: ExtensionContext,
  createClient: CreateClient,
  previews: PreviewTemplates,
): Promise<StartedClient> {
  const output = window.createOutputChannel('Meeting Minutes', { log: true });
  const holdBack = createHoldBack();
  const client = await createClient(clientOptions(context, output, holdBack));
  holdBack.watch(client);
  const proposals = proposeTemplates((template) => reportCreated(client, template));
  const explanations = createExplanations(client);
  const status = showTemplateStatus(client);
  const lastMinutes = createLastMinutes(status);
  const histories = createHistoryPanels(client, context);
  const boards = createBoardPanels(client, context);
  const openActions = showOpenActions(client, status.onStatus);
  const expected = showExpected(client, lastMinutes, status.onStatus);
  context.subscriptions.push(
    output,
    holdBack,
    client,
    status.disposable,
    showTrustStatus(),
    askAgainWhenTrusted(client),
    serveCommittedVersions(client),
    ...serveFiles(client),
    followCursor(status.isClaimed),
    showSingleOutline(client, status.isClaimed, status.onStatus),
    followPreviews(client, previews, status.onStatus),
    offerPasteAsMinutes(client, markdownSelector(), status.isClaimed),
    markUnfilled(client, ({ document }) => status.isClaimed(document), status.onStatus),
    expected.disposable,
    proposals.disposable,
    showSeries(client, lastMinutes, status.onStatus),
    openActions.disposable,
    explanations.disposable,
    histories.disposable,
    boards.disposable,
  );
  await client.start();
  const handlers: CommandHandlers = {
    setUp: (place) => setUp(client, proposals, place),
    createTemplate: () => proposals.create(),
    newMinutes: (place) => makeNewMinutes(client, place),
    migrateMinutes: (place) => migrateMinutes(client, place),
    refreshDrafts: (place) => refreshDrafts(client, place),
    openExample,
    openGuardPage: () => openGuardPage(context),
    openWalkthrough: () => openWalkthrough(context),
    chooseTemplate: () => chooseTemplate(client),
    openTemplate: () => openTemplate(status.current()),
    openTemplateAtFinding,
    fixAll: () => fixAll(client),
    insertTeam: (name) => insertSection(client, 'team', name),
    insertSection: (name) => insertSection(client, 'section', name),
    restartServer: () => restart(client),
    showOutput: () => {
      output.show();
      return Promise.resolve();
    },
    showLocation,
    showLocations,
    nextUnfilled: () => goToUnfilled(client, 'next'),
    previousUnfilled: () => goToUnfilled(client, 'previous'),
    previousUpdate: (uri, position) => goToUpdate(client, 'previous', uri, position),
    nextUpdate: () => goToUpdate(client, 'next'),
    applyToLater: () => applyToLater(client),
    foldEmptyTeams: () => foldEmptyTeams(client),
    moveRow,
    pasteAsMinutes,
    configureSeverity,
    openRulePage,
    ...createKeyCommands(),
    showAll: () => expected.filter('all'),
    showMissing: () => expected.filter('missing'),
    showMine: () => expected.filter('mine'),
    makeDigest: () => makeDigest(client),
    explainMinutes: explanations.show,
    showHistory: () => histories.show(),
    showRoadmapBoard: () => boards.show(lastMinutes()),
    copyForMail: () => showMail(client, context),
    openAction: (action) => openActions.open(action),
    actionsByOwner: () => openActions.group('owner'),
    actionsByMeeting: () => openActions.group('meeting'),
    showAllActions: () => openActions.filter('all'),
    showMyActions: () => openActions.filter('mine'),
  };
  return { handlers, tools: createAgentTools(client) };
}

/** Has the server read a new file at once; the editor watches files with a delay. */
async function reportCreated(client: BaseLanguageClient, file: Uri): Promise<void> {
  const uri = client.code2ProtocolConverter.asUri(file);
  const changes: FileEvent[] = [{ uri, type: FileChangeType.Created }];
  await client.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}

function clientOptions(
  context: ExtensionContext,
  outputChannel: LogOutputChannel,
  { middleware }: HoldBack,
): LanguageClientOptions {
  const pages = Uri.joinPath(context.extensionUri, 'docs/rules/');
  return {
    documentSelector: [
      ...markdownSelector(),
      ...documentSchemes().map((scheme) => ({ scheme, pattern: '**/.minutes/**/*.{yml,yaml}' })),
    ],
    initializationOptions: {
      rulePages: pages.toString(),
      fileRequests: true,
      committedVersions: true,
      lineDates: true,
      pushDiagnostics: false,
      statusNotifications: true,
      showLocationCommand: 'minutes.showLocation',
      showLocationsCommand: 'minutes.showLocations',
      previousUpdateCommand: 'minutes.previousUpdate',
      configureSeverityCommand: 'minutes.configureSeverity',
      openRulePageCommand: 'minutes.openRulePage',
      translations: l10n.bundle ?? null,
      settings: null,
    } satisfies InitializationOptions,
    diagnosticPullOptions: { onChange: true },
    middleware: { ...middleware, workspace: { configuration: chosenSettings } },
    outputChannel,
  };
}

function markdownSelector(): { scheme: string; language: string }[] {
  return documentSchemes().map((scheme) => ({ scheme, language: 'markdown' }));
}

/** The schemes of documents that a template may claim; others are past versions and the like. */
function documentSchemes(): readonly string[] {
  const folders = workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', ...folders.map(({ uri }) => uri.scheme)])];
}
