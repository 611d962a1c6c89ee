import { cachedByText } from '../text/cached.ts';
import { detachedCopy } from '../text/detached-copy.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { emptyRecord, type MeetingRecord } from './meeting-record.ts';
import type { NamedPerson } from './named-person.ts';

/** Returns a record that doesn't keep in memory the text that it was read from. */
export function detachedRecord({ actions, decisions, attendance }: MeetingRecord): MeetingRecord {
  if (actions.length + decisions.length + attendance.length === 0) return emptyRecord;
  return {
    actions: actions.map((action) => ({
      ...action,
      owners: action.owners.map(detachedPerson),
      text: detachedCopy(action.text),
      source: detachedCopy(action.source),
      due: action.due === null ? null : detachedCopy(action.due),
    })),
    decisions: decisions.map((decision) => ({
      ...decision,
      text: detachedCopy(decision.text),
      number: decision.number === null ? null : detachedCopy(decision.number),
    })),
    attendance: attendance.map((attendee) => ({
      ...attendee,
      ...detachedPerson(attendee),
      note: attendee.note === null ? null : sharedName(attendee.note).name,
    })),
  };
}

/** Remembered, for the same people are in many minutes, which then share their names. */
const sharedName = cachedByText((name): NamedPerson => ({ name, key: normalizeText(name) }));

function detachedPerson({ name, key }: NamedPerson): NamedPerson {
  const shared = sharedName(name);
  return shared.key === key ? shared : { name: shared.name, key: detachedCopy(key) };
}
