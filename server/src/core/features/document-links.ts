import { visit } from 'unist-util-visit';
import type { PlacedPiece } from '../markdown/piece.ts';
import { piecesIn, type Minutes } from '../minutes/read-minutes.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { OffsetRange } from '../text/offset-range.ts';

/** A text that leads somewhere, though Markdown makes no link of it. */
export interface DocumentLink {
  readonly range: OffsetRange;
  readonly target: string;
}

const reference = /(?<![\w/@.-])([A-Za-z0-9][\w-]{0,38})\/([\w.-]{1,100})#(\d{1,9})(?!\w)/g;

/** Returns the references such as `owner/repository#123` in minutes, where the template says where they lead. */
export function documentLinks(minutes: Minutes, { options }: Matcher): readonly DocumentLink[] {
  const { references } = options;
  if (references === null) return [];
  const whole = { start: 0, end: minutes.text.length };
  return piecesIn(minutes.markdown, whole).flatMap((piece) => linksIn(piece, references));
}

/** Only text is looked at: neither code nor what is a link already. */
function linksIn({ piece, start }: PlacedPiece, references: string): DocumentLink[] {
  const links: DocumentLink[] = [];
  visit(piece.tree, (node) => {
    if (node.type === 'link' || node.type === 'linkReference') return 'skip';
    if (node.type !== 'text') return true;
    const from = node.position?.start.offset ?? 0;
    const source = piece.text.slice(from, node.position?.end.offset ?? from);
    for (const match of source.matchAll(reference)) {
      const [found, owner = '', repository = '', number = ''] = match;
      const range = {
        start: start + from + match.index,
        end: start + from + match.index + found.length,
      };
      links.push({ range, target: fill(references, { owner, repository, number }) });
    }
    return true;
  });
  return links;
}

function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (written, name: string) =>
    encodeURIComponent(
      (Object.hasOwn(values, name) ? (values[name] ?? '') : written).toWellFormed(),
    ),
  );
}
