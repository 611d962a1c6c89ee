import { partsOf, type FilePart, type TemplateOfMany } from '../matching/meetings-in-file.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { readBaseline, type Baseline } from './baseline.ts';
import type { ReportedPart } from './reported-part.ts';

/** Returns what finds the earlier versions of one of many meetings in those of its file. */
export function createMeetingBaselines(
  baselines: readonly Baseline[],
  whole: Minutes,
  many: TemplateOfMany,
): (part: FilePart) => readonly Baseline[] {
  if (baselines.length === 0) return () => [];
  const now = partsOf(whole, many).meetings;
  const versions = baselines.map(({ kind, minutes }) => ({
    kind,
    before: partsOf(minutes, many).meetings,
  }));
  return (part) =>
    versions.flatMap(({ kind, before }): Baseline[] => {
      const earlier = counterpartOf(part, before, now);
      // What is as it was has lost nothing.
      if (earlier === null || earlier.minutes.text === part.minutes.text) return [];
      const baseline = readBaseline(kind, earlier.minutes.text, many.meeting);
      const others = (all: readonly FilePart[], own: FilePart): ReadonlySet<string> =>
        wordingsOf(all, own, many);
      const [there, wasThere] = [others(now, part), others(before, earlier)];
      const isMoved = (wording: string): boolean => there.has(wording) && !wasThere.has(wording);
      const staying = ({ lines, ...named }: ReportedPart): ReportedPart => ({
        ...named,
        lines: () => lines().filter(({ wording }) => !isMoved(wording)),
      });
      return [{ ...baseline, parts: baseline.parts.map(staying) }];
    });
}

/** Finds a meeting in another version of its file: by its heading, of several with the same one by their order. */
function counterpartOf(
  part: FilePart,
  before: readonly FilePart[],
  now: readonly FilePart[],
): FilePart | null {
  const isSame = (other: FilePart): boolean => headingOf(other) === headingOf(part);
  const place = now.filter(isSame).findIndex(({ start }) => start === part.start);
  return before.filter(isSame)[place] ?? null;
}

function headingOf({ minutes }: FilePart): string {
  return minutes.headings[0]?.key ?? '';
}

/** Returns what all meetings but one say, line by line. */
function wordingsOf(
  all: readonly FilePart[],
  own: FilePart,
  { meeting }: TemplateOfMany,
): ReadonlySet<string> {
  const others = all.filter(({ start }) => start !== own.start);
  return new Set(
    others.flatMap(({ minutes }) =>
      meeting.lineWordings(minutes.text).map(({ wording }) => wording),
    ),
  );
}
