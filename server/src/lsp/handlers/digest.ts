import { digest } from '../../core/publishing/digest.ts';
import { digestRequest, knownSeriesRequest } from '../../protocol/digest.ts';
import { allSeries } from '../series/all-series.ts';
import { publishedMeetings } from '../series/published-meetings.ts';
import type { Session } from '../session.ts';

/** Answers with the series of the workspace, and with a digest of one. */
export function handleDigest(session: Session): void {
  const { connection, series } = session;
  connection.onRequest(knownSeriesRequest, async () => {
    const all = await allSeries(series);
    return all
      .map(({ source, series: { minutes } }) => ({
        id: source.id,
        name: source.template.name,
        from: minutes.find(({ date }) => date !== null)?.date ?? null,
        until: minutes.at(-1)?.date ?? null,
        meetings: minutes.length,
      }))
      .sort((a, b) => b.meetings - a.meetings);
  });
  connection.onRequest(digestRequest, async ({ series: id, since, until }) => {
    const all = await allSeries(series);
    const own = all.find(({ source }) => source.id === id);
    if (own === undefined) return null;
    const { name } = own.source.template;
    const meetings = await publishedMeetings(own.series, session, since);
    return digest(meetings, { name, since, until, teams: [] });
  });
}
