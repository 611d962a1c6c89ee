import { minutesBefore } from '../../meetings/series.ts';
import type { ActionItem } from '../../record/read-actions.ts';
import { pairActions } from '../../record/track-actions.ts';
import type { RuleContext } from '../rule.ts';

/** An open action that later minutes don't mention, with the ISO date of the minutes that do. */
export interface DroppedAction {
  readonly action: ActionItem;
  readonly date: string;
}

/** Returns the open actions of the last minutes before these that these don't mention. */
export function droppedActions({
  date,
  record,
  history: { series },
}: Pick<RuleContext, 'date' | 'record' | 'history'>): readonly DroppedAction[] {
  if (date === null) return [];
  const last = minutesBefore(series, date).findLast(({ cancelled }) => !cancelled);
  const open = last?.record.actions.filter(({ done }) => !done) ?? [];
  if (open.length === 0) return [];
  const mentioned = new Set(pairActions(open, record().actions).values());
  return open
    .filter((_, index) => !mentioned.has(index))
    .map((action) => ({ action, date: last?.date ?? '' }));
}
