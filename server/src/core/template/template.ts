import type { OffsetRange } from '../text/offset-range.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { PlaceholderContext } from './placeholder.ts';
import type { Roster } from './roster.ts';
import type { SeveritySettings } from './severity.ts';
import type { TemplateSection } from './template-section.ts';
import type { FileNamePattern } from './file-name-pattern.ts';
import type { FrontMatterKey } from './front-matter-key.ts';

/** A parsed template: what the front matter says, and the sections that minutes need. */
export interface Template {
  /** Shown to the user; the front matter's `name`, else the file's name without its ending. */
  readonly name: string;
  readonly text: string;
  readonly options: TemplateOptions;
  /** The expected sections at the top of the outline, the title first. */
  readonly sections: readonly TemplateSection[];
  /** The sections whose items are actions, decisions or people. */
  readonly recordSections: readonly TemplateSection[];
  /** What its text before the first heading asks for. */
  readonly preamble: Pick<TemplateSection, 'fields' | 'dateLines'>;
  readonly problems: readonly TemplateProblem[];
  /** Returns the glob of `files` that claims a path relative to the folder that holds `.minutes/`; null where none does. */
  readonly claim: (path: string) => string | null;
}

/** The front matter of a template, checked and with defaults applied. */
export interface TemplateOptions {
  /** Globs relative to the folder that holds `.minutes/`; `!` excludes. */
  readonly files: readonly string[];
  /** Patterns of the names of files, with folders where they have any; empty where any name will do. */
  readonly fileNames: readonly FileNamePattern[];
  /** First day of the template's era, ISO. */
  readonly from: string | null;
  /** Last day of the template's era, ISO. */
  readonly until: string | null;
  /** RFC 5545 recurrence rule. */
  readonly schedule: string | null;
  /** ISO dates of the schedule on which there is no meeting. */
  readonly except: readonly string[];
  /** Where a bare `owner/repository#number` leads, with `{owner}`, `{repository}` and `{number}`; null for nowhere. */
  readonly references: string | null;
  readonly roster: Roster | null;
  /** Path of a roster file, relative to the template's folder. */
  readonly rosterFile: string | null;
  /** Texts that count as not filled in, normalized. */
  readonly unfilled: readonly string[];
  /** What the front matter of minutes has to have. */
  readonly frontMatter: readonly FrontMatterKey[];
  /** What says that a meeting was not held. */
  readonly cancelled: readonly string[];
  /** Organizations that may follow a lead's name. */
  readonly orgs: readonly string[];
  readonly rules: SeveritySettings;
  /** After how many minutes with the same roadmap that is reported. */
  readonly unchangedRoadmapAfter: number;
  /** Who gets the minutes as a mail, and under which subject; `{date}` and `{text}`, the title, are filled in. */
  readonly mail: {
    readonly to: readonly string[];
    readonly cc: readonly string[];
    readonly subject: string | null;
  };
  /** How many have to be present for a decision; null where that is not counted. */
  readonly quorum: number | null;
  readonly placeholders: PlaceholderContext;
}

/** A defect of the template file itself. */
export interface TemplateProblem {
  readonly rule: 'invalid-template' | 'unknown-placeholder';
  readonly message: string;
  readonly range: OffsetRange;
  readonly fix: { readonly title: string; readonly edits: readonly TextEdit[] } | null;
  /** What was thrown, with its stack, where the problem is the program’s own. */
  readonly failure?: string;
}
