import { CodeLensRefreshRequest, type CodeLens } from 'vscode-languageserver';
import { codeLenses } from '../../core/features/code-lenses.ts';
import { describeEarlier, earlierUpdates } from '../../core/features/earlier-update.ts';
import { isRecord } from '../../core/template/front-matter.ts';
import { coalesce } from '../coalesce.ts';
import type { Session } from '../session.ts';
import type { MinutesSubject, Snapshot } from '../take-snapshot.ts';
import { teamLocations } from '../team-locations.ts';

/** Answers with the few lines that stand above places: how many teams have reported, when each did last. */
export function handleCodeLenses(session: Session): void {
  const { connection, client, snapshots } = session;
  connection.onCodeLens(async ({ textDocument }) => {
    const snapshot = await snapshots.of(textDocument.uri);
    if (snapshot?.subject?.kind !== 'minutes') return [];
    return [
      ...reportedLenses(snapshot, snapshot.subject, session),
      ...updateLenses(snapshot, snapshot.subject, session),
    ];
  });
  connection.onCodeLensResolve((lens) => withCommand(lens, session));
  if (client.refreshesCodeLenses) refreshLenses(session);
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

/** What a lens needs to find the place that it leads to. */
interface LensTarget {
  readonly title: string;
  readonly id: string;
  readonly key: string;
}

/** Says of each team when it last reported; the place is looked up when the lens is shown. */
function updateLenses(
  { document }: Snapshot,
  { input }: MinutesSubject,
  { client, converter }: Session,
): CodeLens[] {
  return earlierUpdates(input).map((earlier) => {
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
  const minutes = session.series.all().find((each) => each.minutes.id === id)?.minutes;
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
function refreshLenses({ connection, onInvalidated }: Session): void {
  const refresh = coalesce(
    () => connection.sendRequest(CodeLensRefreshRequest.type),
    (error) => {
      connection.console.error(`Lenses were not refreshed: ${String(error)}`);
    },
  );
  onInvalidated(refresh);
}
