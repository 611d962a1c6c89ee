import {
  CodeLensRefreshRequest,
  type CancellationToken,
  type CodeLens,
} from 'vscode-languageserver';
import { codeLenses } from '../../core/features/code-lenses.ts';
import { describeUsage } from '../../core/features/describe-usage.ts';
import { describeEarlier, earlierUpdates } from '../../core/features/earlier-update.ts';
import { isRecord } from '../../core/text/is-record.ts';
import { coalesce } from '../coalesce.ts';
import { errorText } from '../error-text.ts';
import { inSeries } from '../series/in-series.ts';
import type { Session } from '../session.ts';
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
    if (snapshot?.subject?.kind !== 'minutes') return [];
    const { subject } = snapshot;
    const lenses = { reportedLenses, updateLenses };
    const offered = Object.entries(lenses).map(([name, offer]) =>
      session.failures.orNothing(name, () => offer(snapshot, subject, session)),
    );
    return (await Promise.all(offered)).flat();
  });
  connection.onCodeLensResolve((lens) => withCommand(lens, session));
  if (client.refreshesCodeLenses) refreshLenses(session, check);
}

function reportedLenses(
  { document, findings }: Snapshot,
  { input: { minutes, template, roster, fileName } }: MinutesSubject,
  { converter }: Session,
): CodeLens[] {
  const lenses = codeLenses(minutes, template, roster, fileName, findings);
  return lenses.map(({ range, title }) => ({
    range: converter.toRange(document, range),
    command: { title, command: '' },
  }));
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

/** What a lens needs to find the place that it leads to. */
interface LensTarget {
  readonly title: string;
  readonly id: string;
  readonly key: string;
}

/** Says of each team when it last reported; the place is looked up when the lens is shown. */
function updateLenses(
  { uri, document }: Snapshot,
  subject: MinutesSubject,
  { client, converter, series }: Session,
): CodeLens[] {
  return earlierUpdates(inSeries(uri, subject, series)).map((earlier) => {
    const { team, update } = earlier;
    const range = converter.toRange(document, team.section.heading.range);
    const title = describeEarlier(earlier);
    return update === null || client.options.showLocationCommand === null
      ? { range, command: { title, command: '' } }
      : {
          range,
          data: { title, id: update.minutes.id, key: update.team.key } satisfies LensTarget,
        };
  });
}

async function withCommand(lens: CodeLens, session: Session): Promise<CodeLens> {
  const target = readTarget(lens.data);
  if (target === null) return lens;
  const { title, id, key } = target;
  const minutes = session.series.get(id)?.minutes;
  const team = minutes?.teams.find((each) => each.key === key);
  const [location] =
    minutes === undefined || team === undefined
      ? []
      : await teamLocations([{ minutes, team }], session);
  const command = session.client.options.showLocationCommand;
  return {
    ...lens,
    command:
      location === undefined || command === null
        ? { title, command: '' }
        : { title, command, arguments: [location.uri, location.range] },
  };
}

function readTarget(data: unknown): LensTarget | null {
  if (!isRecord(data)) return null;
  const { title, id, key } = data;
  return typeof title === 'string' && typeof id === 'string' && typeof key === 'string'
    ? { title, id, key }
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
