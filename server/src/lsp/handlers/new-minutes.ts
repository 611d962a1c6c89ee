import type { TemplateSource } from '../../core/claims/choose-template.ts';
import { sectionSnippet } from '../../core/features/section-snippet.ts';
import { readTopics, type Topic } from '../../core/scaffolding/read-topics.ts';
import { templateOfMany, type TemplateOfMany } from '../../core/matching/meetings-in-file.ts';
import {
  addMeeting,
  fileForMeeting,
  fileOfMeeting,
  headText,
  meetingPath,
} from '../../core/scaffolding/new-meeting.ts';
import {
  lastBefore,
  newMinutes,
  type KnownMinutes,
  type NewMinutes,
} from '../../core/scaffolding/new-minutes.ts';
import { createLineIndex } from '../../core/text/line-index.ts';
import { agendaNames, topicPlaces } from '../../core/scaffolding/topic-places.ts';
import {
  meetingDays,
  typedDay,
  type KnownDays,
  type MeetingDay,
} from '../../core/scaffolding/meeting-days.ts';
import { english, isLocale } from '../../core/text/date-names.ts';
import {
  newMinutesRequest,
  readDayRequest,
  type DayChoice,
  type NewMinutesAnswer,
  type NewMinutesParams,
  type ReadDayAnswer,
  type ReadDayParams,
} from '../../protocol/new-minutes.ts';
import {
  fileNameOf,
  normalizeUri,
  pathOf,
  resolveIn,
  withPath,
} from '../documents/document-uri.ts';
import { currentMinutes, type MinutesPlace } from '../documents/current-minutes.ts';
import { markdownFiles } from '../documents/markdown-files.ts';
import type { Session } from '../session.ts';

/** Answers with the minutes of the next meeting, or with what the user has to choose before. */
export function handleNewMinutes(session: Session): void {
  session.connection.onRequest(newMinutesRequest, async (params) => answer(params, session));
  session.connection.onRequest(readDayRequest, async (params) => answerDay(params, session));
}

async function answer(params: NewMinutesParams, session: Session): Promise<NewMinutesAnswer> {
  const sources = await sourcesFor(params.uri, session);
  const templates = sources.map(({ id, template: { name } }) => ({ uri: id, name }));
  const source =
    sources.find(({ id }) => id === params.template) ??
    (sources.length === 1 ? sources[0] : undefined);
  if (source === undefined)
    return { templates, days: [], takesTopics: false, topics: [], minutes: null };
  const series = await seriesOf(source, session);
  const days = meetingDays(knownDays(source, series, params.locale, session));
  const topics = topicsOf(params.agenda, source);
  const minutes =
    params.date === null
      ? null
      : await make(source, params.date, { ...params, series, topics }, session);
  return {
    templates,
    days: days.map((day) => dayChoice(day, source)),
    takesTopics: takesTopics(source),
    topics: topics.map(({ title }) => title),
    minutes,
  };
}

async function answerDay(
  { template, text, locale }: ReadDayParams,
  session: Session,
): Promise<ReadDayAnswer> {
  const source = (await sourcesFor(template, session)).find(({ id }) => id === template);
  if (source === undefined) return { day: null, problem: null };
  const series = await seriesOf(source, session);
  const day = typedDay(text, knownDays(source, series, locale, session));
  if (day === null) return { day, problem: null };
  return typeof day === 'string'
    ? { day: null, problem: day }
    : { day: dayChoice(day, source), problem: null };
}

function knownDays(
  { template: { options } }: TemplateSource,
  series: readonly KnownMinutes[],
  locale: string,
  session: Session,
): KnownDays {
  return { options, series, today: session.today(), locale: isLocale(locale) ? locale : english };
}

function dayChoice({ path, ...day }: MeetingDay, source: TemplateSource): DayChoice {
  return { ...day, uri: path === null ? null : uriIn(source, fileOfMeeting(path)) };
}

function takesTopics({ template }: TemplateSource): boolean {
  const { agenda, heading } = topicPlaces(template);
  return agenda !== null || heading !== null;
}

/** Returns the topics of an agenda; none where the template has no place for them. */
function topicsOf(agenda: string, source: TemplateSource): readonly Topic[] {
  return takesTopics(source) ? readTopics(agenda, agendaNames(source.template)) : [];
}

function uriIn({ id, root }: TemplateSource, path: string): string {
  return withPath(id, `${root?.replace(/\/$/, '') ?? ''}/${path}`);
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
): Promise<readonly KnownPlace[]> {
  await series.complete();
  const root = `${source.root?.replace(/\/$/, '') ?? ''}/`;
  const isOfMany = templateOfMany(source.template) !== null;
  return series.of(source).minutes.flatMap((place): KnownPlace[] => {
    const { file, firstLine, date } = place;
    const path = pathOf(file);
    const own = path.slice(root.length);
    return path.startsWith(root)
      ? [{ path: isOfMany ? meetingPath(own, firstLine) : own, date, place }]
      : [];
  });
}

/** Minutes of the series with what finds them in the index. */
interface KnownPlace extends KnownMinutes {
  readonly place: MinutesPlace;
}

interface MinutesParts extends Pick<NewMinutesParams, 'leftOut'> {
  readonly series: readonly KnownPlace[];
  readonly topics: readonly Topic[];
}

async function make(
  source: TemplateSource,
  date: string,
  { leftOut, series, topics }: MinutesParts,
  session: Session,
): Promise<NewMinutesAnswer['minutes']> {
  const many = templateOfMany(source.template);
  const path = lastBefore(series, date)?.path;
  const last = series.find((each) => each.path === path)?.place ?? null;
  const text = last === null ? null : ((await currentMinutes(last, session))?.text ?? null);
  const made = newMinutes({
    template: many?.meeting ?? source.template,
    roster: await session.templates.rosterOf(source),
    date,
    series,
    textOf: () => text,
    topics,
    isCarried: ({ label }) => !leftOut.includes(label),
  });
  const placed =
    many === null ? ofFile(made, source) : await ofMeeting(made, many, { source, series }, session);
  return (
    placed && {
      ...placed,
      carried: made.carried.map(({ kind, label, section }) => ({
        kind,
        label,
        section: section.name,
      })),
      from: last === null ? '' : fileNameOf(last.file),
    }
  );
}

type PlacedText = Pick<
  NonNullable<NewMinutesAnswer['minutes']>,
  'uri' | 'text' | 'snippet' | 'place'
>;

function ofFile({ path, text }: NewMinutes, source: TemplateSource): PlacedText | null {
  if (path === null) return null;
  const snippet = sectionSnippet(text, source.template);
  return { uri: uriIn(source, path), text, snippet, place: null };
}

/** Puts a meeting into the file of the latest one, or into a new file. */
async function ofMeeting(
  { date, text }: NewMinutes,
  many: TemplateOfMany,
  { source, series }: { readonly source: TemplateSource; readonly series: readonly KnownPlace[] },
  { documents, files, converter }: Session,
): Promise<PlacedText | null> {
  const path = fileForMeeting(series, [], source.template);
  if (path === null) return null;
  const uri = uriIn(source, path);
  const snippet = sectionSnippet(text, many.meeting);
  const whole = documents.get(uri)?.text ?? (await files.readFile(uri));
  if (whole === null) {
    const head = headText(many, date);
    return {
      uri,
      text: head + text,
      snippet: sectionSnippet(head, many.head) + snippet,
      place: null,
    };
  }
  const edit = addMeeting(whole, many, text);
  const before = /^\s*/.exec(edit.text)?.[0] ?? '';
  const after = /\s*$/.exec(edit.text)?.[0] ?? '';
  const document = { text: whole, lines: createLineIndex(whole) };
  return {
    uri,
    text: edit.text,
    snippet: `${before}${snippet.trim()}${after}`,
    place: converter.toPosition(document, edit.range.start),
  };
}
