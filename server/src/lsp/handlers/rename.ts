import * as l10n from '@vscode/l10n';
import {
  ErrorCodes,
  ResponseError,
  type Position,
  type Range,
  type RenameParams,
} from 'vscode-languageserver';
import type { CheckInput } from '../../core/checking/check-minutes.ts';
import { teamAt } from '../../core/features/team-at.ts';
import { peopleKey } from '../../core/meetings/led-meetings.ts';
import { parseMarkdown } from '../../core/markdown/parse-markdown.ts';
import { readMinutes } from '../../core/minutes/read-minutes.ts';
import type { TeamHeading } from '../../core/minutes/team-heading.ts';
import { isRecord } from '../../core/text/is-record.ts';
import { applyEdits } from '../../core/text/text-edit.ts';
import { teamHeadingRanges } from '../../core/minutes/team-heading-ranges.ts';
import { normalizeText } from '../../core/text/normalize-text.ts';
import { sliceRange, type OffsetRange } from '../../core/text/offset-range.ts';
import type { MatchedTeam } from '../../core/matching/template-match.ts';
import type { TemplateSource } from '../../core/claims/choose-template.ts';
import { changeHeadings, type HeadingChange } from '../actions/change-headings.ts';
import { groupedEdit, type GroupedChange } from '../actions/grouped-edit.ts';
import { renameDeclaration } from '../actions/rename-declaration.ts';
import { meetingAt } from '../documents/meeting-subjects.ts';
import type { Session } from '../session.ts';

/** The command that renames in earlier minutes, too, for clients without a preview to choose them in. */
export const renameEverywhereCommand = 'minutes.renameEverywhere';

/**
 * Renames a team or its leads here, in the roster, and in those earlier and later minutes that the user chooses in the preview.
 * A client without a preview gets none of the earlier minutes, which may be right as they are; a command changes these.
 */
export function handleRename(session: Session): void {
  const { connection, client } = session;

  connection.onPrepareRename(async ({ textDocument, position }) => {
    const place = await findPlace(textDocument.uri, position, session);
    return place && { range: place.range, placeholder: place.text };
  });

  connection.onRenameRequest(async (params) =>
    groupedEdit(await rename(params, client.annotatesEdits, session), client),
  );

  if (client.annotatesEdits) return;
  connection.onExecuteCommand(async ({ command, arguments: [params] = [] }) => {
    if (command !== renameEverywhereCommand || !isRenameParams(params)) {
      throw new ResponseError(
        ErrorCodes.InvalidParams,
        `${command} takes the parameters of a rename`,
      );
    }
    const edit = groupedEdit(await rename(params, true, session), client);
    const { applied } = await connection.workspace.applyEdit(edit);
    return applied;
  });
}

async function rename(
  { textDocument, position, newName }: RenameParams,
  everywhere: boolean,
  session: Session,
): Promise<readonly GroupedChange[]> {
  const { series } = session;
  const place = await findPlace(textDocument.uri, position, session);
  if (place === null) {
    throw new ResponseError(ErrorCodes.InvalidParams, l10n.t('There is no team or lead here'));
  }
  const name = newName.trim();
  const read = readNew(place, name);
  await series.complete();
  const { minutes } = series.of(place.source);
  const date = minutes.find(({ id }) => id === place.id)?.date ?? null;
  const changed = minutes.map((each) => ({
    place: each,
    group:
      each.id === place.id
        ? null
        : (each.date ?? '') < (date ?? '')
          ? ('earlier' as const)
          : ('later' as const),
  }));
  const wanted = changed.filter(({ group }) => everywhere || group !== 'earlier');
  const { team } = place.matched.team;
  const declared = {
    team,
    leads: place.part === 'leads' ? place.matched.team.leads : null,
    values: place.part === 'leads' ? read.leads : [read.team],
    date,
  };
  return [
    ...(await changeHeadings(wanted, changeTo(place, name), session)),
    ...(await renameDeclaration(place.source, place.matched, declared, session)),
  ];
}

/**
 * Returns the team as its heading with the new name would be read.
 * @throws ResponseError where that is something else.
 */
function readNew(place: Place, name: string): TeamHeading {
  if (name === '' || /[\r\n]/.test(name)) {
    throw new ResponseError(
      ErrorCodes.InvalidParams,
      l10n.t('A name must be a single line with text'),
    );
  }
  const { part, matched, input, offsets } = place;
  const text = applyEdits(input.minutes.text, [{ range: offsets, text: name }]);
  const found = teamAt(readMinutes(parseMarkdown(text)), input.template, offsets.start)?.team;
  const isSame =
    found !== undefined &&
    (part === 'team'
      ? found.team === name && found.leads.join() === matched.team.leads.join()
      : found.team === matched.team.team);
  if (!isSame || /^#|[{}|<>]/.test(name)) {
    throw new ResponseError(
      ErrorCodes.InvalidParams,
      l10n.t('“{0}” can’t be a name: a heading with it would be read as something else', name),
    );
  }
  return found;
}

function isRenameParams(value: unknown): value is RenameParams {
  return (
    isRecord(value) &&
    isRecord(value.textDocument) &&
    typeof value.textDocument.uri === 'string' &&
    isRecord(value.position) &&
    typeof value.position.line === 'number' &&
    typeof value.position.character === 'number' &&
    typeof value.newName === 'string'
  );
}

/** The name at a position. */
interface Place {
  readonly part: HeadingChange['part'];
  readonly matched: MatchedTeam;
  readonly source: TemplateSource;
  readonly input: CheckInput;
  /** What the index calls the minutes. */
  readonly id: string;
  readonly offsets: OffsetRange;
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
  if (snapshot === null) return null;
  const { document } = snapshot;
  const { start } = converter.toOffsetRange(document, { start: position, end: position });
  const meeting = meetingAt(snapshot, start);
  if (meeting === null) return null;
  const { source, input, id } = meeting;
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
    input,
    id,
    offsets: range,
    range: converter.toRange(document, range),
    text: sliceRange(document.text, range),
  };
}
