import { PositionEncodingKind, type InitializeParams } from 'vscode-languageserver';
import {
  readInitializationOptions,
  type InitializationOptions,
} from '../protocol/initialization-options.ts';

/** What the client of this session can do; LSP's capabilities in the server's words. */
export interface ClientAbilities {
  readonly options: InitializationOptions;
  readonly positionEncoding: PositionEncodingKind;
  readonly pullsDiagnostics: boolean;
  readonly registersDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly refreshesSemanticTokens: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly codeActions: boolean;
  readonly preferredActions: boolean;
  readonly resolvesActionEdits: boolean;
  readonly versionedEdits: boolean;
  readonly annotatesEdits: boolean;
  readonly createsFiles: boolean;
  readonly renamesFiles: boolean;
  readonly nestedSymbols: boolean;
  readonly wholeLineFolds: boolean;
  readonly foldLimit: number;
  readonly snippets: boolean;
  readonly hoverMarkdown: boolean;
  readonly semanticTokens: boolean;
  readonly registersFormatting: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly changesFolders: boolean;
  readonly watchesFiles: boolean;
  readonly showsPresets: boolean;
  readonly showsProgress: boolean;
}

/** Reads what the client can do from its first request (LSP 3.18, `initialize`). */
export function readClientAbilities(params: InitializeParams): ClientAbilities {
  const { general, textDocument, workspace } = params.capabilities;
  const options = readInitializationOptions(params.initializationOptions);
  const { codeAction } = textDocument ?? {};
  const diagnostic = options.pushDiagnostics ? undefined : textDocument?.diagnostic;
  const related = diagnostic ?? textDocument?.publishDiagnostics;
  const edits = workspace?.workspaceEdit;
  return {
    options,
    positionEncoding: chooseEncoding(general?.positionEncodings),
    pullsDiagnostics: diagnostic !== undefined,
    registersDiagnostics: diagnostic?.dynamicRegistration === true,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    relatedInformation: related?.relatedInformation === true,
    codeDescription: related?.codeDescriptionSupport === true,
    codeActions: codeAction?.codeActionLiteralSupport !== undefined,
    preferredActions: codeAction?.isPreferredSupport === true,
    resolvesActionEdits: codeAction?.resolveSupport?.properties.includes('edit') === true,
    versionedEdits: edits?.documentChanges === true,
    annotatesEdits: edits?.documentChanges === true && edits.changeAnnotationSupport !== undefined,
    createsFiles:
      edits?.documentChanges === true && edits.resourceOperations?.includes('create') === true,
    renamesFiles:
      edits?.documentChanges === true && edits.resourceOperations?.includes('rename') === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    wholeLineFolds: textDocument?.foldingRange?.lineFoldingOnly === true,
    foldLimit: textDocument?.foldingRange?.rangeLimit ?? Infinity,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    semanticTokens: textDocument?.semanticTokens !== undefined,
    registersFormatting: textDocument?.formatting?.dynamicRegistration === true,

    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    changesFolders: workspace?.workspaceFolders === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    showsPresets: workspace?.textDocumentContent !== undefined,
    showsProgress: params.capabilities.window?.workDoneProgress === true,
  };
}

/** The first that the client prefers among those of LSP; UTF-16 where it names none. */
function chooseEncoding(
  preferred: readonly PositionEncodingKind[] | undefined,
): PositionEncodingKind {
  const known: readonly PositionEncodingKind[] = [
    PositionEncodingKind.UTF16,
    PositionEncodingKind.UTF8,
    PositionEncodingKind.UTF32,
  ];
  return preferred?.find((encoding) => known.includes(encoding)) ?? PositionEncodingKind.UTF16;
}
