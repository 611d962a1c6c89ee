import { trackActions, type TrackedAction } from '../record/track-actions.ts';
import { cachedByObject } from '../text/cached.ts';
import type { IndexedMinutes } from './indexed-minutes.ts';
import type { Series } from './series.ts';

/** An action through the minutes of a series. */
export type SeriesAction = TrackedAction<IndexedMinutes>;

/** Returns the actions of a series through its minutes; the result is cached. */
export const actionsOf = cachedByObject(({ minutes }: Series): readonly SeriesAction[] =>
  trackActions(minutes.map((each) => ({ meeting: each, actions: each.record.actions }))),
);

/** Returns the actions that are not reported as done, as they were last mentioned. */
export function openActionsOf(series: Series): readonly SeriesAction[] {
  return actionsOf(series).filter(({ last }) => !last.done);
}
