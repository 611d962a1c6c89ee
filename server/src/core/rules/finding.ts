import type { Departure } from '../meetings/departure.ts';
import type { Removal } from '../meetings/removal.ts';
import type { Severity } from '../template/severity.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import type { TextEdit } from '../text/text-edit.ts';

/** A template that is to be written beside another. */
export interface NewTemplate {
  /** Name of the file, without folder. */
  readonly fileName: string;
  readonly text: string;
}

/** A defect of a document, at the place of its repair. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: OffsetRange;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  /** What was thrown, with its stack, where the finding says that the program itself failed. */
  readonly failure?: string;
  /** What of the template the minutes depart from; it is not a slip if most of the series do. */
  readonly departure?: Departure;
}

/** A place that explains a finding: in the minutes themselves or in their template. */
export interface RelatedPlace {
  readonly document: 'minutes' | 'template';
  readonly range: OffsetRange;
  readonly message: string;
}

/** One way to repair a finding, with an imperative title. */
export interface Fix {
  readonly title: string;
  /** Keeps every word and changes the outline only where the finding says; part of fix-all. */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
  /** Changes what the group has agreed on, so that it is never made together with others. */
  readonly isChoice?: true;
  /** New name of the file, without folder, where the repair is to rename it. */
  readonly fileName?: string;
  /** Edits of the minutes' template, where the repair is to change what it says. */
  readonly templateEdits?: readonly TextEdit[];
  /** A template to be written beside the minutes' own, together with the edits of that. */
  readonly newTemplate?: NewTemplate;
  /** What is to be noted in `.minutes/removed.yml`, where the repair is to say that nothing was lost. */
  readonly removal?: Removal;
}
