import dayjs from 'dayjs';

/** Returns today's date in the local time zone, ISO. */
export function localDate(): string {
  return dayjs().format('YYYY-MM-DD');
}
