import type { TemplateSource } from '../../core/claims/choose-template.ts';
import { sectionSnippet } from '../../core/features/section-snippet.ts';
import { readTopics } from '../../core/scaffolding/agenda-text.ts';
import { lastBefore, newMinutes, type KnownMinutes } from '../../core/scaffolding/new-minutes.ts';
import { nextMeetings } from '../../core/scaffolding/next-meetings.ts';
import {
  newMinutesRequest,
  type NewMinutesAnswer,
  type NewMinutesParams,
} from '../../protocol/new-minutes.ts';
import {
  fileNameOf,
  normalizeUri,
  pathOf,
  resolveIn,
  withPath,
} from '../documents/document-uri.ts';
import { markdownFiles } from '../documents/markdown-files.ts';
import type { Session } from '../session.ts';

/** How many of the next meetings the user may choose from. */
const offered = 6;

/** Answers with the minutes of the next meeting, or with what the user has to choose before. */
export function handleNewMinutes(session: Session): void {
  session.connection.onRequest(newMinutesRequest, async (params) => answer(params, session));
}

async function answer(params: NewMinutesParams, session: Session): Promise<NewMinutesAnswer> {
  const sources = await sourcesFor(params.uri, session);
  const templates = sources.map(({ id, template: { name } }) => ({ uri: id, name }));
  const source =
    sources.find(({ id }) => id === params.template) ??
    (sources.length === 1 ? sources[0] : undefined);
  if (source === undefined) return { templates, dates: [], held: [], minutes: null };
  const series = await seriesOf(source, session);
  const held = series.flatMap(({ date }) => date ?? []);
  const { options } = source.template;
  const wanted = { count: offered, until: null };
  const dates = nextMeetings(options, held, session.today(), wanted);
  const minutes =
    params.date === null ? null : await make(source, params.date, series, params, session);
  return { templates, dates, held, minutes };
}

/** Returns the templates that hold today or later: of the nearest `.minutes/`, else of the workspace. */
export async function sourcesFor(
  uri: string | null,
  session: Session,
): Promise<readonly TemplateSource[]> {
  const { templates, folders, files } = session;
  const roots =
    uri === null ? folders.all() : [resolveIn(`${normalizeUri(uri)}/`, '.'), parent(uri)];
  const found = new Map<string, TemplateSource>();
  const add = async (folder: string): Promise<void> => {
    for (const source of await templates.nearest(resolveIn(folder, './new.md'))) {
      const { until } = source.template.options;
      const holds = until === null || until >= session.today();
      if (holds && source.template.problems.length === 0) found.set(source.id, source);
    }
  };
  for (const folder of roots) await add(folder);
  if (found.size > 0) return [...found.values()];
  for await (const file of markdownFiles(files, folders.all())) {
    const root = /^(.*)\/\.minutes\/[^/]*$/.exec(file)?.[1];
    if (root !== undefined) await add(root);
  }
  return [...found.values()];
}

function parent(uri: string): string {
  return resolveIn(normalizeUri(uri), '..');
}

async function seriesOf(
  source: TemplateSource,
  { series }: Session,
): Promise<readonly KnownMinutes[]> {
  await series.complete();
  const root = `${source.root?.replace(/\/$/, '') ?? ''}/`;
  return series.of(source).minutes.flatMap(({ id, date }): KnownMinutes[] => {
    const path = pathOf(id);
    return path.startsWith(root) ? [{ path: path.slice(root.length), date }] : [];
  });
}

async function make(
  source: TemplateSource,
  date: string,
  series: readonly KnownMinutes[],
  { agenda, leftOut }: NewMinutesParams,
  { templates, files, documents }: Session,
): Promise<NewMinutesAnswer['minutes']> {
  const uriOf = (path: string): string =>
    withPath(source.id, `${source.root?.replace(/\/$/, '') ?? ''}/${path}`);
  const last = lastBefore(series, date);
  const uri = last === null ? null : uriOf(last.path);
  const text = uri === null ? null : (documents.get(uri)?.text ?? (await files.readFile(uri)));
  const made = newMinutes({
    template: source.template,
    roster: await templates.rosterOf(source),
    date,
    series,
    textOf: () => text,
    topics: readTopics(agenda),
    isCarried: ({ label }) => !leftOut.includes(label),
  });
  if (made.path === null) return null;
  return {
    uri: uriOf(made.path),
    text: made.text,
    snippet: sectionSnippet(made.text, source.template),
    carried: made.carried.map(({ kind, label, section }) => ({
      kind,
      label,
      section: section.name,
    })),
    from: uri === null ? '' : fileNameOf(uri),
  };
}
