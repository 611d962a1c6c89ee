import * as l10n from '@vscode/l10n';
import {
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { readInitializationOptions } from '../protocol/initialization-options.ts';
import { readSettings } from '../protocol/settings.ts';
import type { Translations } from '../protocol/translations.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { followChanges, registerWatchedFiles } from './follow-changes.ts';
import { codeActionOptions, handleCodeActions } from './handlers/code-actions.ts';
import { handleCodeLenses } from './handlers/code-lenses.ts';
import { completionTriggers, handleCompletion } from './handlers/completion.ts';
import {
  diagnosticOptions,
  handleDiagnostics,
  registerDiagnostics,
} from './handlers/diagnostics.ts';
import { handleDigest } from './handlers/digest.ts';
import { handleDocumentHighlights } from './handlers/document-highlights.ts';
import { handleDocumentLinks } from './handlers/document-links.ts';
import { handleDocumentSymbols } from './handlers/document-symbols.ts';
import { handleExpectedSections } from './handlers/expected-sections.ts';
import { handleFoldingRanges } from './handlers/folding-ranges.ts';
import { handleFormatting, onTypeFormatting } from './handlers/formatting.ts';
import { handleHistory } from './handlers/history.ts';
import { handleHover } from './handlers/hover.ts';
import { handleInsertions } from './handlers/insertions.ts';
import { handleExplainMinutes } from './handlers/explain-minutes.ts';
import { handleRoadmapBoard } from './handlers/roadmap-board.ts';
import { handleMail } from './handlers/mail.ts';
import { handleNearUpdate } from './handlers/near-update.ts';
import { handleNewMinutes } from './handlers/new-minutes.ts';
import { handleOpenActions } from './handlers/open-actions.ts';
import { handlePasteMinutes } from './handlers/paste-minutes.ts';
import { handlePresets } from './handlers/presets.ts';
import { handlePreviewTemplate } from './handlers/preview-template.ts';
import { publishDiagnostics } from './handlers/published-diagnostics.ts';
import { handleRename, renameEverywhereCommand } from './handlers/rename.ts';
import { handleSeriesMeetings } from './handlers/series-meetings.ts';
import { handleMigrate } from './handlers/migrate.ts';
import { handleRefreshDrafts } from './handlers/refresh-drafts.ts';
import { handleSelectionRanges } from './handlers/selection-ranges.ts';
import { handleSemanticTokens, semanticTokensLegend } from './handlers/semantic-tokens.ts';
import { handleSetUp } from './handlers/set-up.ts';
import { handleTeamNavigation } from './handlers/team-navigation.ts';
import { handleAgentTools } from './handlers/agent-tools.ts';
import { handleTemplateChoices } from './handlers/template-choices.ts';
import { sendTemplateStatus } from './handlers/template-status.ts';
import { handleUnfilledPlaces } from './handlers/unfilled-places.ts';
import { handleWorkspaceDiagnostics } from './handlers/workspace-diagnostics.ts';
import { followLifecycle } from './lifecycle.ts';
import { errorText } from './error-text.ts';
import { logFailures } from './log-failures.ts';
import { presetScheme } from './documents/preset-uri.ts';
import { registerFormatting } from './register-formatting.ts';
import { createReportLog } from './report-log.ts';

import type { Environment } from './environment.ts';
import { createSession, type Session } from './session.ts';
import { registerSettings } from './settings.ts';
import { createWorkspaceCheck } from './workspace-check.ts';

/** Serves a client over a connection, from its first request to its last. */
export function createServer(raw: Connection, environment: Environment): void {
  const lifecycle = followLifecycle(raw);
  const connection = logFailures(raw, lifecycle.demandRunning);
  connection.onInitialize((params) => {
    lifecycle.initialize();
    l10n.config({ contents: translationsFor(params, environment) });
    const session = createSession(connection, environment, params);
    handleRequests(session);
    connection.onInitialized(() => registerDynamically(session));
    return {
      capabilities: capabilitiesFor(session.client),
      serverInfo: { name: 'minutes-language-server' },
    };
  });
  connection.listen();
}

/** Returns the translations that the client brings, else those for its language; none is English. */
function translationsFor(
  { initializationOptions, locale }: InitializeParams,
  environment: Environment,
): Translations {
  const { translations } = readInitializationOptions(initializationOptions);
  return translations ?? (locale === undefined ? null : environment.translations(locale)) ?? {};
}

function handleRequests(session: Session): void {
  const { client } = session;
  const check = createWorkspaceCheck(session);
  followChanges(session, check);
  if (client.pullsDiagnostics) {
    const log = createReportLog();
    handleDiagnostics(session, log);
    handleWorkspaceDiagnostics(session, check, log);
  } else {
    publishDiagnostics(session, check);
  }
  handleCodeActions(session);
  handleCodeLenses(session, check);
  handleSeriesMeetings(session, check);
  handleOpenActions(session);
  handleDigest(session);
  handleMail(session);
  handleRoadmapBoard(session);
  handleHistory(session, check);
  handleCompletion(session);
  handleDocumentSymbols(session);
  handleFoldingRanges(session);
  handleInsertions(session);
  handleWriting(session);
  handleTemplateChoices(session);
  handleAgentTools(session);
  handleSetUp(session);
  handleNewMinutes(session);
  handleMigrate(session);
  handleRefreshDrafts(session);
  if (client.showsPresets) handlePresets(session);
  if (client.options.statusNotifications) sendTemplateStatus(session);
}

/** What makes writing and reading quick, besides what a document needs to be checked. */
function handleWriting(session: Session): void {
  handleHover(session);
  handleTeamNavigation(session);
  handleExplainMinutes(session);
  handleNearUpdate(session);
  handleRename(session);
  handleDocumentLinks(session);
  handleSelectionRanges(session);
  handleDocumentHighlights(session);
  handleSemanticTokens(session);
  handleFormatting(session);
  if (session.client.registersFormatting) registerFormatting(session);
  handlePasteMinutes(session);
  handleUnfilledPlaces(session);
  handleExpectedSections(session);
  handlePreviewTemplate(session);
}

/** Registers one after the other what the client wants registered; one that it refuses keeps no other from it. */
async function registerDynamically(session: Session): Promise<void> {
  const { registersDiagnostics } = session.client;
  const registrations = [
    registerSettings,
    registerWatchedFiles,
    ...(registersDiagnostics ? [registerDiagnostics] : []),
  ];
  for (const register of registrations) {
    await register(session).catch((error: unknown) => {
      session.connection.console.warn(`The client refused a registration: ${errorText(error)}`);
    });
  }
}

function capabilitiesFor(client: ClientAbilities): ServerCapabilities {
  const staticDiagnostics = client.pullsDiagnostics && !client.registersDiagnostics;
  const { scope } = readSettings(client.options.settings).diagnostics;
  return {
    positionEncoding: client.positionEncoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(client.codeActions && {
      codeActionProvider: { ...codeActionOptions, resolveProvider: client.resolvesActionEdits },
    }),
    ...(staticDiagnostics && { diagnosticProvider: diagnosticOptions(scope) }),
    completionProvider: { triggerCharacters: completionTriggers },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    ...(!client.annotatesEdits && {
      executeCommandProvider: { commands: [renameEverywhereCommand] },
    }),
    workspaceSymbolProvider: true,
    documentLinkProvider: {},
    selectionRangeProvider: true,
    documentHighlightProvider: true,
    ...(client.semanticTokens && {
      semanticTokensProvider: { legend: semanticTokensLegend, full: true, range: true },
    }),
    ...(!client.registersFormatting && {
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
    }),
    documentOnTypeFormattingProvider: onTypeFormatting,
    codeLensProvider: { resolveProvider: true },

    documentSymbolProvider: { label: 'Meeting Minutes' },
    foldingRangeProvider: true,
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...(client.showsPresets && { textDocumentContent: { schemes: [presetScheme] } }),
    },
  };
}
