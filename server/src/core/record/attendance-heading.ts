/** Returns whether a text is the heading of a section that lists people, where no template says which does. */
export function isAttendanceHeading(text: string): boolean {
  return mayListPeople.test(text) && attendanceHeading.test(text);
}

/** Asked first: compiling the expression takes longer than all else that a check asks of a heading. */
const mayListPeople =
  /attend|participa|pr[eé].ent|roll|who|teilnehm|anwe.en|aanwe|a.i.tente|出席|参加/i;

/** Finds these headings among all texts. */
export const attendanceHeading =
  /^(?:attendees?|attendance|attend(?:ed|ing)(?: by)?|(?:members )?present|participants?|in attendance|roll call|who was there|teilnehmer(?:innen|\*innen|:innen)?|teilnehmende|anwesend(?:e)?|présents?|aanwezig(?:en)?|asistentes|presenti|presentes|participantes|出席者?|参加者)(?![\p{L}\p{N}])|^(?:[\p{L}-]+ ){1,3}(?:attendance|attendees)$/iu;
