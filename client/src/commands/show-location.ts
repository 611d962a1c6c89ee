import { commands, Location, Position, Range, Uri, window } from 'vscode';

/** Puts the cursor at the start of a range of a document, as the server names it; nothing is selected that the next letter would replace. */
export async function showLocation(uri: unknown, range: unknown): Promise<void> {
  if (typeof uri !== 'string' || !isRange(range)) return;
  const { start } = toRange(range);
  await window.showTextDocument(Uri.parse(uri), { selection: new Range(start, start) });
}

/** Lists locations at a place of a document, as a code lens of the server names them. */
export async function showLocations(
  uri: unknown,
  position: unknown,
  locations: unknown,
): Promise<void> {
  if (typeof uri !== 'string' || !isPosition(position) || !Array.isArray(locations)) return;
  const listed = locations.flatMap((each: unknown) => toLocation(each) ?? []);
  await commands.executeCommand(
    'editor.action.showReferences',
    Uri.parse(uri),
    toPosition(position),
    listed,
  );
}

interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

function toLocation(value: unknown): Location | null {
  return typeof value === 'object' &&
    value !== null &&
    'uri' in value &&
    'range' in value &&
    typeof value.uri === 'string' &&
    isRange(value.range)
    ? new Location(Uri.parse(value.uri), toRange(value.range))
    : null;
}

function isRange(value: unknown): value is ProtocolRange {
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

function toRange({ start, end }: ProtocolRange): Range {
  return new Range(toPosition(start), toPosition(end));
}
