import type { BoardWords, ShownBoard } from '../../../server/src/protocol/board-messages.ts';
import type { PlacedItem, PlacedTable } from '../../../server/src/protocol/roadmap-board.ts';
import { dragItems } from './drag-items.ts';
import { neighbor, type Direction, type ItemPlace } from './item-place.ts';

/** What is done with the items of a board. */
export interface BoardActions {
  readonly select: (place: ItemPlace, focus: boolean) => void;
  readonly move: (direction: Direction) => void;
  readonly moveTo: (from: ItemPlace, to: ItemPlace) => void;
  readonly open: () => void;
  /** Returns what is shown. */
  readonly at: () => ShownBoard | null;
}

/** The columns of a board. */
export interface BoardColumns {
  draw(shown: ShownBoard): void;
  /** Makes an item the one that Tab reaches, and that keys move. */
  select(place: ItemPlace, focus: boolean): void;
  /** Returns whether an item has the focus. */
  hasFocus(): boolean;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Draws the columns of boards in an element: each is a list box, and all their items are one stop for Tab. */
export function drawColumns(frame: HTMLElement, on: BoardActions): BoardColumns {
  const items = new Map<HTMLElement, ItemPlace>();
  const placeOf = (target: EventTarget | null): ItemPlace | undefined => {
    const item = target instanceof Element ? target.closest<HTMLElement>('[role=option]') : null;
    return item === null ? undefined : items.get(item);
  };
  frame.addEventListener('keydown', (event) => {
    const place = placeOf(event.target);
    if (place === undefined || !press(event, place, on)) return;
    // What the workbench does with the same key stays undone.
    event.preventDefault();
    event.stopPropagation();
  });
  frame.addEventListener('click', ({ target }) => {
    const place = placeOf(target);
    if (place !== undefined) on.select(place, true);
  });
  frame.addEventListener('dblclick', ({ target }) => {
    if (placeOf(target) !== undefined) on.open();
  });
  dragItems(frame, { placeOf, moveTo: on.moveTo });
  return {
    draw(shown) {
      items.clear();
      frame.replaceChildren(
        ...(shown.board?.tables ?? []).map((table, index) =>
          tableOf(table, index, shown.words, items),
        ),
        ...goneOf(shown),
      );
    },
    select(place, focus) {
      for (const [item, each] of items) {
        const isSelected =
          each.table === place.table && each.column === place.column && each.item === place.item;
        item.tabIndex = isSelected ? 0 : -1;
        item.setAttribute('aria-selected', String(isSelected));
        if (isSelected && focus) item.focus();
      }
    },
    hasFocus: () => placeOf(document.activeElement) !== undefined,
  };
}

/** Does what a key does at an item; returns whether it does anything. */
function press(event: KeyboardEvent, place: ItemPlace, on: BoardActions): boolean {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (ctrlKey || metaKey || shiftKey) return false;
  const direction = directions[key];
  if (altKey) {
    if (direction !== undefined) on.move(direction);
    return direction !== undefined;
  }
  if (key === 'Enter') {
    on.open();
    return true;
  }
  const way = key === 'Home' ? 'first' : key === 'End' ? 'last' : direction;
  if (way === undefined) return false;
  const next = neighbor(on.at(), place, way);
  if (next !== null) on.select(next, true);
  return true;
}

function tableOf(
  { name, columns }: PlacedTable,
  table: number,
  words: BoardWords,
  items: Map<HTMLElement, ItemPlace>,
): HTMLElement {
  const section = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = name;
  const board = document.createElement('div');
  board.className = 'board';
  for (const [column, { horizon, items: own }] of columns.entries()) {
    const frame = document.createElement('div');
    frame.className = 'column';
    frame.dataset.column = String(column);
    frame.dataset.table = String(table);
    const label = document.createElement('h3');
    label.id = `horizon-${String(table)}-${String(column)}`;
    label.textContent = horizon === '' ? words.noHorizon : horizon;
    const list = document.createElement('div');
    list.className = 'items';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-labelledby', label.id);
    list.setAttribute('aria-describedby', 'keys');
    for (const [item, each] of own.entries()) {
      const element = itemOf(each, words);
      items.set(element, { table, column, item });
      list.append(element);
    }
    frame.append(label, list);
    board.append(frame);
  }
  section.append(heading, board);
  return section;
}

function itemOf({ text, change }: PlacedItem, words: BoardWords): HTMLElement {
  const item = document.createElement('div');
  item.className = 'item';
  item.setAttribute('role', 'option');
  item.draggable = true;
  item.append(text);
  if (change !== null) {
    const said = change.kind === 'new' ? words.isNew : withName(words.movedFrom, change.from);
    item.append(' ', badge(said));
  }
  return item;
}

/** Lists what the last meeting's roadmap had and this one hasn't. */
function goneOf({ board, words }: ShownBoard): readonly HTMLElement[] {
  if (board === null || board.gone.length === 0) return [];
  const section = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = words.gone;
  const list = document.createElement('ul');
  list.className = 'gone';
  for (const { horizon, text } of board.gone) {
    const item = document.createElement('li');
    item.append(text, ' ', badge(withName(words.goneFrom, horizon)));
    list.append(item);
  }
  section.append(heading, list);
  return [section];
}

function badge(text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'badge';
  element.textContent = text;
  return element;
}

function withName(words: string, horizon: string): string {
  return words.replace('{0}', () => horizon);
}
