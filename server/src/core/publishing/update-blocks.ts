/** A block of an update: a top-level item with what is below it, or a paragraph. */
export interface UpdateBlock {
  readonly kind: 'item' | 'text' | 'heading';
  /** In Markdown, without the blank lines around it. */
  readonly text: string;
}

const item = /^(?:[-*+]|\d{1,9}[.)])[ \t]+\S/;
const fence = /^ {0,3}(?:`{3,}|~{3,})/;

/** Splits the text of an update into its blocks, in order; a list and code stay whole by item. */
export function updateBlocks(update: string): readonly UpdateBlock[] {
  const blocks: { kind: UpdateBlock['kind']; lines: string[] }[] = [];
  let isBlank = true;
  let isCode = false;
  for (const line of update.replace(/<!--[^]*?-->/g, '').split(/\r\n|[\r\n]/)) {
    const last = blocks.at(-1);
    const kind = kindOf(line);
    const begins =
      !isCode &&
      line.trim() !== '' &&
      !/^[ \t]/.test(line) &&
      (kind !== 'text' || isBlank || last === undefined || last.kind === 'heading');
    if (begins || last === undefined) blocks.push({ kind, lines: [line] });
    else last.lines.push(line);
    if (fence.test(line)) isCode = !isCode;
    isBlank = line.trim() === '';
  }
  return blocks
    .map(({ kind, lines }) => ({ kind, text: lines.join('\n').trim() }))
    .filter(({ text }) => text !== '');
}

function kindOf(line: string): UpdateBlock['kind'] {
  if (/^#{1,6}[ \t]/.test(line)) return 'heading';
  return item.test(line) ? 'item' : 'text';
}
