/** Returns whether a text is the heading of a section that lists people, where no template says which does. */
export function isAttendanceHeading(text: string): boolean {
  return mayIntroducePeople(text) && attendanceHeading.test(text);
}

/** Finds labels with what the names of present people follow. */
export const attendanceLabel =
  /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)?(?:[\p{L}-]+ ){0,3}(?:present|attend|participants|anwesend|teilnehm|aanwezig|présent|asistentes|presenti|presentes|participantes|出席)[^:\n]{0,20}:/imu;

/** Returns whether a text has a label with what the names of present people follow. */
export function labelsPeople(text: string): boolean {
  return mayIntroducePeople(text) && attendanceLabel.test(text);
}

/** Returns whether a text has what the headings and labels have: compiling their expressions takes longer than asking it of all headings. */
function mayIntroducePeople(text: string): boolean {
  return /attend|participa|pr[eé].ent|roll|who|teilnehm|anwe.en|aanwe|a.i.tente|出席|参加/i.test(
    text,
  );
}

/** Finds these headings among all texts. */
export const attendanceHeading =
  /^(?:attendees?|attendance|attend(?:ed|ing)(?: by)?|(?:members )?present|participants?|in attendance|roll call|who was there|teilnehmer(?:innen|\*innen|:innen)?|teilnehmende|anwesend(?:e)?|présents?|aanwezig(?:en)?|asistentes|presenti|presentes|participantes|出席者?|参加者)(?![\p{L}\p{N}])|^(?:[\p{L}-]+ ){1,3}(?:attendance|attendees)$/iu;
