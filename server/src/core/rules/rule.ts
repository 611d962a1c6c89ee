import type { Root } from 'mdast';
import type { MeetingRecord } from '../record/meeting-record.ts';
import type { History } from '../meetings/history.ts';
import type { TemplateUsage } from '../meetings/evidence.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { PlacedDate } from '../matching/dates-in-minutes.ts';
import type { MatchedTable } from '../matching/horizon-match.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { OutlineMatch, TemplateMatch } from '../matching/template-match.ts';
import type { Roster } from '../template/roster.ts';
import type { Severity, SeveritySetting } from '../template/severity.ts';
import type { Template } from '../template/template.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import type { Finding } from './finding.ts';

/** What a rule finds; who runs the rule knows its id and severity. */
export interface Report extends Omit<Finding, 'rule' | 'severity'> {
  /** Overrides the rule's default severity for this finding alone. */
  readonly severity?: Severity;
}

/** What a rule of the outline may look at: the headings, wherever they are, and what is known besides the text. */
export interface OutlineContext {
  /** Name of the file with its folders, `/` between them; null for an untitled document. */
  readonly fileName: string | null;
  readonly template: Template;
  readonly roster: Roster | null;
  readonly match: OutlineMatch;
  /** ISO date of the minutes, the first day of a month where they say no more; null where they say less. */
  readonly date: string | null;
  /** What the minutes say of their day, an ISO date or month. */
  readonly statedDate: string | null;
  /** The meeting is today or later, so that what is empty is not yet wrong. */
  readonly draft: boolean;
  /** The minutes say that their meeting was not held. */
  readonly cancelled: boolean;
  /** ISO date. */
  readonly today: string;
  readonly history: Pick<History, 'series' | 'yearLater' | 'began'>;
}

/** All that a rule may look at. */
export interface RuleContext extends OutlineContext {
  readonly minutes: Minutes;
  readonly template: Matcher;
  readonly match: TemplateMatch;
  /** Returns the tables that the template requires in the sections that the minutes have. */
  readonly tables: () => readonly MatchedTable[];
  /** Returns the actions, decisions and people of the minutes. */
  readonly record: () => MeetingRecord;
  /** Returns the dates of the meeting that the text has where the template has them, the most trusted first. */
  readonly dates: () => readonly PlacedDate[];
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
  /** The fence of the template that the examples begin with, where other rules' examples have the same. */
  readonly exampleTemplate?: string;
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
  /** Its repair makes text a heading, which is matched before sections are inserted or moved. */
  readonly makesHeadings?: true;
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
}

/** Finds one kind of defect that the headings show by themselves, whatever is below them. */
export interface OutlineRule extends RuleDocs, RuleTraits {
  readonly checkOutline: (context: OutlineContext) => readonly OutlineReport[];
}

/** What a rule of the outline finds; its places and fixes are those in the minutes as they are when these are asked for. */
export interface OutlineReport extends Pick<
  Report,
  'message' | 'severity' | 'departure' | 'failure'
> {
  readonly range: (context: RuleContext) => OffsetRange;
  readonly related?: (context: RuleContext) => Report['related'];
  readonly fixes?: (context: RuleContext) => Report['fixes'];
}

/** What a rule of texts may look at: a piece of the minutes, mostly a heading with what follows up to the next. */
export interface PieceContext {
  /** Begins and ends at a line's start; the first begins after a byte order mark. */
  readonly text: string;
  /** mdast with offsets, lines and columns relative to the piece; parsed when first asked for. */
  readonly tree: Root;
  /** Whether it is at the start of the document, where front matter may be. */
  readonly first: boolean;
  /** Whether it is at the end of the document. */
  readonly last: boolean;
  readonly template: Template;
  /** The meeting is today or later, so that what is empty is not yet wrong. */
  readonly draft: boolean;
}

/** Finds one kind of defect that a piece of the minutes shows by itself, whatever is around it; it may be a rule of minutes, too. */
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

export type Rule = MinutesRule | OutlineRule | PieceRule | TemplateRule;
