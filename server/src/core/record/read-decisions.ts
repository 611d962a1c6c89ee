import type { OffsetRange } from '../text/offset-range.ts';
import { itemsBelow, withItems } from './items-below.ts';
import { isOpenLine, type RecordPart } from './read-actions.ts';
import type { LineShapes, Vote } from './shaped-line.ts';
import { writtenLinesIn, type WrittenLine } from './written-lines.ts';

/** What a meeting decided. */
export interface Decision {
  /** In Markdown, without the word that announces it. */
  readonly text: string;
  /** As the template's shape has it; null where it has none. */
  readonly number: string | null;
  /** Null where the template's shape counts no votes. */
  readonly vote: Vote | null;
  readonly range: OffsetRange;
}

const announced =
  /^(?:\*\*|__)?(?:RESOLVED|Resolved|RESOLUTION|Resolution|DECISION|Decision|AGREED|Agreed)(?: \d+)?(?:\*\*|__)?\s*:(?:\*\*|__)?\s*(?=\S)/;

/** Returns whether a text can hold a decision outside a marked section: asked first, because most texts hold none. */
export function mayHoldDecision(text: string): boolean {
  return mayBeHeaded.test(text) || mayBeSaid(text);
}

/** Returns whether a text can hold a decision whatever is above it. */
function mayBeSaid(text: string): boolean {
  return mayBeAnnounced.test(text) || mayBeReported(text);
}

const heading = String.raw`(?:decisions?|resolutions?|beschl[uü]sse|entscheidungen|décisions?|決定事項)(?: (?:made|taken))?`;

/** Headings of sections that list decisions, where no template says which do. */
export const decisionsHeading = new RegExp(`^${heading}$`, 'iu');

const mayBeHeaded = new RegExp(`^#{1,6}[ \\t].*${heading}`, 'imu');

/** What announces a decision, also where its line goes on in the next one, within a quote, too. */
const mayBeAnnounced =
  /(?:RESOLVED|Resolved|RESOLUTION|Resolution|DECISION|Decision|AGREED|Agreed)(?:[\s>]+\d+)?(?:\*\*|__)?[\s>]*:/;

/** A group that decides, and that it did. */
const reported =
  /^(?:The )?(?:T?SC|CPC|[CW]G|PMC|TO?C|[Tt]eam|[Bb]oard|[Cc]ommittee|[Gg]roup|(?:Steering |Technical )?(?:Council|Committee)|Working Group)(?: ha[sd])?(?: unanimously)? (?:decided|voted to|agreed (?:to|that|on)|approved|resolved (?:to|that))\b/;

const reportedInItem = new RegExp(
  `^[ \\t>]*(?:[-*+]|\\d{1,9}[.)])[ \\t]+(?:\\[[ xX]\\][ \\t]+)?${reported.source.slice(1)}`,
  'm',
);

/** Returns whether an item of a text may report what a group decided. */
function mayBeReported(text: string): boolean {
  return reports.test(text) && reportedInItem.test(text);
}

const reports = / (?:decided|approved|agreed |voted to|resolved )/;

/** What says that nothing was decided. */
const none =
  /^[(*_]*(?:none|n\/a|nothing|no (?:new )?(?:decisions?|resolutions?)(?: (?:made|taken))?|keine?|aucune?)[)*_]*\.?$/i;

/** Returns whether an item reports what a group decided. */
function isReported({ kind, content }: WrittenLine): boolean {
  return kind === 'item' && reported.test(content);
}

/** Returns the decisions in parts of a text, in order: all top-level items and lines of a marked part, and elsewhere what a word announces. */
export function readDecisions(
  text: string,
  parts: readonly RecordPart[],
  shapes: LineShapes,
): readonly Decision[] {
  return parts.flatMap(({ range, isMarked, isHeaded }) => {
    const mayHold =
      isMarked || isHeaded || !shapes.areNone || mayBeSaid(text.slice(range.start, range.end));
    const lines = mayHold ? writtenLinesIn(text, range) : [];
    return lines.flatMap((line, index) =>
      isOpenLine(line)
        ? []
        : (readShaped(line, shapes, isMarked) ??
          readDecision(
            line,
            () => itemsBelow(lines, index, text),
            isMarked || (isHeaded && line.kind === 'item'),
          )),
    );
  });
}

function readShaped(
  line: WrittenLine,
  shapes: LineShapes,
  isMarked: boolean,
): readonly Decision[] | null {
  if (shapes.areNone || (isMarked && line.indentation > 0)) return null;
  const read = shapes.read(line, isMarked);
  if (read === null) return null;
  const { text, number, vote } = read;
  return [{ text, number, vote, range: line.range }];
}

function readDecision(
  line: WrittenLine,
  below: () => readonly WrittenLine[],
  isListed: boolean,
): readonly Decision[] {
  const found = announced.exec(line.content);
  const isSaid = (isListed && line.indentation < 2) || isReported(line);
  if (found === null && !isSaid) return [];
  const said = line.content.slice(found?.[0].length ?? 0).trim();
  if (!/\p{L}/u.test(said) || none.test(said)) return [];
  const listed = said.endsWith(':') ? below() : [];
  const last = listed.at(-1) ?? line;
  return [
    {
      number: null,
      vote: null,
      text: withItems(said, listed),
      range: { start: line.range.start, end: last.range.end },
    },
  ];
}
