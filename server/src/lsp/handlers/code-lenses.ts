import {
  CodeLensRefreshRequest,
  type CancellationToken,
  type CodeLens,
  type Command,
} from 'vscode-languageserver';
import { describeReported, lensPlaces } from '../../core/features/code-lenses.ts';
import { describeUsage } from '../../core/features/describe-usage.ts';
import { describeEarlier, earlierUpdates } from '../../core/features/earlier-update.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { containsRange } from '../../core/text/offset-range.ts';
import { isRecord } from '../../core/text/is-record.ts';
import { coalesce } from '../coalesce.ts';
import { errorText } from '../error-text.ts';
import { inSeries } from '../series/in-series.ts';
import type { Session } from '../session.ts';
import { meetingAt, meetingsIn, type MeetingSubject } from '../documents/meeting-subjects.ts';
import type { MinutesSubject, Snapshot } from '../documents/take-snapshot.ts';
import { teamLocations } from '../actions/team-locations.ts';
import { createTemplateUsages, type TemplateUsages } from '../series/template-usage.ts';
import type { WorkspaceCheck } from '../workspace-check.ts';

/**
 * Answers with the few lines that are above places: how many teams have reported, when each did last;
 * in a template, how many minutes use it.
 */
export function handleCodeLenses(session: Session, check: WorkspaceCheck): void {
  const { connection, client, snapshots } = session;
  const usages = createTemplateUsages(session, check);
  connection.onCodeLens(async ({ textDocument }, token) => {
    const snapshot = await snapshots.of(textDocument.uri);
    if (snapshot?.subject?.kind === 'template')
      return usageLenses(snapshot, token, session, usages);
    if (snapshot === null) return [];
    const places = await session.failures.orNothing('lenses', () =>
      meetingsIn(snapshot).flatMap((meeting) => minutesLenses(snapshot, meeting, session)),
    );
    return [...places];
  });
  connection.onCodeLensResolve((lens) => resolveLens(lens, session));
  if (client.refreshesCodeLenses) refreshLenses(session, check);
}

/**
 * Returns the lenses of minutes, each with what it says as soon as that is known: a client reserves their lines at once,
 * and VS Code may leave one blank that has to be resolved.
 */
function minutesLenses(
  { uri, document, findings }: Snapshot,
  subject: MeetingSubject,
  { converter, series, client }: Session,
): readonly CodeLens[] {
  const { minutes, template } = subject.input;
  const own = findings.filter((finding) => containsRange(subject.range, finding.range));
  const earlier = series.isComplete() ? earlierUpdates(inSeries(subject, series)) : null;
  return lensPlaces(minutes, template).map(({ range: place, team }): CodeLens => {
    const range = converter.toRange(document, place);
    if (team === null) return { range, command: saying(reportedTitle(own, subject)) };
    const found = earlier?.find((each) => each.team.team.key === team) ?? null;
    const { previousUpdateCommand: command } = client.options;
    const leads = found !== null && found.update !== null;
    if (earlier === null || (leads && command === null)) {
      return { range, data: { uri, team, at: subject.range.start } satisfies LensTarget };
    }
    const title = describeEarlier(found);
    return leads && command !== null
      ? { range, command: { title, command, arguments: [uri, range.start] } }
      : { range, command: saying(title) };
  });
}

/** Leads to the minutes that a template claims. */
async function usageLenses(
  { uri }: Snapshot,
  token: CancellationToken,
  { client }: Session,
  usages: TemplateUsages,
): Promise<CodeLens[]> {
  const usage = await usages.of(uri, token);
  if (usage === null) return [];
  const { locations, withFindings } = usage;
  const title = describeUsage(locations.length, withFindings);
  const start = { line: 0, character: 0 };
  const { showLocationsCommand } = client.options;
  return [
    {
      range: { start, end: start },
      command:
        showLocationsCommand === null || locations.length === 0
          ? { title, command: '' }
          : { title, command: showLocationsCommand, arguments: [uri, start, locations] },
    },
  ];
}

/** The team of a document that a lens is about. */
interface LensTarget {
  readonly uri: string;
  readonly team: string;
  /** Where its meeting begins in the document. */
  readonly at: number;
}

/** Says when the team of a lens reported last; it waits for the series. */
async function resolveLens(lens: CodeLens, session: Session): Promise<CodeLens> {
  const target = readTarget(lens.data);
  if (target === null) return lens;
  await session.series.complete();
  const snapshot = await session.snapshots.of(target.uri);
  const meeting = snapshot && meetingAt(snapshot, target.at);
  if (meeting === null) return { ...lens, command: saying('') };
  const command = await updateCommand(target.team, meeting, session);
  return { ...lens, command };
}

function saying(title: string): Command {
  return { title, command: '' };
}

function reportedTitle(findings: readonly Finding[], { input }: MinutesSubject): string {
  const { minutes, template, roster, fileName } = input;
  return describeReported(minutes, template, roster, fileName, findings);
}

/** Says when a team last reported, and leads there where the client has a command for it. */
async function updateCommand(
  key: string,
  subject: MeetingSubject,
  session: Session,
): Promise<Command> {
  const earlier =
    earlierUpdates(inSeries(subject, session.series)).find(({ team }) => team.team.key === key) ??
    null;
  const title = describeEarlier(earlier);
  const command = session.client.options.showLocationCommand;
  const update = earlier?.update ?? null;
  if (command === null || update === null) return saying(title);
  const { minutes, team } = update;
  const [location] = await teamLocations([{ minutes, team }], session);
  return location === undefined
    ? saying(title)
    : { title, command, arguments: [location.uri, location.range] };
}

function readTarget(data: unknown): LensTarget | null {
  if (!isRecord(data)) return null;
  const { uri, team, at } = data;
  return typeof uri === 'string' && typeof team === 'string' && typeof at === 'number'
    ? { uri, team, at }
    : null;
}

/** Asks the client for the lenses again when other minutes have changed. */
function refreshLenses({ connection }: Session, check: WorkspaceCheck): void {
  const refresh = coalesce(
    () => connection.sendRequest(CodeLensRefreshRequest.type),
    (error) => {
      connection.console.error(`Lenses were not refreshed: ${errorText(error)}`);
    },
  );
  check.onChanged(refresh);
}
