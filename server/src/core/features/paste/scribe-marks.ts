const topic =
  /^(?:(?:sub)?topic|agendum|chapter)[ \t]*:[ \t]*(\S.*)$|^#(?:sub)?topic[ \t]+(\S.*)$|^\[topic\][ \t]*(\S.*)$/i;
const marked =
  /^(?:#|\[)?(action(?: item)?|todo|resolved|resolution|agreed|agree|accepted|decision|decided)(?:\]|[ \t]*:|(?<=^#\w+)[ \t])[ \t]*(\S.*)$/i;

/** A decision or an action that a scribe marked. */
export interface ScribeMark {
  readonly kind: 'action' | 'decision';
  readonly text: string;
}

/** Returns the topic that a line begins; null where it begins none. */
export function topicOf(line: string): string | null {
  const found = topic.exec(line);
  return (found?.[1] ?? found?.[2] ?? found?.[3])?.trim() ?? null;
}

/** Returns the decision or action that a line marks; null where it marks none. */
export function markOf(line: string): ScribeMark | null {
  const [, mark, text = ''] = marked.exec(line) ?? [];
  if (mark === undefined) return null;
  return { kind: /^(?:action|todo)/i.test(mark) ? 'action' : 'decision', text };
}

/** Returns whether a line marks a decision or an action. */
export function isMarked(line: string): boolean {
  return marked.test(line);
}
