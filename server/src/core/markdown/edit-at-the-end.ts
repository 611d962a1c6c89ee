import { EditMap } from 'micromark-util-edit-map';
import type { Event } from 'micromark-util-types';

/**
 * Makes micromark apply its edits to the end of its events without copying those before:
 * it edits at each container that ends and each underlined heading, and took quadratic time for many.
 */
export function editAtTheEnd(): void {
  EditMap.prototype.consume = consume;
}

function consume(this: EditMap, events: Event[]): undefined {
  const changes = this.map.sort(([a], [b]) => a - b);
  const after: Event[][] = [];
  for (const [at, removed, added] of changes.toReversed()) {
    after.push(events.splice(at).slice(removed), added);
  }
  for (const part of after.reverse()) for (const event of part) events.push(event);
  this.map.length = 0;
  this.index.clear();
}
