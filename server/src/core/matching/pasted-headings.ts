import type { Heading } from '../minutes/heading.ts';
import type { LevelledHeading } from '../minutes/outline.ts';
import { allSections, isNamed, readTeamOf } from './heading-match.ts';
import { namedBy, type Recognizer } from './recognize-heading.ts';
import type { PastedHeadings } from './template-match.ts';
import type { Template } from '../template/template.ts';

/**
 * Returns the headings at the levels at which they count:
 * pasted ones below the section that they were pasted into, all others as they are written.
 */
export function levelHeadings(
  headings: readonly Heading[],
  template: Template,
  recognizer: Recognizer,
): { readonly levelled: readonly LevelledHeading[]; readonly pasted: readonly PastedHeadings[] } {
  const candidates = recognizeHeadings(headings, template, recognizer);
  const levelled: LevelledHeading[] = [];
  const pasted: PastedHeadings[] = [];
  let container: Container | null = null;
  let group: Heading[] = [];

  const closeGroup = (): void => {
    if (container === null || group.length === 0) return;
    const demoted = demote(group, container.heading.depth);
    pasted.push({ container: container.heading, headings: demoted });
    levelled.push(...demoted);
    group = [];
  };

  for (const candidate of candidates) {
    const { heading, kind } = candidate;
    const below = container !== null && heading.depth > container.heading.depth;
    if (kind === 'unknown' && container !== null) {
      if (below ? group.length > 0 : isPasted(candidate, container, group, template)) {
        group.push(heading);
        continue;
      }
    }
    closeGroup();
    levelled.push({ heading, depth: heading.depth });
    if (kind !== 'unknown') container = { heading, kind };
    else if (!below) container = null;
  }
  closeGroup();
  return { levelled, pasted };
}

type HeadingKind = 'section' | 'similar' | 'team' | 'unknown';

interface Container {
  readonly heading: Heading;
  readonly kind: Exclude<HeadingKind, 'unknown'>;
}

/** A heading with what it is by its text and level alone, and the next one that is anything. */
interface Candidate {
  readonly heading: Heading;
  readonly kind: HeadingKind;
  readonly next: Candidate | null;
}

function recognizeHeadings(
  headings: readonly Heading[],
  template: Template,
  recognizer: Recognizer,
): readonly Candidate[] {
  const recognize = createRecognition(template, recognizer);
  let next: Candidate | null = null;
  return headings
    .toReversed()
    .map((heading): Candidate => {
      const candidate: Candidate = { heading, kind: recognize(heading), next };
      if (candidate.kind !== 'unknown') next = candidate;
      return candidate;
    })
    .toReversed();
}

function createRecognition(
  template: Template,
  { recognize }: Recognizer,
): (heading: Heading) => HeadingKind {
  const teams = allSections(template).filter(({ team }) => team !== null);
  return (heading) => {
    const recognition = recognize(heading.text);
    const { fits, slips } = recognition;
    const named = [...namedBy(recognition), ...fits.filter(isNamed)];
    if (named.some(({ kind }) => kind !== 'release')) return 'section';
    const atLevel = teams.filter(({ depth }) => depth === heading.depth);
    const team = readTeamOf(atLevel, heading)?.team;
    if (team?.wellFormed && (team.leadText !== null || team.status !== null)) return 'team';
    if (fits.some(({ depth }) => depth === heading.depth)) return 'section';
    return slips.length > 0 ? 'similar' : 'unknown';
  };
}

function isPasted(
  candidate: Candidate,
  container: Container,
  group: readonly Heading[],
  template: Template,
): boolean {
  const { heading } = candidate;
  const { depth } = container.heading;
  if (heading.text === '') return false;
  const shallower = heading.depth < depth;
  if (container.kind !== 'team') return false;
  if (group.length > 0 || isReleaseNotesHeading(heading.text)) return true;
  const aboveTeams = heading.depth < depth - 1 || isOnlyTitleLevel(heading, template);
  return shallower && cutsOff(candidate, aboveTeams ? ['section', 'team'] : ['section']);
}

/** Returns whether a heading would take a later section away from the parent that it belongs to. */
function cutsOff({ heading, next }: Candidate, kinds: readonly HeadingKind[]): boolean {
  return next !== null && next.heading.depth > heading.depth && kinds.includes(next.kind);
}

function isOnlyTitleLevel(heading: Heading, template: Template): boolean {
  return (
    heading.depth === 1 &&
    template.sections.filter(({ depth }) => depth === 1).every(({ kind }) => kind === 'title')
  );
}

/** Moves headings down together, the shallowest to one below the section that holds them. */
function demote(group: readonly Heading[], containerDepth: number): LevelledHeading[] {
  const shallowest = Math.min(...group.map(({ depth }) => depth));
  const shift = containerDepth + 1 - shallowest;
  return group.map((heading) => ({ heading, depth: Math.min(6, heading.depth + shift) }));
}

/**
 * What release notes and status reports call their parts.
 * A team's update is where these are pasted; no team is called so.
 */
const releaseNotesHeading = new RegExp(
  [
    String.raw`^v?\d+\.\d+`,
    String.raw`^what['’]s (?:new|changed|next)`,
    String.raw`^(?:new |notable |other |major |minor )?(?:features?|changes|improvements?|enhancements?|additions)\b`,
    String.raw`^(?:bug ?|security |other )?fix(?:es|ed)?\b`,
    String.raw`^(?:known )?issues\b`,
    String.raw`^(?:new |first[- ]time )?contributors\b`,
    String.raw`^(?:few |key |recent |our )?accomplishments?\b`,
    String.raw`^acknowledge?ments?\b`,
    String.raw`^(?:deprecat|breaking)\w*\b`,
    String.raw`^(?:change ?log|release notes|highlights|in progress|upcoming|completed|updates?):?$`,
  ].join('|'),
  'i',
);

/** Returns whether a heading's text is what release notes and status reports call their parts. */
export function isReleaseNotesHeading(text: string): boolean {
  return releaseNotesHeading.test(text);
}
