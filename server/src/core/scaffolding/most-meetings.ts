/** So many minutes may be made at once: more are a mistake. */
export const mostMeetings = 200;
