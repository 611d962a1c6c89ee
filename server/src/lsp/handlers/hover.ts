import { MarkupKind, type Hover as ProtocolHover } from 'vscode-languageserver';
import { hoverAt, hoverInTemplate, type Hover } from '../../core/features/hover.ts';
import { rules } from '../../core/rules/registry.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../take-snapshot.ts';

/** Answers what there is to say of a place of minutes or of a template; texts of templates never become markup. */
export function handleHover(session: Session): void {
  const { connection, converter, snapshots } = session;
  connection.onHover(async ({ textDocument, position }) => {
    const snapshot = await snapshots.of(textDocument.uri);
    if (snapshot === null) return null;
    const { start } = converter.toOffsetRange(snapshot.document, {
      start: position,
      end: position,
    });
    const hover = hoverOf(snapshot, start);
    return hover && toHover(hover, snapshot, session);
  });
}

function hoverOf({ subject, findings }: Snapshot, offset: number): Hover | null {
  if (subject?.kind === 'template') return hoverInTemplate(subject.template, offset);
  if (subject?.kind !== 'minutes') return null;
  return hoverAt(subject.input.minutes, subject.input.template, findings, offset);
}

function toHover(
  { range, paragraphs, rules: ids }: Hover,
  { document }: Snapshot,
  { client, converter }: Session,
): ProtocolHover {
  const { rulePages } = client.options;
  const isMarkdown = client.hoverMarkdown;
  const found = ids.flatMap((id) => {
    const summary = rules.find((rule) => rule.id === id)?.summary;
    if (summary === undefined) return [];
    const page = rulePages === null || !isMarkdown ? id : `[${id}](${rulePages}${id}.md)`;
    return [`${isMarkdown ? escapeMarkdown(summary) : summary}.${isMarkdown ? '  ' : ''}\n${page}`];
  });
  const texts = isMarkdown ? paragraphs.map(escapeMarkdown) : paragraphs;
  const kind = isMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return {
    contents: { kind, value: [...texts, ...found].join('\n\n') },
    range: converter.toRange(document, range),
  };
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~&$:@]/g, '\\$&');
}
