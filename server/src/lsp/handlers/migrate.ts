import type { CreateFile, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TemplateSource } from '../../core/claims/choose-template.ts';
import { readTemplate, type Matcher } from '../../core/matching/matcher.ts';
import { keepNames, splitEra } from '../../core/scaffolding/keep-old-minutes.ts';
import { migrateMinutes, type MigrationTarget } from '../../core/scaffolding/migrate-minutes.ts';
import { describeChange, templateChanges } from '../../core/scaffolding/template-changes.ts';
import { dayBefore } from '../../core/text/calendar-date.ts';
import { diffLines } from '../../core/text/diff-lines.ts';
import { createLineIndex } from '../../core/text/line-index.ts';
import { migrateRequest, type Migration, type MigrationParams } from '../../protocol/migrate.ts';
import { groupedEdit, type GroupedChange } from '../actions/grouped-edit.ts';
import { currentMinutes } from '../documents/current-minutes.ts';
import { fileNameOf } from '../documents/document-uri.ts';
import { templateOfMany } from '../../core/matching/meetings-in-file.ts';
import type { Session } from '../session.ts';
import { sourcesFor } from './new-minutes.ts';

/** Answers how a template changed since it was committed, and with the edit that writes that into minutes or templates. */
export function handleMigrate(session: Session): void {
  session.connection.onRequest(migrateRequest, async (params) => {
    const sources = await sourcesFor(params.uri, session);
    const templates = sources.map(({ id, template: { name } }) => ({ uri: id, name }));
    const source =
      sources.find(({ id }) => id === params.template) ??
      (sources.length === 1 ? sources[0] : undefined);
    const migration = source === undefined ? null : await migrationOf(source, params, session);
    return { templates, migration };
  });
}

/** A template in both versions, and the dates of its meetings. */
interface ChangedTemplate {
  readonly source: TemplateSource;
  readonly before: Matcher;
  readonly lastDay: string;
}

async function migrationOf(
  source: TemplateSource,
  params: MigrationParams,
  session: Session,
): Promise<Migration | null> {
  const text = params.before ?? (await session.committed.of(source.id));
  if (text === null) return null;
  const before = readTemplate(text, fileNameOf(source.id));
  const changes = templateChanges(before, source.template);
  await session.series.complete();
  const held = session.series.of(source).minutes.flatMap(({ date }) => date ?? []);
  const past = held.filter((date) => date < session.today()).sort();
  const lastDay = past.at(-1) ?? dayBefore(session.today());
  const concerned = await concernedMinutes({ source, before, lastDay }, session);
  return {
    template: source.template.name,
    changes: changes.map(describeChange),
    drafts: concerned.filter(({ group }) => group === 'draft').length,
    all: concerned.length,
    renames: changes.some(({ kind }) => kind === 'renamed'),
    lastDay,
    edit:
      params.to === null
        ? null
        : await editFor(params.to, { source, before, lastDay }, concerned, session),
  };
}

async function concernedMinutes(
  { source, before }: ChangedTemplate,
  session: Session,
): Promise<readonly GroupedChange[]> {
  const today = session.today();
  const roster = await session.templates.rosterOf(source);
  const changes: GroupedChange[] = [];
  for (const place of session.series.of(source).minutes) {
    const current = await currentMinutes(place, session);
    if (current === null) continue;
    const { uri, version, document, text, fileName, template, inDocument } = current;
    const migrated = migrateMinutes({
      text,
      fileName,
      before: templateOfMany(before)?.meeting ?? before,
      after: template,
      roster,
      today,
    });
    const edits = session.converter.toEdits(document, diffLines(text, migrated).map(inDocument));
    const group = (place.date ?? '') >= today ? 'draft' : 'earlier';
    if (edits.length > 0) changes.push({ uri, version, edits, group });
  }
  return changes;
}

async function editFor(
  to: MigrationTarget,
  changed: ChangedTemplate,
  concerned: readonly GroupedChange[],
  session: Session,
): Promise<WorkspaceEdit | null> {
  switch (to) {
    case 'drafts':
    case 'all': {
      const chosen = concerned.filter(({ group }) => to === 'all' || group === 'draft');
      return chosen.length === 0 ? null : groupedEdit(chosen, session.client);
    }
    case 'aliases': {
      const { template } = changed.source;
      const text = keepNames(template, templateChanges(changed.before, template));
      return text === template.text
        ? null
        : { documentChanges: [templateEdit(changed.source, text, session)] };
    }
    case 'era':
      return eraEdit(changed, session);
  }
}

/** Creates the template as it was, and lets the present one begin on the day after. */
async function eraEdit(
  { source, before, lastDay }: ChangedTemplate,
  session: Session,
): Promise<WorkspaceEdit | null> {
  const uri = source.id.replace(/(?:\.md)?$/i, `-until-${lastDay}.md`);
  const taken = await session.files.readFile(uri);
  if (taken !== null || source.template.options.from !== before.options.from) return null;
  const eras = splitEra(before, source.template, lastDay);
  const start = { line: 0, character: 0 };
  const create: CreateFile = { kind: 'create', uri, options: { overwrite: false } };
  const written: TextEdit = { range: { start, end: start }, newText: eras.before };
  return {
    documentChanges: [
      create,
      { textDocument: { uri, version: null }, edits: [written] },
      templateEdit(source, eras.after, session),
    ],
  };
}

function templateEdit(
  { id, template: { text: before } }: TemplateSource,
  text: string,
  { documents, converter }: Session,
): {
  textDocument: { uri: string; version: number | null };
  edits: TextEdit[];
} {
  const open = documents.get(id);
  const document = { text: before, lines: createLineIndex(before) };
  return {
    textDocument: { uri: open?.uri ?? id, version: open?.version ?? null },
    edits: [...converter.toEdits(document, diffLines(before, text))],
  };
}
