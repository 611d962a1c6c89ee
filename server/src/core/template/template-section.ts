import type { TeamHeading, TeamHeadingForm } from '../minutes/team-heading.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import type { DateLine, TemplateField } from './template-field.ts';
import type { RecordShape } from './record-shape.ts';
import type { RecordKind } from './refinements.ts';
import type { TextPattern } from './text-pattern.ts';

/** A section that the template asks for. */
export interface TemplateSection {
  readonly kind: 'title' | 'section' | 'team' | 'release';
  /** The heading as the template writes it, without markup and comments. */
  readonly name: string;
  /** Other names that stand for this section and have no placeholder. */
  readonly aliases: readonly string[];
  readonly pattern: TextPattern;
  /** Other names that have placeholders. */
  readonly otherPatterns: readonly TextPattern[];
  /** The name, where it has no placeholder, and the aliases, as they are compared. */
  readonly keys: readonly string[];
  /** Reads a heading's text without struck words as that of a team in the section's shape. */
  readonly readTeam: (text: string) => TeamHeading | null;
  readonly depth: number;
  /** The levels at which its heading may be; both are its own where the template doesn't say. */
  readonly levels: { readonly min: number; readonly max: number };
  readonly style: 'atx' | 'setext' | 'bold';
  readonly required: boolean;
  /** How often the section may appear; `max` is infinite for teams. */
  readonly repeat: { readonly min: number; readonly max: number };
  readonly anyOrder: boolean;
  readonly closed: boolean;
  /** Whether the section is required even where most minutes of the series lack it. */
  readonly insisted: boolean;
  readonly notEmpty: boolean;
  readonly carryOver: boolean;
  readonly agenda: boolean;
  /** A heading of the section begins one meeting of many in a file. */
  readonly meeting: boolean;
  /** What its items are, where the template says so. */
  readonly record: RecordKind | null;
  /** How the template writes them; null where it doesn't say. */
  readonly recordShape: RecordShape | null;
  readonly help: string | null;
  readonly message: string | null;
  /** Shape of the team's heading, where the section is a team. */
  readonly team: TeamShape | null;
  /** The teams that the template shows as examples of the shape. */
  readonly examples: readonly TeamExample[];
  readonly table: TemplateTable | null;
  /** Items of the section's agenda list, where it is the agenda. */
  readonly agendaItems: readonly TextPattern[] | null;
  /** Starting content of the section in new minutes, without its heading and children. */
  readonly body: string;
  /** Range of the heading in the template's text. */
  readonly range: OffsetRange;
  /** Range of the heading's content, without its marker and comments. */
  readonly contentRange: OffsetRange;
  /** What its text has to fill in after labels. */
  readonly fields: readonly TemplateField[];
  /** Lines of its text that begin with a day. */
  readonly dateLines: readonly DateLine[];
  readonly children: readonly TemplateSection[];
}

/** How a team's heading is written. */
export interface TeamShape extends TeamHeadingForm {
  /** A heading of this shape names a lead. */
  readonly hasLead: boolean;
  /** A heading of this shape may do without the lead. */
  readonly leadOptional: boolean;
  /** Written in a form that only its pattern can read. */
  readonly custom: boolean;
}

/** A team that a template shows with the starting content of its update. */
export interface TeamExample {
  readonly team: string;
  readonly leads: readonly string[];
  readonly status: string | null;
  /** The whole section as the template writes it, with its releases. */
  readonly text: string;
  readonly range: OffsetRange;
}

/** A table that a section must hold. */
export interface TemplateTable {
  readonly header: readonly string[];
  /** Other headers that are allowed. */
  readonly otherHeaders: readonly (readonly string[])[];
  /** Literal cells of the first column, in order. */
  readonly horizons: readonly string[];
  /** The whole table as the template writes it. */
  readonly text: string;
  readonly range: OffsetRange;
}
