import { diceCoefficient } from 'dice-coefficient';
import { normalizeText } from '../text/normalize-text.ts';
import type { ActionItem } from './read-actions.ts';

/** The actions of one meeting; `meeting` is whatever the caller knows it by. */
export interface MeetingActions<Meeting> {
  readonly meeting: Meeting;
  readonly actions: readonly ActionItem[];
}

/** One action through the meetings that mention it, the earliest first. */
export interface TrackedAction<Meeting> {
  readonly mentions: readonly { readonly meeting: Meeting; readonly action: ActionItem }[];
  /** The action as it was last mentioned. */
  readonly last: ActionItem;
  /** The last due day that a mention names, ISO; null where none does. */
  readonly due: string | null;
}

/** From this resemblance of their words on, two texts are one action; chosen on the minutes of twelve groups. */
const leastResemblance = 0.75;

/** Follows actions through meetings, given the earliest first; an action that is done doesn't go on. */
export function trackActions<Meeting>(
  meetings: readonly MeetingActions<Meeting>[],
): readonly TrackedAction<Meeting>[] {
  const ended: TrackedAction<Meeting>[] = [];
  let open: TrackedAction<Meeting>[] = [];
  for (const { meeting, actions } of meetings) {
    const before = open;
    const pairs =
      actions.length === 0
        ? new Map<number, number>()
        : pairActions(
            before.map(({ last }) => last),
            actions,
          );
    const now = actions.map((action, index): TrackedAction<Meeting> => {
      const known = pairs.get(index);
      const tracked = known === undefined ? undefined : before[known];
      const mentions = [...(tracked?.mentions ?? []), { meeting, action }];
      return { mentions, last: action, due: action.due ?? tracked?.due ?? null };
    });
    const goneOn = new Set(pairs.values());
    open = [...before.filter((_, index) => !goneOn.has(index)), ...now];
    ended.push(...open.filter(({ last }) => last.done));
    open = open.filter(({ last }) => !last.done);
  }
  return [...ended, ...open];
}

/** Pairs later actions with earlier ones that are the same, each with one at most, the nearest first: index of the later, index of the earlier. */
export function pairActions(
  earlier: readonly ActionItem[],
  later: readonly ActionItem[],
): ReadonlyMap<number, number> {
  const compared = later.map(comparable);
  const candidates = earlier.flatMap((other, otherIndex) => {
    if (!later.some((action) => shareOwner(action, other))) return [];
    const before = comparable(other);
    return compared.flatMap((action, index) => {
      const resemblance = resemblanceOf(before, action);
      return resemblance >= leastResemblance ? [{ index, otherIndex, resemblance }] : [];
    });
  });
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { index, otherIndex } of candidates.sort((a, b) => b.resemblance - a.resemblance)) {
    if (pairs.has(index) || taken.has(otherIndex)) continue;
    pairs.set(index, otherIndex);
    taken.add(otherIndex);
  }
  return pairs;
}

/** An action as it is compared with others. */
interface Comparable extends Pick<ActionItem, 'owners'> {
  readonly text: string;
  readonly links: readonly string[];
}

function comparable({ owners, text }: ActionItem): Comparable {
  return { owners, text: normalizeText(text), links: issueLinks(text) };
}

function resemblanceOf(a: Comparable, b: Comparable): number {
  if (!shareOwner(a, b)) return 0;
  if (b.links.some((link) => a.links.includes(link))) return 1;
  const [short, long] = [a.text.length, b.text.length].sort((one, other) => one - other);
  // So many letters alone keep two texts apart (the coefficient is at most twice the shorter by both).
  if ((2 * (short ?? 0)) / ((short ?? 0) + (long ?? 0)) < leastResemblance - 0.05) return 0;
  return diceCoefficient(a.text, b.text);
}

function shareOwner(
  { owners: a }: Pick<ActionItem, 'owners'>,
  { owners: b }: Pick<ActionItem, 'owners'>,
): boolean {
  if (a.length === 0 || b.length === 0) return true;
  return a.some(({ key }) => b.some((other) => other.key === key));
}

function issueLinks(text: string): readonly string[] {
  return [...text.matchAll(/https?:\/\/[^\s)>\]]+\/(?:issues|pull|merge_requests)\/\d+/g)].map(
    ([link]) => link,
  );
}
