import {
  Disposable,
  languages,
  workspace,
  type DocumentFilter,
  type DocumentSymbolProvider,
  type TextDocument,
} from 'vscode';
import { DocumentSymbolRequest, type BaseLanguageClient } from 'vscode-languageclient';

/** A filter whose provider is the only one asked; VS Code heeds `exclusive` without declaring it. */
interface ExclusiveFilter extends DocumentFilter {
  readonly exclusive: true;
}

/**
 * Makes our outline of claimed minutes the only one, in the view Outline, breadcrumbs and sticky scroll:
 * beside another provider’s tree, such as that of VS Code’s own Markdown, these would show both, or either.
 * Where `exclusive` isn’t heeded, both are shown.
 */
export function showSingleOutline(
  client: BaseLanguageClient,
  isClaimed: (document: TextDocument) => boolean,
  onStatus: (listener: () => void) => Disposable,
): Disposable {
  let registration = Disposable.from();
  let registered = '';
  const provider: DocumentSymbolProvider = {
    provideDocumentSymbols: (document, token) =>
      client
        .getFeature(DocumentSymbolRequest.method)
        .getProvider(document)
        ?.provideDocumentSymbols(document, token),
  };
  const update = (): void => {
    const filters = workspace.textDocuments.filter(isClaimed).map(filterOf);
    const wanted = JSON.stringify(filters);
    if (wanted === registered) return;
    registered = wanted;
    registration.dispose();
    registration =
      filters.length === 0
        ? Disposable.from()
        : languages.registerDocumentSymbolProvider(filters, provider, { label: 'Meeting Minutes' });
  };
  return Disposable.from(
    onStatus(update),
    workspace.onDidCloseTextDocument(update),
    new Disposable(() => {
      registration.dispose();
    }),
  );
}

function filterOf({ uri, languageId }: TextDocument): ExclusiveFilter {
  return { language: languageId, scheme: uri.scheme, pattern: uri.fsPath, exclusive: true };
}
