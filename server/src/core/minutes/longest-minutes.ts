/**
 * The most that minutes, templates and rosters may have, in bytes of a file or UTF-16 units of a text.
 * No person wrote what is longer, and the time of parsing can grow faster than its text.
 */
export const longestMinutes = 1_500_000;
