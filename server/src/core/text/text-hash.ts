/** Returns 16 hexadecimal digits that identify a text, the same on every platform. */
export function textHash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (low >>> 15);
  }
  return [hexOf(high), hexOf(low)].join('');
}

/** In two quarters, for V8 writes only small integers quickly. */
function hexOf(half: number): string {
  return quarterOf(half >>> 16) + quarterOf(half & 0xffff);
}

function quarterOf(bits: number): string {
  return (bits + 0x10000).toString(16).slice(1);
}
