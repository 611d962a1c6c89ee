import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver';
import type { MinutesSymbol } from '../../core/features/document-symbols.ts';
import { fileSymbols } from '../../core/features/file-symbols.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../documents/take-snapshot.ts';

/** Answers with the outline of claimed minutes, typed by what the template calls each heading. */
export function handleDocumentSymbols({ connection, client, converter, snapshots }: Session): void {
  connection.onDocumentSymbol(async ({ textDocument }) => {
    const snapshot = await snapshots.of(textDocument.uri);
    if (snapshot?.subject?.kind !== 'minutes') return [];
    const { minutes, template } = snapshot.subject.input;
    const symbols = fileSymbols(minutes, template);
    return client.nestedSymbols
      ? symbols.map((symbol) => toDocumentSymbol(symbol, snapshot, converter))
      : symbols.flatMap((symbol) => toSymbolInformation(symbol, snapshot, converter, null));
  });
}

const kinds: Readonly<Record<MinutesSymbol['kind'], SymbolKind>> = {
  title: SymbolKind.File,
  section: SymbolKind.Namespace,
  team: SymbolKind.Class,
  release: SymbolKind.Package,
  horizon: SymbolKind.EnumMember,
  heading: SymbolKind.String,
};

function toDocumentSymbol(
  symbol: MinutesSymbol,
  snapshot: Snapshot,
  converter: Session['converter'],
): DocumentSymbol {
  return {
    name: nameOf(symbol),
    detail: symbol.detail,
    kind: kinds[symbol.kind],
    range: converter.toRange(snapshot.document, symbol.range),
    selectionRange: converter.toRange(snapshot.document, symbol.nameRange),
    children: symbol.children.map((child) => toDocumentSymbol(child, snapshot, converter)),
  };
}

function toSymbolInformation(
  symbol: MinutesSymbol,
  snapshot: Snapshot,
  converter: Session['converter'],
  containerName: string | null,
): SymbolInformation[] {
  const { uri, document } = snapshot;
  const own = {
    name: nameOf(symbol),
    kind: kinds[symbol.kind],
    location: { uri, range: converter.toRange(document, symbol.range) },
    ...(containerName !== null && { containerName }),
  };
  const children = symbol.children.flatMap((child) =>
    toSymbolInformation(child, snapshot, converter, own.name),
  );
  return [own, ...children];
}

/** LSP allows no empty name, and people write empty headings. */
function nameOf({ name, kind }: MinutesSymbol): string {
  return name.trim() === '' ? `(${kind})` : name;
}
