/** Returns an equal text that doesn't keep in memory the longer one that it was cut from: V8's slices point into it. */
export function detachedCopy(text: string): string {
  return ` ${text}`.slice(1);
}
