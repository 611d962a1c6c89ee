/**
 * The largest size of minutes, templates and rosters, in bytes of a file or UTF-16 units of a text.
 * No person wrote what is longer, and the time of parsing can grow faster than its text.
 */
export const sizeLimit = 1_500_000;
