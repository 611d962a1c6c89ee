import { holdsOn } from '../claims/choose-template.ts';
import {
  partsOf,
  templateOfMany,
  type FilePart,
  type TemplateOfMany,
} from '../matching/meetings-in-file.ts';
import { dateOf } from '../matching/minutes-date.ts';
import { evidenceOf, noUsage } from '../meetings/evidence.ts';
import { noHistory, type History } from '../meetings/history.ts';
import { byDate, takeAround } from '../meetings/horizon.ts';
import { createMeetingBaselines } from '../meetings/meeting-baselines.ts';
import { indexMinutes, type IndexedMinutes } from '../meetings/indexed-minutes.ts';
import { seriesOf } from '../meetings/series.ts';
import { windowAround } from '../meetings/window.ts';
import type { Finding } from '../rules/finding.ts';
import { once } from '../text/cached.ts';
import { shiftRange } from '../text/offset-range.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { checkMinutes, type CheckInput } from './check-minutes.ts';
import { createReportCache, type ReportCache } from './report-cache.ts';
import { readWitness } from './witness.ts';

/** Returns the findings of a file: of its minutes, or of each of its meetings beside the others. */
export function checkFile(
  input: CheckInput,
  reportCache: ReportCache = createReportCache(),
): readonly Finding[] {
  const many = templateOfMany(input.template);
  return many === null ? checkMinutes(input, reportCache) : checkMeetings(input, many);
}

function checkMeetings(input: CheckInput, many: TemplateOfMany): readonly Finding[] {
  const { head, meetings } = partsOf(input.minutes, many);
  const inEra = meetings.filter(({ minutes }) =>
    holdsOn(many.meeting, dateOf(minutes, many.meeting, null)),
  );
  const historyOf = createHistories(inEra, input, many);
  const before = { ...input, minutes: head.minutes, template: many.head, history: historyOf(null) };
  return [
    ...checkMinutes(before),
    ...inEra.flatMap((part) =>
      checkMinutes({ ...inputOf(part, input, many), history: historyOf(part) }).map((finding) =>
        shifted(finding, part, input.minutes.text),
      ),
    ),
  ];
}

/** A meeting's date is its heading's: the file's name is that of all. */
function inputOf(
  { minutes }: FilePart,
  input: CheckInput,
  { meeting }: TemplateOfMany,
): CheckInput {
  return { ...input, minutes, template: meeting, fileName: null };
}

/** Returns a function that gives a meeting the others of the file as its series and its evidence. */
function createHistories(
  parts: readonly FilePart[],
  input: CheckInput,
  many: TemplateOfMany,
): (part: FilePart | null) => History {
  const { isAbsent, baselines, removals } = input.history;
  const baselinesOf = createMeetingBaselines(baselines, input.minutes, many);
  const indexed = once((): readonly IndexedMinutes[] =>
    parts
      .map(({ minutes, start }) => ({
        ...indexMinutes(String(start), minutes.text, null, many.meeting),
        title: minutes.headings[0]?.text ?? null,
      }))
      .sort(byDate),
  );
  const witnesses = new Map<string, ReturnType<typeof readWitness>>();
  const witnessOf = (id: string): ReturnType<typeof readWitness> | null => {
    const part = parts.find(({ start }) => String(start) === id);
    const known = witnesses.get(id);
    if (part === undefined || known !== undefined) return known ?? null;
    const witness = readWitness(id, inputOf(part, input, many));
    witnesses.set(id, witness);
    return witness;
  };
  return (part) => {
    if (part === null) return { ...noHistory, isAbsent };
    const from = { id: String(part.start), date: dateOf(part.minutes, many.meeting, null) };
    return {
      ...noHistory,
      isAbsent,
      baselines: baselinesOf(part),
      removals,
      series: seriesOf(takeAround(indexed(), from, (each) => each)),
      began: indexed().find(({ date }) => date !== null)?.date ?? null,
      evidence: once(() => {
        const held = indexed().filter(({ cancelled }) => !cancelled);
        const window = windowAround(held, from, input.today, ({ id }) => witnessOf(id));
        return evidenceOf(window, from.id, noUsage.since);
      }),
    };
  };
}

/** Returns a finding of a part as one of the whole text. */
function shifted(finding: Finding, { start: by, minutes }: FilePart, whole: string): Finding {
  const { length } = minutes.text;
  const isLast = by + length >= whole.length;
  // The line ending after what is inserted at the end of a meeting is there already.
  const textOf = ({ range, text }: TextEdit): string =>
    range.start === length && !isLast ? text.replace(/(?:\r\n|\r|\n)$/, '') : text;
  return {
    ...finding,
    range: shiftRange(finding.range, by),
    related: finding.related.map((each) =>
      each.document === 'minutes' ? { ...each, range: shiftRange(each.range, by) } : each,
    ),
    fixes: finding.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ range: shiftRange(edit.range, by), text: textOf(edit) })),
    })),
  };
}
