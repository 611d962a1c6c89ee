import { SymbolKind, type Location, type Position } from 'vscode-languageserver';
import { teamAt } from '../../core/features/team-at.ts';
import { compareStrings } from '../../core/text/compare-strings.ts';
import { normalizeText } from '../../core/text/normalize-text.ts';
import { fileNameOf } from '../documents/document-uri.ts';
import { meetingAt } from '../documents/meeting-subjects.ts';
import type { Session } from '../session.ts';
import { teamDefinition } from '../actions/team-definition.ts';
import { teamLocations, type TeamInMinutes } from '../actions/team-locations.ts';

/** Answers where a team is defined, which minutes have it, and which teams, releases and meetings there are. */
export function handleTeamNavigation(session: Session): void {
  const { connection, series } = session;

  connection.onDefinition(async ({ textDocument, position }) => {
    const found = await findTeam(textDocument.uri, position, session);
    return found && teamDefinition(found.subject, found.matched, found.offset, session);
  });

  connection.onReferences(async ({ textDocument, position }): Promise<Location[]> => {
    const found = await findTeam(textDocument.uri, position, session);
    if (found === null) return [];
    await series.complete();
    const key = found.matched.team.key;
    const { minutes } = series.of(found.subject.source);
    const teams = minutes.flatMap((each): TeamInMinutes[] => {
      const team = each.teams.find((other) => other.key === key);
      return team === undefined ? [] : [{ minutes: each, team }];
    });
    return teamLocations(teams, session);
  });

  connection.onWorkspaceSymbol(async ({ query }) => {
    await series.complete();
    const wanted = normalizeText(query);
    const fits = (name: string): boolean => normalizeText(name).includes(wanted);
    const indexed = series.all().flatMap(({ meetings: own }) => own);
    const meetings = indexed.flatMap(({ file, firstLine, title }) => {
      const name = title ?? fileNameOf(file);
      const start = { line: firstLine, character: 0 };
      return fits(name)
        ? [{ name, kind: SymbolKind.File, location: { uri: file, range: { start, end: start } } }]
        : [];
    });
    const latest = latestTeams(session, fits);
    const locations = await Promise.all(latest.map((each) => teamLocations([each], session)));
    const teams = latest.flatMap(({ team, minutes }, index) => {
      const [location] = locations[index] ?? [];
      const containerName = minutes.title ?? fileNameOf(minutes.file);
      const named = [team.heading.team, ...team.releases].filter(fits);
      return location === undefined
        ? []
        : named.map((name) => ({
            name,
            kind: name === team.heading.team ? SymbolKind.Class : SymbolKind.Package,
            location,
            containerName,
          }));
    });
    return [...teams, ...meetings];
  });
}

/** Returns each team that fits, or has a release that does, where it is last. */
function latestTeams(
  { series }: Session,
  fits: (name: string) => boolean,
): readonly TeamInMinutes[] {
  const latest = new Map<string, TeamInMinutes>();
  const all = series.all().flatMap(({ meetings }) => meetings);
  for (const minutes of all.sort((a, b) => compareStrings(a.date ?? '', b.date ?? ''))) {
    for (const team of minutes.teams) {
      if ([team.heading.team, ...team.releases].some(fits)) latest.set(team.key, { minutes, team });
    }
  }
  return [...latest.values()];
}

async function findTeam(uri: string, position: Position, { converter, snapshots }: Session) {
  const snapshot = await snapshots.of(uri);
  if (snapshot === null) return null;
  const { document } = snapshot;
  const offset = converter.toOffsetRange(document, { start: position, end: position }).start;
  const subject = meetingAt(snapshot, offset);
  if (subject === null) return null;
  const { minutes, template } = subject.input;
  const matched = teamAt(minutes, template, offset);
  return matched && { matched, subject, offset };
}
