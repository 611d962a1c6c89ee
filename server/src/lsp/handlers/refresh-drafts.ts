import { refreshDraft } from '../../core/scaffolding/refresh-draft.ts';
import { diffLines } from '../../core/text/diff-lines.ts';
import { refreshDraftsRequest } from '../../protocol/refresh-drafts.ts';
import { groupedEdit, type GroupedChange } from '../actions/grouped-edit.ts';
import { currentMinutes } from '../documents/current-minutes.ts';
import { fileNameOf } from '../documents/document-uri.ts';
import type { Session } from '../session.ts';
import { sourcesFor } from './new-minutes.ts';

/** Answers with the edit that brings drafts to the present template and roster, for the client to preview. */
export function handleRefreshDrafts(session: Session): void {
  session.connection.onRequest(refreshDraftsRequest, async ({ uri }) => {
    const { series, client } = session;
    const sources = await sourcesFor(uri, session);
    await series.complete();
    const changes: GroupedChange[] = [];
    for (const source of sources) {
      const roster = await session.templates.rosterOf(source);
      for (const place of series.of(source).minutes) {
        const { date } = place;
        if (date === null || date < session.today()) continue;
        const current = await currentMinutes(place, session);
        if (current === null) continue;
        const { text, template, document, inDocument } = current;
        const fileName = current.fileName === null ? null : fileNameOf(place.file);
        const refreshed = refreshDraft({ text, fileName, template, roster, date });
        const changed = diffLines(text, refreshed.text).map(inDocument);
        const edits = session.converter.toEdits(document, changed);
        if (edits.length > 0) {
          changes.push({ uri: current.uri, version: current.version, edits, group: 'draft' });
        }
      }
    }
    return changes.length === 0 ? null : groupedEdit(changes, client);
  });
}
