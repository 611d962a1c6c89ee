import * as l10n from '@vscode/l10n';
import type { TemplateSource } from '../core/claims/choose-template.ts';
import { templateOfMany } from '../core/matching/meetings-in-file.ts';
import type { Matcher } from '../core/matching/matcher.ts';
import {
  addMeeting,
  fileForMeeting,
  fileOfMeeting,
  headText,
  meetingPath,
  meetingsOf,
} from '../core/scaffolding/new-meeting.ts';
import type { KnownMinutes, NewMinutes } from '../core/scaffolding/new-minutes.ts';
import { applyEdits } from '../core/text/text-edit.ts';
import { decodeText, encodeText } from './decode-text.ts';
import { FileError, UsageError, type Environment } from './environment.ts';
import type { MadeMinutes } from './made-minutes.ts';
import type { SeriesBelow } from './series-below.ts';

/** The files of a template that hold many meetings each. */
export interface MeetingFiles {
  /** The template of a meeting. */
  readonly template: Matcher;
  /** All meetings; `path` is that of the file and the meeting's place among its meetings. */
  readonly meetings: readonly KnownMinutes[];
  textOf(meeting: Pick<KnownMinutes, 'path'>): string | null;
  /** Adds a meeting to the file of the latest one, or makes the file. */
  add(made: NewMinutes, dryRun: boolean): MadeMinutes;
}

/** Returns the files of a template whose files hold many meetings each; null where they hold one. */
export function createMeetingFiles(
  { template }: TemplateSource,
  root: string,
  series: SeriesBelow,
  { files }: Environment,
): MeetingFiles | null {
  const many = templateOfMany(template);
  if (many === null) return null;
  const texts = new Map<string, string>();
  const meetings = series.minutes.flatMap((file) =>
    meetingsOf(series.textOf(file) ?? '', many).map(({ date, text }, index): KnownMinutes => {
      const path = meetingPath(file.path, index);
      texts.set(path, text);
      return { path, date };
    }),
  );
  const others = series.minutes.map((file) => file.path);
  const path = fileForMeeting(meetings, others, template);

  const change = (made: NewMinutes, to: string, dryRun: boolean): string | null => {
    const location = `${root}/${to}`;
    if (files.kindOf(location) === 'absent') {
      const text = `${headText(many, made.date)}${made.text}`;
      if (!dryRun) files.create(location, { bytes: new TextEncoder().encode(text), within: root });
      return null;
    }
    const read = files.read(location);
    if (!('bytes' in read)) return read.reason;
    const decoded = decodeText(read.bytes);
    if (!('text' in decoded)) return decoded.reason;
    const text = applyEdits(decoded.text, [addMeeting(decoded.text, many, made.text)]);
    const bytes = encodeText({ ...decoded, text });
    if (!dryRun) files.replace(location, { expected: read.bytes, bytes, within: root });
    return null;
  };

  return {
    template: many.meeting,
    meetings,
    textOf: (meeting) => texts.get(meeting.path) ?? null,
    add(made, dryRun) {
      if (path === null) {
        throw new UsageError(
          l10n.t('the template doesn’t say which file the meetings are in: name it in “files”'),
        );
      }
      const from = made.from === null ? null : fileOfMeeting(made.from);
      const placed = { ...made, from, path: meetingPath(path, made.date) };
      try {
        return { made: placed, path, failure: change(made, path, dryRun) };
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
        return { made: placed, path, failure: error.message };
      }
    },
  };
}
