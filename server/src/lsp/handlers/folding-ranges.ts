import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import { foldingRanges } from '../../core/features/folding-ranges.ts';
import type { Session } from '../session.ts';

/** Answers with the foldable ranges of claimed minutes. */
export function handleFoldingRanges({ connection, client, converter, snapshots }: Session): void {
  connection.onFoldingRanges(async ({ textDocument }) => {
    const snapshot = await snapshots.of(textDocument.uri);
    if (snapshot?.subject?.kind !== 'minutes') return [];
    const folds = foldingRanges(snapshot.subject.input.minutes).map(
      ({ range, kind }): FoldingRange => {
        const { start, end } = converter.toRange(snapshot.document, range);
        return {
          startLine: start.line,
          endLine: end.line,
          ...(!client.wholeLineFolds && {
            startCharacter: start.character,
            endCharacter: end.character,
          }),
          ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }),
        };
      },
    );
    return folds.filter(({ startLine, endLine }) => startLine < endLine).slice(0, client.foldLimit);
  });
}
