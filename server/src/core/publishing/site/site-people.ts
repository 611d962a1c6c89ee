import { actionsOf, type SeriesAction } from '../../meetings/series-actions.ts';
import type { Series } from '../../meetings/series.ts';
import { normalizeText } from '../../text/normalize-text.ts';
import { slugOf, unique } from './site-meeting.ts';

/** A person whom the minutes name, with what they say of them. */
export interface SitePerson {
  readonly key: string;
  readonly name: string;
  readonly page: string;
  readonly open: readonly SeriesAction[];
  readonly done: readonly SeriesAction[];
  /** Ids of the minutes that list them as present. */
  readonly attended: readonly string[];
  /** The teams that they led, in order of time. */
  readonly led: readonly string[];
}

interface Known {
  readonly name: string;
  readonly open: SeriesAction[];
  readonly done: SeriesAction[];
  readonly attended: string[];
  readonly led: Set<string>;
}

/** Returns the people of a series by the alphabet: owners of actions, attendees, and leads. */
export function sitePeople(series: Series): readonly SitePerson[] {
  const people = new Map<string, Known>();
  const known = (name: string): Known => {
    const key = normalizeText(name);
    const own = people.get(key) ?? { name, open: [], done: [], attended: [], led: new Set() };
    people.set(key, own);
    return own;
  };
  for (const action of actionsOf(series)) {
    for (const { name } of action.last.owners) {
      known(name)[action.last.done ? 'done' : 'open'].push(action);
    }
  }
  for (const { id, teams, record } of series.minutes) {
    for (const { heading } of teams) {
      for (const lead of heading.leads) known(lead).led.add(heading.team);
    }
    for (const { name, presence } of record.attendance) {
      if (presence !== 'absent') known(name).attended.push(id);
    }
  }
  const taken = new Set<string>();
  return [...people]
    .filter(([key]) => slugOf(key) !== '')
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, { led, ...own }]) => ({
      key,
      ...own,
      led: [...led],
      page: `people/${unique(slugOf(key), taken)}.html`,
    }));
}
