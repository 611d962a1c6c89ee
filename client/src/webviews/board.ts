import type {
  BoardMessage,
  BoardState,
  FailedMove,
  ShownBoard,
} from '../../../server/src/protocol/board-messages.ts';
import { boardFrame } from './board-frame.ts';
import { drawColumns } from './board-columns.ts';
import { itemAt, nextPlace, placeNear, type Direction, type ItemPlace } from './item-place.ts';
import './panel-host.ts';

const host = acquireVsCodeApi<
  BoardState & { readonly selected: ItemPlace; readonly scroll: number }
>();
const tell = (message: BoardMessage): void => {
  host.postMessage(message);
};

runBoard();
tell({ kind: 'ready' });

/** Shows the roadmaps of minutes as boards, and keeps what is selected and where the reader is. */
function runBoard(): void {
  let shown: ShownBoard | null = null;
  let selected: ItemPlace = host.getState()?.selected ?? { table: 0, column: 0, item: 0 };
  let scroll = host.getState()?.scroll ?? 0;
  let moving: { readonly to: ItemPlace; readonly text: string } | null = null;
  const pressed: Direction[] = [];

  const keep = (): void => {
    if (shown !== null) host.setState({ ...shown.state, selected, scroll });
  };
  const select = (place: ItemPlace, focus: boolean): void => {
    selected = place;
    columns.select(place, focus);
    frame.enable((direction) => target(direction) !== null, itemAt(shown, selected) !== null);
    keep();
  };
  const target = (direction: Direction): ItemPlace | null =>
    itemAt(shown, selected) === null ? null : nextPlace(shown, selected, direction);
  const moveTo = (from: ItemPlace, to: ItemPlace): void => {
    const item = itemAt(shown, from);
    const version = shown?.board?.version;
    if (item === null || version === undefined || moving !== null) return;
    moving = { to, text: item.text };
    const { column, item: place } = to;
    tell({ kind: 'move', version, position: item.position, column, place });
  };
  /** Keys that are pressed before an earlier move is made wait for it. */
  const move = (direction: Direction): void => {
    if (moving !== null) {
      pressed.push(direction);
      return;
    }
    const to = target(direction);
    if (to !== null) moveTo(selected, to);
  };
  const open = (): void => {
    const item = itemAt(shown, selected);
    if (item !== null) tell({ kind: 'open', position: item.position });
  };
  const frame = boardFrame({ move, open });
  const columns = drawColumns(frame.place, { select, move, moveTo, open, at: () => shown });

  const show = (data: ShownBoard): void => {
    const isMoved = moving !== null && data.board?.version !== shown?.board?.version;
    const made = isMoved ? moving : null;
    if (isMoved) moving = null;
    shown = data;
    frame.describe(data);
    const hadFocus = columns.hasFocus();
    columns.draw(data);
    select(placeNear(data, made?.to ?? selected), hadFocus);
    if (made !== null && itemAt(shown, made.to)?.text === made.text) announce(made.text, made.to);
    window.scrollTo(0, scroll);
    const [next] = pressed.splice(0, 1);
    if (made !== null && next !== undefined) move(next);
  };
  const announce = (text: string, { table, column, item }: ItemPlace): void => {
    const there = shown?.board?.tables[table]?.columns[column];
    if (shown === null || there === undefined) return;
    const { words } = shown;
    const values = [text, there.horizon || words.noHorizon, item + 1, there.items.length];
    frame.say(words.moved.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)])));
  };

  window.addEventListener('message', ({ data }: MessageEvent<ShownBoard | FailedMove>) => {
    if (data.kind === 'board') {
      show(data);
      return;
    }
    moving = null;
    pressed.length = 0;
    frame.say(shown?.words.failed ?? '');
  });
  window.addEventListener('scroll', () => {
    scroll = window.scrollY;
    keep();
  });
}
