import { MarkupKind, type Hover as ProtocolHover } from 'vscode-languageserver';
import { earlierUpdateAt } from '../../core/features/earlier-update.ts';
import { hoverInTemplate } from '../../core/features/hover.ts';
import { hoverInSeries, type QuotingHover } from '../../core/features/hover-in-series.ts';
import type { TeamUpdate } from '../../core/meetings/roster-over-time.ts';
import { rules } from '../../core/checking/registry.ts';
import { currentMinutes } from '../documents/current-minutes.ts';
import { meetingAt } from '../documents/meeting-subjects.ts';
import { inSeries } from '../series/in-series.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../documents/take-snapshot.ts';

/** Answers what there is to say of a place of minutes or of a template; texts of templates and minutes never become markup. */
export function handleHover(session: Session): void {
  const { connection, converter, snapshots } = session;
  connection.onHover(async ({ textDocument, position }) => {
    const snapshot = await snapshots.of(textDocument.uri);
    if (snapshot === null) return null;
    const { start } = converter.toOffsetRange(snapshot.document, {
      start: position,
      end: position,
    });
    const hover = await hoverOf(snapshot, start, session);
    return hover && toHover(hover, snapshot, session);
  });
}

async function hoverOf(
  snapshot: Snapshot,
  offset: number,
  session: Session,
): Promise<QuotingHover | null> {
  const { subject, findings } = snapshot;
  if (subject?.kind === 'template') {
    const hover = hoverInTemplate(subject.template, offset);
    return hover && { ...hover, quote: null };
  }
  const meeting = meetingAt(snapshot, offset);
  if (meeting === null) return null;
  const input = inSeries(meeting, session.series);
  const earlier = earlierUpdateAt(input, offset)?.update ?? null;
  const text = earlier && (await textBehind(earlier, session));
  return hoverInSeries(input, findings, offset, text);
}

/** Returns what follows the heading of an update now. */
async function textBehind({ minutes, team }: TeamUpdate, session: Session): Promise<string | null> {
  const current = await currentMinutes(minutes, session);
  const found = current?.teams.find(({ heading }) => heading.key === team.key);
  if (!current || !found) return null;
  return current.document.text.slice(found.contentRange.end, found.range.end);
}

function toHover(
  { range, paragraphs, quote, rules: ids }: QuotingHover,
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
  const quoted = quote === null ? [] : [isMarkdown ? fenced(quote) : quote];
  const kind = isMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return {
    contents: { kind, value: [...texts, ...quoted, ...found].join('\n\n') },
    range: converter.toRange(document, range),
  };
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~&$:@]/g, '\\$&');
}

/** Returns a text as a code block, in which nothing is markup, within fences that the text can't close. */
function fenced(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}text\n${text}\n${fence}`;
}
