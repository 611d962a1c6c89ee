import {
  renameInRosterFile,
  renameInTemplate,
  type RosterChange,
} from '../../core/template/rename-in-roster.ts';
import { normalizeText } from '../../core/text/normalize-text.ts';
import type { TextEdit } from '../../core/text/text-edit.ts';
import { createLineIndex } from '../../core/text/line-index.ts';
import type { TemplateSource } from '../../core/claims/choose-template.ts';
import type { MatchedTeam } from '../../core/matching/template-match.ts';
import type { Session } from '../session.ts';
import type { GroupedChange } from './grouped-edit.ts';

/** Returns the edits of what declares a team: the roster file, the template's front matter and its headings. */
export async function renameDeclaration(
  source: TemplateSource,
  { expected }: MatchedTeam,
  change: RosterChange,
  session: Session,
): Promise<readonly GroupedChange[]> {
  if (source.root === null) return [];
  const file = await session.templates.rosterFileOf(source);
  const rosterText = file?.text ?? null;
  const { text } = source.template;
  const inHeadings = expected.examples.flatMap(({ team, range }): TextEdit[] =>
    change.leads === null && normalizeText(team) === normalizeText(change.team)
      ? partOf(text, range.start, range.end, team, change.values.join(''))
      : [],
  );
  return [
    ...(file === null || rosterText === null
      ? []
      : changeOf(file.uri, rosterText, renameInRosterFile(rosterText, change), session)),
    ...changeOf(source.id, text, [...renameInTemplate(text, change), ...inHeadings], session),
  ];
}

function partOf(text: string, start: number, end: number, old: string, now: string): TextEdit[] {
  const at = text.indexOf(old, start);
  return at === -1 || at >= end ? [] : [{ range: { start: at, end: at + old.length }, text: now }];
}

function changeOf(
  id: string,
  text: string,
  edits: readonly TextEdit[],
  { documents, converter }: Session,
): GroupedChange[] {
  if (edits.length === 0) return [];
  const open = documents.get(id);
  return [
    {
      uri: open?.uri ?? id,
      version: open?.version ?? null,
      edits: converter.toEdits({ text, lines: createLineIndex(text) }, edits),
      group: null,
    },
  ];
}
