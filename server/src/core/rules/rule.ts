import type { Root } from 'mdast';
import type { MeetingRecord } from '../record/meeting-record.ts';
import type { History } from '../meetings/history.ts';
import type { TemplateUsage } from '../meetings/evidence.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { PlacedDate } from '../matching/dates-in-minutes.ts';
import type { MatchedTable } from '../matching/horizon-match.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { TemplateMatch } from '../matching/template-match.ts';
import type { Roster } from '../template/roster.ts';
import type { Severity, SeveritySetting } from '../template/severity.ts';
import type { Template } from '../template/template.ts';
import type { Finding } from './finding.ts';

/** What a rule finds; who runs the rule knows its id and severity. */
export interface Report extends Omit<Finding, 'rule' | 'severity'> {
  /** Overrides the rule's default severity for this finding alone. */
  readonly severity?: Severity;
}

/** All that a rule may look at. */
export interface RuleContext {
  readonly minutes: Minutes;
  /** Name of the file with its folders, `/` between them; null for an untitled document. */
  readonly fileName: string | null;
  readonly template: Matcher;
  readonly roster: Roster | null;
  readonly match: TemplateMatch;
  /** Returns the tables that the template requires in the sections that the minutes have. */
  readonly tables: () => readonly MatchedTable[];
  /** Returns the actions, decisions and people of the minutes. */
  readonly record: () => MeetingRecord;
  /** ISO date of the minutes, the first day of a month where they say no more; null where they say less. */
  readonly date: string | null;
  /** What the minutes say of their day, an ISO date or month. */
  readonly told: string | null;
  /** Returns the dates of the meeting that the text has where the template has them, the most trusted first. */
  readonly dates: () => readonly PlacedDate[];
  /** The meeting is today or later, so that what is empty is not yet wrong. */
  readonly draft: boolean;
  /** The minutes say that their meeting was not held. */
  readonly cancelled: boolean;
  /** ISO date. */
  readonly today: string;
  readonly history: History;
  /** The ids of all rules. */
  readonly ruleIds: readonly string[];
}

/** What a rule is called, and what its page says. */
export interface RuleDocs {
  /** States the defect; file names, setting and diagnostic code are this id. */
  readonly id: string;
  /** One sentence on what the rule finds, without full stop. */
  readonly summary: string;
  readonly docs: RulePage;
  /** The repairs that the rule offers; none where only people can repair the defect. */
  readonly fixes: readonly FixKind[];
  readonly severity: SeveritySetting | DraftSeverity;
}

/** What the page of a rule says, in Markdown. */
export interface RulePage {
  /** What counts as the defect, and what doesn't. */
  readonly finds: string;
  readonly why: string;
  readonly repair: string;
  /** What changes the rule besides its severity: keys and comments of the template. */
  readonly options?: string;
  /** Fences of a suite (docs/suites.md), which run as a test. */
  readonly examples: string;
}

/** How a rule's findings count beside other findings and other minutes. */
export interface RuleTraits {
  /**
   * Ids of the rules that explain what this one finds: beside a finding of theirs in the same place it reports nothing.
   * A rule that yields to `unparsed-heading` doesn't report either what vanishes once that heading is one.
   */
  readonly yieldsTo?: readonly string[];
  /** Compares sections, teams or tables with the template; not reported in minutes of another meeting. */
  readonly structural?: true;
  /** Finds what a group may do on purpose: not reported if other minutes do it, anywhere or in the same section. */
  readonly habit?: 'anywhere' | 'in section';
  /** What it finds in other minutes is evidence of what the group does. */
  readonly isEvidence?: true;
  /** Also checks minutes of a meeting that was not held; by default, only rules of pieces do. */
  readonly whenCancelled?: boolean;
}

/** Repairs of one kind. */
export interface FixKind {
  /** What the titles begin with. */
  readonly title: string;
  readonly safe: boolean;
  /** When the fix is offered, where others with this title are of the other safety. */
  readonly when?: string;
}

/** A severity that depends on whether the meeting has been. */
export interface DraftSeverity {
  readonly draft: SeveritySetting;
  readonly final: SeveritySetting;
}

/** Finds one kind of defect in minutes. */
export interface MinutesRule extends RuleDocs, RuleTraits {
  readonly check: (context: RuleContext) => readonly Report[];
  /** Where the rule finds nothing, it finds nothing until a heading changes, or what is known besides the minutes. */
  readonly headingsOnly?: true;
}

/** What a rule of texts may look at: a piece of the minutes, mostly a heading with what follows up to the next. */
export interface PieceContext {
  /** Begins and ends at a line's start; the first begins behind a byte order mark. */
  readonly text: string;
  /** mdast with offsets, lines and columns relative to the piece; parsed when first asked for. */
  readonly tree: Root;
  /** Stands at the start of the document, where front matter may be. */
  readonly first: boolean;
  /** Stands at the end of the document. */
  readonly last: boolean;
  readonly template: Template;
  /** The meeting is today or later, so that what is empty is not yet wrong. */
  readonly draft: boolean;
}

/** Finds one kind of defect that a piece of the minutes shows by itself, whatever stands around it; it may be a rule of minutes, too. */
export interface PieceRule extends RuleDocs, RuleTraits {
  /** Passes every text in which the rule can find anything, in linear time: other texts need not be parsed. */
  readonly concerns: { test(text: string, template: Template): boolean };
  /** Returns reports with ranges and edits relative to the piece. */
  readonly checkPiece: (context: PieceContext) => readonly Report[];
}

/** Finds one kind of defect in a template file. */
export interface TemplateRule extends RuleDocs, RuleTraits {
  /** `others` are the templates beside the one that is checked, `usage` is what its last minutes do. */
  readonly checkTemplate: (
    template: Template,
    others: readonly Template[],
    usage: TemplateUsage,
  ) => readonly Report[];
}

export type Rule = MinutesRule | PieceRule | TemplateRule;
