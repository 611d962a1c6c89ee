import { minutesBefore } from '../../meetings/series.ts';
import { personNamed } from '../../record/named-person.ts';
import type { MeetingRecord } from '../../record/meeting-record.ts';
import { recordOf } from '../../record/meeting-record.ts';
import { headedParts, sectionsOfKind } from '../../record/record-parts.ts';
import { trackActions } from '../../record/track-actions.ts';
import { minutesDate } from '../../matching/minutes-date.ts';
import { datedSource } from '../../claims/choose-template.ts';
import type { RecordKind } from '../../template/refinements.ts';
import type { Completion, CompletionPlace } from './completion-place.ts';

/** Offers people, the most frequent first, where an item of a record begins with one, and the actions that earlier minutes left open. */
export function completeRecord(place: CompletionPlace): readonly Completion[] {
  const [, box = '', written = null] =
    /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(\[[ xX]\][ \t]+)?([^:]*)$/.exec(place.typed) ?? [];
  if (written === null || place.rest.trim() !== '') return [];
  const kind = kindHere(place);
  if (kind === 'attendees') return peopleFor(written, place, ({ attendance }) => attendance, '');
  const people = (record: MeetingRecord): readonly { readonly name: string }[] => [
    ...record.actions.flatMap(({ owners }) => owners),
    ...record.attendance,
  ];
  if (kind === 'actions') {
    return [...openActions(written, place), ...peopleFor(written, place, people, ': ')];
  }
  return box !== '' && written.startsWith('@')
    ? peopleFor(written.slice(1), place, people, ': ').filter(({ label }) => /^[\w-]+$/.test(label))
    : [];
}

function kindHere({ minutes, template, offset }: CompletionPlace): RecordKind | null {
  if (template.recordSections.length === 0) return null;
  const parts = headedParts(minutes.text, minutes.headings);
  const kinds = ['actions', 'attendees'] as const;
  return (
    kinds.find((kind) =>
      sectionsOfKind(kind, () => parts, template).some(
        ({ range: { start, end } }) => start < offset && offset <= end,
      ),
    ) ?? null
  );
}

/** Returns the people that the series names and these minutes don't name yet in that way. */
function peopleFor(
  written: string,
  place: CompletionPlace,
  peopleIn: (record: MeetingRecord) => readonly { readonly name: string }[],
  after: string,
): readonly Completion[] {
  const counts = new Map<string, number>();
  for (const { record } of place.history.series.minutes) {
    for (const { name } of peopleIn(record)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const isListed = (name: string): boolean =>
    after === '' && ownRecord(place).attendance.some(({ key }) => key === personNamed(name).key);
  return [...counts]
    .filter(([name]) => name.toLowerCase().startsWith(written.toLowerCase()) && !isListed(name))
    .sort(([a, count], [b, other]) => other - count || (a < b ? -1 : 1))
    .map(([name, count]) =>
      toCompletion('person', name, `${String(count)}×`, `${name}${after}`, written, place),
    );
}

/** Returns the actions that the last minutes left open and these don't mention. */
function openActions(written: string, place: CompletionPlace): readonly Completion[] {
  const { minutes, template, fileName, history } = place;
  const date = minutesDate(
    template,
    fileName,
    datedSource(() => minutes.text),
  );
  const before = date === null ? history.series.minutes : minutesBefore(history.series, date);
  const tracked = trackActions([
    ...before.map((each) => ({ meeting: each.date, actions: each.record.actions })),
    { meeting: null, actions: ownRecord(place).actions },
  ]);
  return tracked
    .filter(({ last, mentions }) => !last.done && mentions.at(-1)?.meeting !== null)
    .toReversed()
    .flatMap(({ last, mentions }) => {
      const text = last.source.replace(/^(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/, '');
      return text.toLowerCase().startsWith(written.toLowerCase())
        ? [toCompletion('action', text, mentions.at(-1)?.meeting ?? '', text, written, place)]
        : [];
    });
}

function ownRecord({ minutes, template, line }: CompletionPlace): MeetingRecord {
  const blank = ' '.repeat(line.end - line.start);
  const text = minutes.text.slice(0, line.start) + blank + minutes.text.slice(line.end);
  return recordOf(text, minutes.headings, template, null);
}

function toCompletion(
  kind: 'person' | 'action',
  label: string,
  detail: string,
  text: string,
  written: string,
  { offset }: CompletionPlace,
): Completion {
  const range = { start: offset - written.length, end: offset };
  return { kind, label, detail, help: null, range, text, snippet: null };
}
