import {
  SemanticTokensBuilder,
  SemanticTokensRefreshRequest,
  type SemanticTokens,
} from 'vscode-languageserver';
import {
  semanticTokens,
  templateTokens,
  type SemanticToken,
  type TokenType,
} from '../../core/features/semantic-tokens.ts';
import { containsRange, type OffsetRange } from '../../core/text/offset-range.ts';
import { coalesce } from '../coalesce.ts';
import { errorText } from '../error-text.ts';
import { meetingsIn } from '../documents/meeting-subjects.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../documents/take-snapshot.ts';

const types: readonly TokenType[] = [
  'team',
  'lead',
  'status',
  'release',
  'horizon',
  'placeholder',
  'unfilled',
  'label',
];

/** What the server calls its tokens. */
export const semanticTokensLegend = {
  tokenTypes: types.map(nameOf),
  tokenModifiers: [],
};

function nameOf(type: TokenType): string {
  return `minutes${type.charAt(0).toUpperCase()}${type.slice(1)}`;
}

/** Answers with what the words of minutes and of templates stand for. */
export function handleSemanticTokens(session: Session): void {
  const { connection, converter, snapshots } = session;
  connection.languages.semanticTokens.on(async ({ textDocument }) =>
    encode(await snapshots.of(textDocument.uri), null, session),
  );
  connection.languages.semanticTokens.onRange(async ({ textDocument, range }) => {
    const snapshot = await snapshots.of(textDocument.uri);
    return encode(snapshot, snapshot && converter.toOffsetRange(snapshot.document, range), session);
  });
  if (session.client.refreshesSemanticTokens) refreshTokens(session);
}

/** Asks the client for the tokens again when templates come, go or change. */
function refreshTokens({ connection, onInvalidated }: Session): void {
  const refresh = coalesce(
    () => connection.sendRequest(SemanticTokensRefreshRequest.type),
    (error) => {
      connection.console.error(`Colors were not refreshed: ${errorText(error)}`);
    },
  );
  onInvalidated(refresh);
}

function encode(
  snapshot: Snapshot | null,
  within: OffsetRange | null,
  { converter }: Session,
): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  if (snapshot === null) return builder.build();
  for (const { type, range } of tokensOf(snapshot)) {
    if (within !== null && (range.end < within.start || range.start > within.end)) continue;
    const { start, end } = converter.toRange(snapshot.document, range);
    builder.push(
      start.line,
      start.character,
      end.character - start.character,
      types.indexOf(type),
      0,
    );
  }
  return builder.build();
}

function tokensOf(snapshot: Snapshot): readonly SemanticToken[] {
  const { subject, document, findings } = snapshot;
  if (subject?.kind === 'template') return templateTokens(document.text);
  return meetingsIn(snapshot).flatMap(({ input: { minutes, template }, range }) =>
    semanticTokens(
      minutes,
      template,
      findings.filter((finding) => containsRange(range, finding.range)),
    ),
  );
}
