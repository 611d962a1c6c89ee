import * as l10n from '@vscode/l10n';
import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
  type Position,
} from 'vscode-languageserver';
import type { Completion } from '../../core/features/completion/completion-place.ts';
import { completionsAt } from '../../core/features/completion/completion.ts';
import {
  completeModeline,
  completionsInTemplate,
} from '../../core/features/completion/complete-template.ts';
import { insertionsFor } from '../../core/features/insertions.ts';
import type { TextEdit } from '../../core/text/text-edit.ts';
import { rules } from '../../core/checking/registry.ts';
import { completeFrontMatter } from '../actions/complete-front-matter.ts';
import { completeRosterFile } from '../actions/complete-roster-file.ts';
import { meetingAt } from '../documents/meeting-subjects.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../documents/take-snapshot.ts';

/** The characters after which a client asks by itself. */
export const completionTriggers = ['#', ' ', '-', '–', '—', '(', '|', '[', '{', ':'];

/** Offers what may be written at a place of minutes or of a template. */
export function handleCompletion(session: Session): void {
  const { connection, converter, snapshots } = session;
  connection.onCompletion(async ({ textDocument, position }) => {
    const snapshot = await snapshots.of(textDocument.uri);
    if (snapshot === null) return [];
    const { start } = converter.toOffsetRange(snapshot.document, {
      start: position,
      end: position,
    });
    const offered =
      snapshot.subject?.kind === 'roster'
        ? await completeRosterFile(snapshot, start, session)
        : completionsOf(snapshot, start);
    const frontMatter = await completeFrontMatter(snapshot, start, session);
    const items = [...offered, ...frontMatter].map((item, index) =>
      toItem(item, index, snapshot, session),
    );
    return items.length > 0 ? items : wholeSections(snapshot, start, position, session);
  });
}

function completionsOf(snapshot: Snapshot, offset: number): readonly Completion[] {
  const { subject, candidates } = snapshot;
  const { text } = snapshot.document;
  if (subject?.kind === 'template') {
    return completionsInTemplate(
      text,
      subject.template,
      rules.map(({ id }) => id),
      offset,
    );
  }
  const sources = candidates === null ? [] : [...candidates.nearest, ...candidates.presets()];
  const named = completeModeline(
    text,
    sources.map(({ template }) => template.name),
    offset,
  );
  const meeting = meetingAt(snapshot, offset);
  return named.length > 0 || meeting === null ? named : completionsAt(meeting.input, offset);
}

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  team: CompletionItemKind.Class,
  lead: CompletionItemKind.Value,
  person: CompletionItemKind.Value,
  action: CompletionItemKind.Text,
  status: CompletionItemKind.EnumMember,
  horizon: CompletionItemKind.EnumMember,
  item: CompletionItemKind.Text,
  date: CompletionItemKind.Event,
  release: CompletionItemKind.Reference,
  field: CompletionItemKind.Field,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  placeholder: CompletionItemKind.Variable,
  template: CompletionItemKind.File,
};

function toItem(
  { kind, label, detail, help, range, text, snippet, elsewhere }: Completion,
  index: number,
  snapshot: Snapshot,
  session: Session,
): CompletionItem {
  const { document } = snapshot;
  const { client, converter } = session;
  const asSnippet = client.snippets && snippet !== null;
  const typed = document.text.slice(range.start, range.end);
  return {
    label,
    kind: kinds[kind],
    ...(detail !== '' && { detail }),
    ...(help !== null && { documentation: { kind: MarkupKind.PlainText, value: help } }),
    sortText: String(index).padStart(4, '0'),
    filterText: typed.trim() === '' ? typed + label : label,
    preselect: index === 0 && (kind === 'section' || kind === 'team') && elsewhere === undefined,
    insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: converter.toRange(document, range), newText: asSnippet ? snippet : text },
    ...(elsewhere !== undefined && insertElsewhere(elsewhere, snapshot, session)),
  };
}

/** Inserts a section where it belongs, and goes to its heading where the client has a command for that. */
function insertElsewhere(
  edit: TextEdit,
  { document, uri }: Snapshot,
  { client, converter }: Session,
): Pick<CompletionItem, 'additionalTextEdits' | 'command'> {
  const { text } = edit;
  const before = text.slice(0, text.length - text.trimStart().length);
  const lines = before.match(/\r\n|\r|\n/g)?.length ?? 0;
  const heading = /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? '';
  const { line } = converter.toPosition(document, edit.range.start);
  const end = { line: line + lines, character: heading.length };
  const command = client.options.showLocationCommand;
  return {
    additionalTextEdits: [...converter.toEdits(document, [edit])],
    ...(command !== null && {
      command: {
        title: l10n.t('Go to Section'),
        command,
        arguments: [uri, { start: end, end }],
      },
    }),
  };
}

/** Offers the template's sections and teams where a line is empty, or begins like the prefix of their snippets. */
function wholeSections(
  snapshot: Snapshot,
  cursor: number,
  position: Position,
  { client, converter }: Session,
): CompletionItem[] {
  const { document } = snapshot;
  const line = document.lines.lineRangeAt(cursor);
  const typed = document.text.slice(line.start, cursor);
  const meeting = meetingAt(snapshot, cursor);
  if (meeting === null || !isSnippetPrefix(typed)) return [];
  const { minutes, template, roster, fileName } = meeting.input;
  const range = { start: converter.toPosition(document, line.start), end: position };
  return insertionsFor(minutes, template, roster, fileName).map((insertion) => ({
    label: `${insertion.kind === 'team' ? 'minutesTeam' : 'minutesSection'} ${insertion.name}`,
    labelDetails: { description: template.name },
    detail: insertion.detail,
    ...(insertion.help !== null && { documentation: insertion.help }),
    kind: CompletionItemKind.Snippet,
    insertTextFormat: client.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range, newText: client.snippets ? insertion.snippet : insertion.text },
  }));
}

/** Returns whether a line up to the cursor is empty or begins like the snippets' prefix. */
function isSnippetPrefix(typed: string): boolean {
  return 'minutes'.startsWith(typed) || /^minutes[\w ()-]*$/.test(typed);
}
