import { Position, Range, Uri, window } from 'vscode';

/** Shows a range of a document, as a code action of the server names it. */
export async function showLocation(uri: unknown, range: unknown): Promise<void> {
  if (typeof uri !== 'string' || !isRange(range)) return;
  const selection = new Range(toPosition(range.start), toPosition(range.end));
  await window.showTextDocument(Uri.parse(uri), { selection });
}

interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

function isRange(
  value: unknown,
): value is { readonly start: ProtocolPosition; readonly end: ProtocolPosition } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'start' in value &&
    'end' in value &&
    isPosition(value.start) &&
    isPosition(value.end)
  );
}

function isPosition(value: unknown): value is ProtocolPosition {
  return (
    typeof value === 'object' &&
    value !== null &&
    'line' in value &&
    'character' in value &&
    typeof value.line === 'number' &&
    typeof value.character === 'number'
  );
}

function toPosition({ line, character }: ProtocolPosition): Position {
  return new Position(line, character);
}
