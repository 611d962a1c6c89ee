import type { History } from '../../meetings/history.ts';
import type { Minutes } from '../../minutes/read-minutes.ts';
import type { Roster } from '../../template/roster.ts';
import type { Matcher } from '../../matching/matcher.ts';
import type { OffsetRange } from '../../text/offset-range.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { Line } from '../../text/text-line.ts';

/** One thing that may be written at a place. */
export interface Completion {
  readonly kind:
    | 'section'
    | 'team'
    | 'lead'
    | 'person'
    | 'action'
    | 'status'
    | 'horizon'
    | 'item'
    | 'date'
    | 'release'
    | 'field'
    | 'key'
    | 'value'
    | 'placeholder'
    | 'template';
  readonly label: string;
  readonly detail: string;
  /** The author's help, as plain text. */
  readonly help: string | null;
  /** What it replaces: on the cursor's line, up to the cursor or the bracket that the editor closed after it. */
  readonly range: OffsetRange;
  readonly text: string;
  /** The text in LSP's snippet syntax; null where it has no tab stop. */
  readonly snippet: string | null;
  /** What is inserted at another place, where that belongs; the cursor's line keeps nothing of it. */
  readonly elsewhere?: TextEdit;
}

/** What completion looks at besides the cursor. */
export interface CompletionInput {
  readonly minutes: Minutes;
  readonly template: Matcher;
  readonly roster: Roster | null;
  readonly fileName: string | null;
  /** ISO date. */
  readonly today: string;
  readonly history: History;
}

/** The cursor, and the minutes as they are without the line that is being written. */
export interface CompletionPlace extends CompletionInput {
  readonly offset: number;
  readonly line: Line;
  /** The line up to the cursor. */
  readonly typed: string;
  /** The line after the cursor. */
  readonly rest: string;
}
