import type { Piece } from '../markdown/piece.ts';
import type { Heading } from '../minutes/heading.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { parseTemplate } from '../template/parse-template.ts';
import type { Template } from '../template/template.ts';
import { cachedByObject } from '../text/cached.ts';
import { findTeams, type FoundTeam } from './find-teams.ts';
import { createBoldReader } from './bold-sections.ts';
import { cacheMatches } from './cache-matches.ts';
import { createLineReader } from './heading-kinds.ts';
import { cacheAlike } from './match-alike.ts';
import { matchTemplate } from './match-template.ts';
import { createOpenLines } from './open-lines.ts';
import { readWording, lineWordings, type LineWording, type TextWording } from './wording.ts';
import { createUpdateWordings, type UpdateWording } from './update-wordings.ts';
import { createRecognizer } from './recognize-heading.ts';
import { createOutlineScan, type ScannedOutline } from './scan-outline.ts';
import type { TemplateMatch } from './template-match.ts';

/** A template with what it makes of minutes. */
export interface Matcher extends Template {
  /** Returns how minutes fulfill the template; the result is cached, also for their next version. */
  readonly matchOf: (minutes: Minutes) => TemplateMatch;
  /** Returns minutes with the bold lines among their headings that the template has as sections; the result is cached. */
  readonly readBold: (minutes: Minutes) => Minutes;
  /** Returns the headings and teams of a text without parsing it; null where only parsing finds them. Lines and outlines are cached. */
  readonly scanOutline: (text: string) => ScannedOutline | null;
  /** Returns the teams among all headings of minutes. */
  readonly findTeams: (headings: readonly Heading[]) => readonly FoundTeam[];
  /** Returns the lines of a text of minutes with the wording of each. */
  readonly lineWordings: (text: string) => readonly LineWording[];
  /** Returns the wording of a piece of minutes, which is cached. */
  readonly wordingOf: (piece: Piece) => TextWording;
  /** Returns the wordings of the teams' updates, in document order; of two with one name the first. They are cached by outline. */
  readonly updateWordings: (minutes: Minutes) => readonly UpdateWording[];
}

/** Returns a template that minutes can be matched with. */
export function createMatcher(template: Template): Matcher {
  const isOpen = createOpenLines(template.text, template.options);
  const recognizer = createRecognizer(template);
  const readLine = createLineReader(template, recognizer);
  const boldOf = createBoldReader(template, recognizer);
  const readBold = (minutes: Minutes): Minutes => boldOf?.(minutes) ?? minutes;
  const matchRead = cacheMatches(
    cacheAlike((minutes) => matchTemplate(minutes, template, recognizer), readLine),
  );
  const matchOf = (minutes: Minutes): TemplateMatch => matchRead(readBold(minutes));
  const wordingOf = cachedByObject((piece: Piece) => readWording(piece.text, isOpen));
  const updateWordings = createUpdateWordings(matchRead, wordingOf);
  return {
    ...template,
    matchOf,
    readBold,
    // A bold line is found only by parsing.
    scanOutline: boldOf === null ? createOutlineScan(template, recognizer, readLine) : () => null,
    findTeams: (headings) => findTeams(headings, template, recognizer),
    lineWordings: (part) => lineWordings(part, isOpen),
    wordingOf,
    updateWordings: (minutes) => updateWordings(readBold(minutes)),
  };
}

/** Returns the template that a Markdown file writes, as `parseTemplate` reads it, ready to be matched with minutes. */
export function readTemplate(text: string, fileName: string): Matcher {
  return createMatcher(parseTemplate(text, fileName));
}
