import type { SelectionRange } from 'vscode-languageserver';
import { selectionRanges } from '../../core/features/selection-ranges.ts';
import type { Session } from '../session.ts';

/** Answers with what can be selected around each position: word, item, list, section, the whole. */
export function handleSelectionRanges({ connection, converter, snapshots }: Session): void {
  connection.onSelectionRanges(async ({ textDocument, positions }) => {
    const snapshot = await snapshots.of(textDocument.uri);
    if (snapshot?.subject?.kind !== 'minutes') return null;
    const { document, subject } = snapshot;
    return positions.map((position): SelectionRange => {
      const { start } = converter.toOffsetRange(document, { start: position, end: position });
      return selectionRanges(subject.input.minutes, start).reduceRight<SelectionRange>(
        (parent, range) => ({ range: converter.toRange(document, range), parent }),
        { range: converter.toRange(document, { start: 0, end: document.text.length }) },
      );
    });
  });
}
