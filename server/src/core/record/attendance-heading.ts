/** Headings of sections that list people, where no template says which do. */
export const attendanceHeading =
  /^(?:attendees?|attendance|attend(?:ed|ing)(?: by)?|(?:members )?present|participants?|in attendance|roll call|who was there|teilnehmer(?:innen|\*innen|:innen)?|teilnehmende|anwesend(?:e)?|présents?|aanwezig(?:en)?|asistentes|presenti|presentes|participantes|出席者?|参加者)(?![\p{L}\p{N}])|^(?:[\p{L}-]+ ){1,3}(?:attendance|attendees)$/iu;
