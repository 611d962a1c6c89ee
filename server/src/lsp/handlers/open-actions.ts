import { indexFile } from '../../core/meetings/index-file.ts';
import { seriesOf } from '../../core/meetings/series.ts';
import { openActionsOf, type SeriesAction } from '../../core/meetings/series-actions.ts';
import { markDone } from '../../core/record/mark-done.ts';
import { createLineIndex } from '../../core/text/line-index.ts';
import {
  actionPlaceRequest,
  openActionsRequest,
  type ActionPlace,
  type OpenAction,
} from '../../protocol/open-actions.ts';
import { fileNameOf, normalizeUri, pathOf } from '../documents/document-uri.ts';
import { allSeries } from '../series/all-series.ts';
import type { Session } from '../session.ts';

/** Answers with the open actions of the workspace, and with the place of one. */
export function handleOpenActions(session: Session): void {
  const { connection, series, today } = session;
  connection.onRequest(openActionsRequest, async () => {
    const all = await allSeries(series);
    return all
      .flatMap((each) => openActionsOf(each.series).map((action) => toOpenAction(action, today())))
      .sort(byDate);
  });
  connection.onRequest(actionPlaceRequest, ({ uri, source }) => placeOf(uri, source, session));
}

/** The latest first. */
function byDate({ date: a }: OpenAction, { date: b }: OpenAction): number {
  return a === b ? 0 : (a ?? '') < (b ?? '') ? 1 : -1;
}

function toOpenAction({ mentions, last, due }: SeriesAction, today: string): OpenAction {
  const latest = mentions.at(-1)?.meeting;
  const uri = latest?.file ?? '';
  return {
    uri,
    source: last.source,
    text: last.text,
    owners: last.owners.map(({ name }) => name),
    due,
    isOverdue: due !== null && due < today,
    meeting: latest?.title ?? fileNameOf(uri),
    date: latest?.date ?? null,
    since: mentions[0]?.meeting.date ?? null,
  };
}

/** Reads the minutes anew, for the index may be of an older text. */
async function placeOf(
  uri: string,
  source: string,
  { documents, files, series, converter }: Session,
): Promise<ActionPlace | null> {
  const id = normalizeUri(uri);
  const template = series.templateOf(id);
  const text = documents.get(id)?.text ?? (await files.readFile(id));
  if (template === null || text === null) return null;
  // Of many meetings the latest mentions it last.
  const meetings = seriesOf(indexFile(id, text, pathOf(id), template)).minutes;
  const action = meetings
    .flatMap(({ record }) => record.actions)
    .findLast((each) => !each.done && each.source === source);
  if (action === undefined) return null;
  const document = { text, lines: createLineIndex(text) };
  return {
    range: converter.toRange(document, action.range),
    done: [...converter.toEdits(document, [markDone(action)])],
  };
}
