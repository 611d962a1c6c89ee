import type { RecordKind } from '../template/refinements.ts';

/** What part of the minutes has to have a section, at any of its levels, for it to be required. */
export const requiredShare = 0.95;

/** A template as it is proposed, before it is written. */
export interface DerivedTemplate {
  readonly name: string;
  readonly files: readonly string[];
  readonly fileName: string | null;
  /** ISO dates of the first and the last day on which the form holds. */
  readonly from: string | null;
  readonly until: string | null;
  /** The language of its dates, a BCP 47 tag; null for English. */
  readonly locale: string | null;
  /** RFC 5545 recurrence rule. */
  readonly schedule: string | null;
  readonly unfilled: readonly string[];
  /** What says that a meeting was not held; empty for the words of the language. */
  readonly cancelled: readonly string[];
  readonly roster: readonly DerivedTeam[];
  /** What precedes the first heading. */
  readonly preamble: string;
  readonly sections: readonly DerivedSection[];
}

/** A team of the roster, in force from an ISO date until another. */
export interface DerivedTeam {
  readonly name: string;
  readonly leads: readonly string[];
  readonly status: string | null;
  readonly from: string | null;
  readonly until: string | null;
}

/** A section as it is proposed. */
export interface DerivedSection {
  /** What its headings have in common; one of its kind in the template. */
  readonly id: string;
  readonly kind: 'title' | 'section' | 'team';
  /** The heading's text as Markdown, with placeholders. */
  readonly heading: string;
  readonly depth: number;
  /** The least and the greatest level that it may have; null where it has one. */
  readonly levels: { readonly min: number; readonly max: number } | null;
  /** A bold line is a section where the template says so. */
  readonly style: 'atx' | 'setext' | 'bold';
  readonly aliases: readonly string[];
  readonly required: boolean;
  readonly repeats: boolean;
  readonly anyOrder: boolean;
  /** Its text goes from minutes to minutes. */
  readonly carryOver: boolean;
  /** What its items are. */
  readonly record: RecordKind | null;
  /** Starting content: text that is in most minutes, and a table. */
  readonly body: string;
  readonly table: string | null;
  /** How many of the minutes that were looked at have it. */
  readonly count: number;
  readonly of: number;
  readonly children: readonly DerivedSection[];
}

/** Returns sections with every section replaced by what a function makes of it; null leaves it out with what is below. */
export function mapSections(
  sections: readonly DerivedSection[],
  change: (section: DerivedSection) => DerivedSection | null,
): readonly DerivedSection[] {
  return sections.flatMap((section) => {
    const changed = change(section);
    return changed === null
      ? []
      : [{ ...changed, children: mapSections(changed.children, change) }];
  });
}
