import type { ShownBoard } from '../../../server/src/protocol/board-messages.ts';
import type { Direction } from './item-place.ts';

/** What is around the columns of a board, which is the same while they change. */
export interface BoardFrame {
  /** Where the columns are. */
  readonly place: HTMLElement;
  /** Writes the title, what the keys do, and with which meeting the roadmap is compared. */
  describe(shown: ShownBoard): void;
  /** Says what was done, also to screen readers. */
  say(text: string): void;
  /** Shows which ways the selected item can move, and whether there is one. */
  enable(canMove: (direction: Direction) => boolean, canOpen: boolean): void;
}

/** Draws the frame of a board, whose buttons do what its keys do. */
export function boardFrame(on: {
  readonly move: (direction: Direction) => void;
  readonly open: () => void;
}): BoardFrame {
  const title = document.createElement('h1');
  const keys = document.createElement('p');
  keys.id = 'keys';
  const since = document.createElement('p');
  const status = document.createElement('p');
  status.id = 'status';
  status.setAttribute('role', 'status');
  const toolbar = document.createElement('div');
  toolbar.className = 'moves';
  toolbar.setAttribute('role', 'group');
  const buttons = (['left', 'right', 'up', 'down'] as const).map((direction) => ({
    direction,
    button: addButton(toolbar, () => {
      on.move(direction);
    }),
  }));
  const open = addButton(toolbar, on.open);
  const place = document.createElement('div');
  const main = document.createElement('main');
  main.append(title, since, toolbar, keys, status, place);
  document.body.replaceChildren(main);
  return {
    place,
    describe({ title: text, board, words }) {
      const isEmpty = board === null || board.tables.length === 0;
      document.title = text;
      title.textContent = text;
      keys.textContent = isEmpty ? words.nothing : words.keys;
      since.textContent =
        isEmpty || board.since === null ? '' : words.since.replace('{0}', board.since);
      toolbar.hidden = isEmpty;
      toolbar.setAttribute('aria-label', words.toolbar);
      for (const { direction, button } of buttons) button.textContent = words[direction];
      open.textContent = words.open;
    },
    say(text) {
      status.textContent = text;
    },
    enable(canMove, canOpen) {
      for (const { direction, button } of buttons) allow(button, canMove(direction));
      allow(open, canOpen);
    },
  };
}

/** A button that does nothing keeps the focus, so that the next key isn't lost. */
function allow(button: HTMLButtonElement, isAllowed: boolean): void {
  button.setAttribute('aria-disabled', String(!isAllowed));
}

function addButton(place: HTMLElement, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-disabled') !== 'true') press();
  });
  place.append(button);
  return button;
}
