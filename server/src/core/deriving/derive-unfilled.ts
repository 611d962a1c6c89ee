import type { Nodes, Paragraph, TableCell } from 'mdast';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { plainText } from '../minutes/plain-text.ts';
import { readMinutes, type Minutes } from '../minutes/read-minutes.ts';
import { defaultUnfilled } from '../template/default-unfilled.ts';
import type { FolderFile, SeriesFile } from './found-series.ts';

/** What part of the minutes may leave a text as it is: what most have is no gap. */
const most = 0.6;

/**
 * Returns the texts that a group leaves open, with the usual ones: of its own template file what looks left open,
 * of its minutes what looks so in at least two of them. Empty where there are none besides the usual ones.
 */
export function deriveUnfilled(
  files: readonly SeriesFile[],
  start: FolderFile | null,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { minutes } of files) {
    for (const text of openTexts(minutes)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const inMinutes = [...counts].flatMap(([text, count]) =>
    count >= 2 && count <= files.length * most ? [text] : [],
  );
  const inStart = start === null ? [] : [...openTexts(readMinutes(parseMarkdown(start.text)))];
  const usual = new Set(defaultUnfilled.map((text) => text.toLowerCase()));
  const found = [...new Set([...inStart, ...inMinutes])].filter(
    (text) => !usual.has(text.toLowerCase()),
  );
  return found.length === 0 ? [] : [...found, ...defaultUnfilled];
}

/** Returns the whole lines, items and cells of minutes that look left open. */
function openTexts({ markdown }: Minutes): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'tableCell') {
      const text = isPlain(node) ? plainText(node).trim() : '';
      if (looksOpen.test(text)) found.add(text);
    } else if ('children' in node) node.children.forEach(visit);
  };
  for (const { piece } of markdown.pieces) piece.tree.children.forEach(visit);
  return found;
}

/** Text alone: a link in brackets is no gap. */
function isPlain({ children }: Paragraph | TableCell): boolean {
  const [only, ...others] = children;
  return others.length === 0 && only?.type === 'text';
}

/** Words in brackets of some kind, which say what is to be written. */
const looksOpen =
  /^(?:\[(?![xX ]\])[\p{L}][^[\]]{1,60}\]|<[\p{L}][^<>]{1,60}>|(?:add|insert|fill in|your|hier|bitte|ajouter) [^.:]{1,40} here|tba|tbc|\?{3,}|x{3,}|n\.\s?n\.)$/iu;
