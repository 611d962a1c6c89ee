import * as l10n from '@vscode/l10n';
import { ErrorCodes, ResponseError, type Position, type Range } from 'vscode-languageserver';
import { teamAt } from '../../core/features/team-at.ts';
import { peopleKey } from '../../core/meetings/led-meetings.ts';
import { teamHeadingRanges } from '../../core/minutes/team-heading-ranges.ts';
import { normalizeText } from '../../core/text/normalize-text.ts';
import { sliceRange, type OffsetRange } from '../../core/text/offset-range.ts';
import type { MatchedTeam } from '../../core/matching/template-match.ts';
import type { TemplateSource } from '../../core/claims/choose-template.ts';
import { changeHeadings, type HeadingChange } from '../actions/change-headings.ts';
import { normalizeUri } from '../documents/document-uri.ts';
import { groupedEdit } from '../actions/grouped-edit.ts';
import type { Session } from '../session.ts';

/** Renames a team or its leads here, and in those earlier and later minutes that the user chooses in the preview. */
export function handleRename(session: Session): void {
  const { connection, series } = session;

  connection.onPrepareRename(async ({ textDocument, position }) => {
    const place = await findPlace(textDocument.uri, position, session);
    return place && { range: place.range, placeholder: place.text };
  });

  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const place = await findPlace(textDocument.uri, position, session);
    const name = newName.trim();
    if (place === null)
      throw new ResponseError(ErrorCodes.InvalidParams, l10n.t('There is no team or lead here'));
    if (name === '' || /[\r\n]/.test(name)) {
      throw new ResponseError(
        ErrorCodes.InvalidParams,
        l10n.t('A name must be a single line with text'),
      );
    }
    await series.complete();
    const own = normalizeUri(textDocument.uri);
    const { minutes } = series.of(place.source);
    const date = minutes.find(({ id }) => id === own)?.date ?? '';
    const changed = minutes.map((each) => ({
      id: each.id,
      group:
        each.id === own
          ? null
          : (each.date ?? '') < date
            ? ('earlier' as const)
            : ('later' as const),
    }));
    const changes = await changeHeadings(changed, changeTo(place, name), session);
    return groupedEdit(changes, session.client);
  });
}

/** The name at a position. */
interface Place {
  readonly part: HeadingChange['part'];
  readonly matched: MatchedTeam;
  readonly source: TemplateSource;
  readonly range: Range;
  readonly text: string;
}

/** A lead is renamed where the same people lead the team. */
function changeTo({ part, matched: { team } }: Place, newText: string): HeadingChange {
  const people = peopleKey(team);
  return {
    key: normalizeText(team.team),
    part,
    newText,
    concerns: (heading) => part === 'team' || peopleKey(heading) === people,
  };
}

async function findPlace(
  uri: string,
  position: Position,
  { converter, snapshots }: Session,
): Promise<Place | null> {
  const snapshot = await snapshots.of(uri);
  if (snapshot?.subject?.kind !== 'minutes') return null;
  const { source, input } = snapshot.subject;
  const { document } = snapshot;
  const { start } = converter.toOffsetRange(document, { start: position, end: position });
  const matched = teamAt(input.minutes, input.template, start);
  if (matched === null) return null;
  const { contentRange } = matched.section.heading;
  const ranges = teamHeadingRanges(
    sliceRange(document.text, contentRange),
    contentRange.start,
    matched.team,
  );
  const holds = (range: OffsetRange | null): range is OffsetRange =>
    range !== null && range.start <= start && start <= range.end;
  const part = holds(ranges.team) ? 'team' : 'leads';
  const range = ranges[part];
  if (!holds(range)) return null;
  return {
    part,
    matched,
    source,
    range: converter.toRange(document, range),
    text: sliceRange(document.text, range),
  };
}
