import type { ItemPlace } from './item-place.ts';

/** Lets a pointer drag the items of a board to a place in a column of the same table. */
export function dragItems(
  frame: HTMLElement,
  on: {
    readonly placeOf: (target: EventTarget | null) => ItemPlace | undefined;
    readonly moveTo: (from: ItemPlace, to: ItemPlace) => void;
  },
): void {
  let dragged: { readonly item: Element; readonly place: ItemPlace } | null = null;
  const mark = (element: Element | null, name: 'before' | 'end'): void => {
    for (const each of frame.querySelectorAll('.before, .end')) {
      each.classList.remove('before', 'end');
    }
    element?.classList.add(name);
  };
  /** Returns the column below the pointer, where the dragged item may be dropped. */
  const columnAt = ({ target }: DragEvent): HTMLElement | null => {
    const column = target instanceof Element ? target.closest<HTMLElement>('.column') : null;
    return Number(column?.dataset.table) === dragged?.place.table ? column : null;
  };
  /** Returns the other items of a column, and the place among them that the pointer is at. */
  const dropAt = (
    column: Element,
    y: number,
  ): { readonly others: readonly Element[]; readonly place: number } => {
    const others = [...column.querySelectorAll('.item')].filter((item) => item !== dragged?.item);
    const below = others.findIndex((item) => {
      const { top, height } = item.getBoundingClientRect();
      return y < top + height / 2;
    });
    return { others, place: below === -1 ? others.length : below };
  };
  frame.addEventListener('dragstart', (event) => {
    const place = on.placeOf(event.target);
    if (place === undefined || !(event.target instanceof Element)) return;
    dragged = { item: event.target, place };
    event.dataTransfer?.setData('text/plain', event.target.textContent);
    if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = 'move';
  });
  frame.addEventListener('dragover', (event) => {
    const column = dragged === null ? null : columnAt(event);
    if (column === null) {
      mark(null, 'end');
      return;
    }
    event.preventDefault();
    const { others, place } = dropAt(column, event.clientY);
    const next = others[place];
    if (next === undefined) mark(column, 'end');
    else mark(next, 'before');
  });
  frame.addEventListener('drop', (event) => {
    const column = dragged === null ? null : columnAt(event);
    if (column === null || dragged === null) return;
    event.preventDefault();
    const { place: from } = dragged;
    const { place } = dropAt(column, event.clientY);
    const to = { table: from.table, column: Number(column.dataset.column), item: place };
    if (to.column !== from.column || to.item !== from.item) on.moveTo(from, to);
  });
  frame.addEventListener('dragend', () => {
    dragged = null;
    mark(null, 'end');
  });
}
