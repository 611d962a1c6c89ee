import type { Minutes } from '../minutes/read-minutes.ts';
import type { TemplateMatch } from '../matching/template-match.ts';
import type { Matcher } from '../matching/matcher.ts';
import { resembles } from '../text/closest.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { Baseline } from './baseline.ts';
import { removedTextHash } from './removal.ts';
import { reportedParts, type ReportedPart } from './reported-part.ts';
import type { UpdateLine } from './update-lines.ts';

/** Text of a baseline that vanished while its heading stayed. */
export interface LostUpdate {
  /** The part as the baseline has it. */
  readonly before: ReportedPart;
  /** The same part now. */
  readonly now: ReportedPart;
  /** The lines of the baseline that are nowhere any more. */
  readonly lines: readonly UpdateLine[];
  /** Hash by which the text is known. */
  readonly hash: string;
}

/**
 * Returns the parts of a baseline whose text vanished without anybody writing there.
 * What is elsewhere was moved, what got new lines was rewritten, a part without its heading was retired:
 * none of these is lost. Where only some lines of a part are gone, an edit elsewhere must have come with it.
 */
export function lostUpdates(
  baseline: Baseline,
  minutes: Minutes,
  match: TemplateMatch,
  template: Matcher,
): readonly LostUpdate[] {
  if (baseline.minutes.text === minutes.text) return [];
  const says = new Set(
    minutes.markdown.pieces.flatMap(({ piece }) =>
      template.wordingOf(piece).lines.map(({ wording }) => wording),
    ),
  );
  const vanished = (part: ReportedPart): UpdateLine[] =>
    part.lines().filter(({ wording }) => wording !== '' && !says.has(wording));
  const suspects = baseline.parts.filter((part) => vanished(part).length > 0);
  if (suspects.length === 0) return [];

  const parts = reportedParts(minutes, match, template);
  if (isOtherMeeting(baseline, parts, says)) return [];
  const written = parts.filter((part) => part.lines().some((line) => isNew(line, baseline)));
  return suspects.flatMap((before): LostUpdate[] => {
    const now = counterpartOf(before, baseline.parts, parts);
    if (now === null || written.includes(now)) return [];
    const lines = vanished(before);
    const whole = before.lines().every(({ wording }) => wording === '' || !says.has(wording));
    const renamed = now.heading.text !== before.heading.text;
    return whole || renamed || written.length > 0
      ? [{ before, now, lines, hash: removedTextHash(lines) }]
      : [];
  });
}

function isNew({ wording }: UpdateLine, { allWordings: before }: Baseline): boolean {
  return wording !== '' && !before.has(wording);
}

/** A file whose title changed and of which no update is left was begun again for another meeting. */
function isOtherMeeting(
  { parts: before }: Baseline,
  now: readonly ReportedPart[],
  says: ReadonlySet<string>,
): boolean {
  const [title, newTitle] = [before[0], now[0]];
  if (title === undefined || title.heading.text === newTitle?.heading.text) return false;
  const updates = before.filter(({ team }) => team !== null).flatMap(({ lines }) => lines());
  return updates.every(({ wording }) => wording === '' || !says.has(wording));
}

/** Finds a part in another version: by its key, else renamed in its place. */
function counterpartOf(
  part: ReportedPart,
  before: readonly ReportedPart[],
  now: readonly ReportedPart[],
): ReportedPart | null {
  const same = now.find(({ key }) => key === part.key);
  if (same !== undefined || part.team === null) return same ?? null;
  const slot = slotOf(part, before);
  const renamed = now.find(
    (other) =>
      other.team !== null &&
      !before.some(({ key }) => key === other.key) &&
      slotOf(other, now) === slot &&
      isSameTeam(part, other),
  );
  return renamed ?? null;
}

function slotOf(part: ReportedPart, parts: readonly ReportedPart[]): string {
  const index = parts.indexOf(part);
  return JSON.stringify([parts[index - 1]?.key ?? null, parts[index + 1]?.key ?? null]);
}

function isSameTeam(a: ReportedPart, b: ReportedPart): boolean {
  const leads = ({ team }: ReportedPart): string =>
    (team?.team.leads ?? []).map(normalizeText).sort().join('/');
  return resembles(a.name, b.name) || (leads(a) !== '' && leads(a) === leads(b));
}
