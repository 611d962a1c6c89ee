import type { ShownChart } from '../../../server/src/protocol/history-messages.ts';

/** Returns a chart's table, folded away; `open` takes row and column of the cell that is clicked. */
export function chartTable(
  { table, title }: ShownChart,
  words: { readonly table: string; readonly leftOut: string },
  open: (row: number, column: number) => void,
): HTMLElement {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = words.table;
  const region = document.createElement('div');
  region.className = 'table';
  region.tabIndex = 0;
  region.setAttribute('role', 'region');
  region.setAttribute('aria-label', title);
  const grid = document.createElement('table');
  const head = grid.createTHead().insertRow();
  for (const column of table.columns) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = column;
    head.append(cell);
  }
  const body = grid.createTBody();
  for (const [row, cells] of table.rows.entries()) {
    const line = body.insertRow();
    for (const [column, cell] of cells.entries()) {
      const isLink = typeof cell === 'object' && cell.target !== null;
      const text = String(typeof cell === 'object' ? cell.text : cell);
      line.insertCell().append(
        isLink
          ? button(text, () => {
              open(row, column);
            })
          : text,
      );
    }
  }
  region.append(grid);
  if (table.leftOut > 0) {
    const note = document.createElement('p');
    note.textContent = words.leftOut.replace('{0}', String(table.leftOut));
    region.append(note);
  }
  details.append(summary, region);
  return details;
}

function button(text: string, press: () => void): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', press);
  return element;
}
