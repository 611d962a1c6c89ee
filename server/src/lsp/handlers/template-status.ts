import type { CheckInput } from '../../core/checking/check-minutes.ts';
import { isCancelledAt } from '../../core/matching/cancelled-meeting.ts';
import type { TemplateSource } from '../../core/claims/choose-template.ts';
import {
  statusNotification,
  type TemplateLink,
  type TemplateStatus,
} from '../../protocol/template-status.ts';
import { coalesce } from '../coalesce.ts';
import { errorText } from '../error-text.ts';
import { normalizeUri } from '../documents/document-uri.ts';
import { templateUri } from '../documents/preset-uri.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../documents/take-snapshot.ts';

/** Sends the client which template claims each open document, and why, whenever that changes. */
export function sendTemplateStatus(session: Session): void {
  const { connection, documents, snapshots } = session;
  const sent = new Map<string, string>();

  const send = coalesce(
    async () => {
      for (const { uri } of documents.all()) {
        const snapshot = await snapshots.of(uri);
        if (snapshot === null) continue;
        const status = await statusOf(snapshot, session);
        const content = JSON.stringify(status);
        if (sent.get(uri) === content) continue;
        sent.set(uri, content);
        await connection.sendNotification(statusNotification, { uri, status });
      }
    },
    (error) => {
      connection.console.error(`The template status was not sent: ${errorText(error)}`);
    },
  );
  documents.onEvent((event, uri) => {
    if (event === 'close') sent.delete(uri);
    else send();
  });
  session.onInvalidated(send);
}

async function statusOf(
  { uri, claim, candidates, subject }: Snapshot,
  session: Session,
): Promise<TemplateStatus> {
  switch (claim.state) {
    case 'checked':
      return {
        state: 'checked',
        template: linkTo(claim.source),
        reason: claim.reason,
        ...(subject?.kind === 'minutes' && isCancelledInput(subject.input) && { cancelled: true }),
      };
    case 'unclaimed':
      return {
        state: 'unclaimed',
        ...(claim.excludedBy !== undefined && { excludedBy: claim.excludedBy }),
        choosable:
          candidates !== null && candidates.nearest.length + candidates.settings.length > 0,
      };
    case 'no-era':
      return { state: 'no-era', date: claim.date, templates: claim.sources.map(linkTo) };
    case 'ambiguous':
    case 'invalid-template':
      return { state: claim.state, templates: claim.sources.map(linkTo) };
    case 'missing-template':
      return { state: 'missing-template', name: claim.name };
    case 'template':
      return { state: 'template', usedBy: await countMinutes(uri, session) };
    case 'too-large':
      return { state: 'too-large' };
  }
}

async function countMinutes(template: string, { series }: Session): Promise<number> {
  const id = normalizeUri(template);
  await series.complete();
  return [...series.all()].filter(({ source }) => source.id === id).length;
}

function isCancelledInput({ minutes, template, fileName }: CheckInput): boolean {
  return isCancelledAt(minutes, template, fileName);
}

function linkTo(source: TemplateSource): TemplateLink {
  return { name: source.template.name, uri: templateUri(source) };
}
