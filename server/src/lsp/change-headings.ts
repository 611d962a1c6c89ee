import {
  AnnotatedTextEdit,
  TextDocumentEdit,
  type ChangeAnnotation,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { IndexedMinutes } from '../core/meetings/indexed-minutes.ts';
import { teamHeadingRanges } from '../core/minutes/team-heading-ranges.ts';
import type { TeamHeading } from '../core/minutes/team-heading.ts';
import { createLineIndex } from '../core/text/line-index.ts';
import { sliceRange } from '../core/text/offset-range.ts';
import type { Session } from './session.ts';

/** A change of one part of a team’s heading in many minutes. */
export interface HeadingChange {
  /** The team’s name as it is compared. */
  readonly key: string;
  readonly part: 'team' | 'leads';
  readonly newText: string;
  /** Whether a heading is to be changed. */
  readonly concerns: (heading: TeamHeading) => boolean;
}

/** Minutes to change, with the group under which the client previews them; null for those that were asked for. */
export interface ChangedMinutes {
  readonly minutes: IndexedMinutes;
  readonly group: 'earlier' | 'later' | null;
}

const annotations: Readonly<Record<'earlier' | 'later', ChangeAnnotation>> = {
  earlier: { label: 'Earlier minutes', needsConfirmation: true },
  later: { label: 'Later minutes', needsConfirmation: true },
};

/** Returns the change as one edit of the workspace, in groups that the client lets the user choose from. */
export async function changeHeadings(
  changed: readonly ChangedMinutes[],
  change: HeadingChange,
  session: Session,
): Promise<WorkspaceEdit> {
  const edits = await Promise.all(changed.map((each) => editOf(each, change, session)));
  return { documentChanges: edits.flat(), changeAnnotations: { ...annotations } };
}

async function editOf(
  { minutes, group }: ChangedMinutes,
  { key, part, newText, concerns }: HeadingChange,
  { documents, files, converter }: Session,
): Promise<TextDocumentEdit[]> {
  const open = documents.get(minutes.id);
  const text = open?.text ?? (await files.readFile(minutes.id));
  if (text === null) return [];
  const document = { text, lines: createLineIndex(text) };
  const teams = minutes.teams.filter((team) => team.key === key && concerns(team.heading));
  const edits = teams.flatMap(({ heading, contentRange }) => {
    const source = sliceRange(text, contentRange);
    const range = teamHeadingRanges(source, contentRange.start, heading)[part];
    return range === null ? [] : converter.toEdits(document, [{ range, text: newText }]);
  });
  if (edits.length === 0) return [];
  const textDocument = { uri: open?.uri ?? minutes.id, version: open?.version ?? null };
  const annotated = edits.map((edit) =>
    group === null ? edit : AnnotatedTextEdit.replace(edit.range, edit.newText, group),
  );
  return [TextDocumentEdit.create(textDocument, annotated)];
}
