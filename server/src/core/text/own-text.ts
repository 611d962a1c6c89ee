/** V8 copies what is shorter, and only points into the longer text for the others. */
const shortestSlice = 13;

/** Returns an equal text that doesn't keep in memory the longer one that it was cut from. */
export function ownText(text: string): string {
  if (text.length < shortestSlice) return text;
  const copy: unknown = JSON.parse(JSON.stringify(text));
  return typeof copy === 'string' ? copy : text;
}
