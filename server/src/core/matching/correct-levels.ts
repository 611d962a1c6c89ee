import type { Heading } from '../minutes/heading.ts';
import {
  buildOutline,
  flattenSections,
  type LevelledHeading,
  type Section,
} from '../minutes/outline.ts';
import type { TemplateSection } from '../template/template-section.ts';
import type { Template } from '../template/template.ts';
import { isNamed } from './heading-match.ts';
import { costs } from './match-costs.ts';
import type { Pairing } from './pair.ts';
import { pairSections } from './pairing.ts';
import { namedBy, type Recognition, type Recognizer } from './recognize-heading.ts';

/** Headings at the levels at which they count, and what they stand for there. */
export interface LevelledMatch {
  readonly outline: readonly Section[];
  readonly pairing: Pairing;
  /** Headings that are written at another level than their section has. */
  readonly corrected: ReadonlySet<Heading>;
}

/** Returns the match of headings after each change of a level by which it gets cheaper, or after one of all levels where that is cheaper still. */
export function correctLevels(
  levelled: readonly LevelledHeading[],
  length: number,
  template: Template,
  recognizer: Recognizer,
): LevelledMatch {
  const match: Match = (headings, corrected) => {
    const outline = buildOutline(headings, length);
    const pairing = pairSections(outline, template, recognizer);
    const cost = pairing.cost + costs.elsewhere * corrected.size;
    return { headings, outline, pairing, corrected, cost };
  };
  const even = atFirstLevels(levelled, recognizer);
  let current = match(even ?? levelled, new Set());
  if (even !== null && current.cost > 0) {
    const written = match(levelled, new Set());
    if (written.cost < current.cost) current = written;
  }
  const settled = descend(current, recognizer, match);
  if (settled.cost <= costs.elsewhere) return settled;
  const [shifted = settled] = allShifted(current, recognizer)
    .map(({ headings, corrected }) => descend(match(headings, corrected), recognizer, match))
    .sort((a, b) => a.cost - b.cost);
  return shifted.cost < settled.cost ? shifted : settled;
}

type Match = (headings: readonly LevelledHeading[], corrected: ReadonlySet<Heading>) => Attempt;

/** Returns the attempt after each single change by which it gets cheaper, the one that saves most first. */
function descend(start: Attempt, recognizer: Recognizer, match: Match): Attempt {
  let current = start;
  for (let round = 0; round < mostRounds && current.cost > 0; round++) {
    const [cheapest] = changesOf(current, recognizer)
      .slice(0, mostChanges)
      .map(({ headings, corrected }) => match(headings, corrected))
      .sort((a, b) => a.cost - b.cost || b.pairing.pairOf.size - a.pairing.pairOf.size);
    if (cheapest === undefined || cheapest.cost >= current.cost) break;
    current = cheapest;
  }
  return current;
}

/** Returns the headings with those that are at the other level of their section, and what is below them, at its first; null where there are none. */
function atFirstLevels(
  headings: readonly LevelledHeading[],
  { recognize }: Recognizer,
): readonly LevelledHeading[] | null {
  let changed = headings;
  for (const [index, { heading, depth }] of headings.entries()) {
    const recognition = recognize(heading.text);
    const named = [...namedBy(recognition), ...recognition.fits.filter(isNamed)];
    const [meant] = named.filter((each) => isEitherLevel(each, depth));
    if (meant === undefined || named.some((each) => each.depth === depth)) continue;
    const end = endOfSubtree(headings, index);
    changed = shifted(changed, index, end, meant.depth - depth);
  }
  return changed === headings ? null : changed;
}

/** So many changes are tried in a round, and so many rounds, however many headings there are. */
const mostChanges = 12;
const mostRounds = 12;
const mostMisfits = 100;

interface Attempt extends LevelledMatch {
  readonly headings: readonly LevelledHeading[];
  readonly cost: number;
}

type Change = Pick<Attempt, 'headings' | 'corrected'>;

/** Returns the headings with one or a few of them at other levels, the more promising changes first. */
function changesOf(attempt: Attempt, recognizer: Recognizer): readonly Change[] {
  const { headings, outline, pairing, corrected } = attempt;
  const { absent, misfits: all } = misfitsIn(outline, pairing, recognizer);
  const misfits = all.slice(0, mostMisfits);
  const changes = misfits.flatMap(({ section, meant }) => {
    const index = headings.findIndex(({ heading }) => heading === section.heading);
    const end = endOfSubtree(headings, index);
    const levels = [...new Set(meant.map(({ depth }) => depth))];
    return levels
      .filter((level) => level !== section.depth && !corrected.has(section.heading))
      .flatMap((level): (Change & { readonly wanted: boolean })[] => {
        const shift = level - section.depth;
        const wanted = meant.some((each) => each.depth === level && absent.has(each));
        const together = { headings: shifted(headings, index, end, shift), wanted };
        const alone = { headings: shifted(headings, index, index + 1, shift), wanted };
        const both = end === index + 1 ? [alone] : [together, alone];
        return both.map((each) => ({
          ...each,
          corrected: new Set([...corrected, section.heading]),
        }));
      });
  });
  const demoted = misfits.flatMap(({ section }): Change[] => {
    const changed = withoutBarrier(attempt, section, recognizer);
    return changed === null ? [] : [{ headings: changed, corrected }];
  });
  const wanted = changes.filter((each) => each.wanted);
  return [...wanted, ...demoted, ...changes.filter((each) => !each.wanted)];
}

/** Returns the headings with all but the title moved as the outermost of them has to be: who begins at another level goes on there. */
function allShifted(
  { headings, outline, pairing }: Attempt,
  recognizer: Recognizer,
): readonly Change[] {
  const { absent, misfits } = misfitsIn(outline, pairing, recognizer);
  if (misfits.length <= 1 && absent.size <= 1) return [];
  const titles = new Set(
    [...pairing.pairOf].flatMap(([section, { expected }]) =>
      expected.kind === 'title' ? [section.heading] : [],
    ),
  );
  const rest = headings.filter(({ heading }) => !titles.has(heading));
  const outermost = Math.min(...rest.map(({ depth }) => depth));
  const first = misfits.find(({ section }) => section.depth === outermost);
  if (first === undefined) return [];
  return [...new Set(first.meant.map(({ depth }) => depth))]
    .filter((depth) => depth !== outermost)
    .map((depth) => ({
      headings: headings.map((each) =>
        titles.has(each.heading) ? each : (shifted([each], 0, 1, depth - outermost)[0] ?? each),
      ),
      corrected: new Set([first.section.heading]),
    }));
}

/** A section whose heading names others of the template's than it stands for. */
interface Misfit {
  readonly section: Section;
  readonly meant: readonly TemplateSection[];
}

function misfitsIn(
  outline: readonly Section[],
  { siblings, pairOf }: Pairing,
  { recognize }: Recognizer,
): { readonly absent: ReadonlySet<TemplateSection>; readonly misfits: readonly Misfit[] } {
  const absent = new Set(
    siblings.flatMap(({ expected, pairs }) =>
      expected.filter(
        (each) =>
          each.required && !pairs.some((pair) => pair.expected === each && isSettled(pair.kind)),
      ),
    ),
  );
  const misfits: Misfit[] = [];
  const visit = (
    sections: readonly Section[],
    allowed: readonly TemplateSection[] | null,
  ): void => {
    for (const section of sections) {
      const pair = pairOf.get(section);
      const recognition = recognize(section.heading.text);
      const meant = meantBy(recognition).filter(
        (each) =>
          each.team === null &&
          each.kind !== 'release' &&
          (allowed === null || allowed.includes(each) || isEitherLevel(each, section.depth)),
      );
      const isRight = pair !== undefined && isSettled(pair.kind) && meant.includes(pair.expected);
      if (meant.length > 0 && !isRight) misfits.push({ section, meant });
      visit(section.children, pair?.team ? below(pair.expected) : allowed);
    }
  };
  visit(outline, null);
  return { absent, misfits };
}

/** Returns the sections that a heading is by its text, the more definite ones alone. */
function meantBy(recognition: Recognition): readonly TemplateSection[] {
  const named = namedBy(recognition);
  if (named.length > 0) return named;
  const fitting = recognition.fits.filter(isNamed);
  return fitting.length > 0 ? fitting : recognition.slips.filter(({ required }) => required);
}

/** Tells whether a section may be at a level that isn't its first: even within a team's update a heading of its name is it. */
function isEitherLevel({ levels, depth }: TemplateSection, level: number): boolean {
  return levels.min < levels.max && level !== depth && levels.min <= level && level <= levels.max;
}

function isSettled(kind: string): boolean {
  return kind !== 'duplicate' && kind !== 'elsewhere';
}

function below({ children }: TemplateSection): readonly TemplateSection[] {
  return children.flatMap((child) => [child, ...below(child)]);
}

function endOfSubtree(headings: readonly LevelledHeading[], index: number): number {
  const depth = headings[index]?.depth ?? 0;
  let end = index + 1;
  while ((headings[end]?.depth ?? 0) > depth) end++;
  return end;
}

function shifted(
  headings: readonly LevelledHeading[],
  start: number,
  end: number,
  shift: number,
): readonly LevelledHeading[] {
  return headings.map((each, index) =>
    index < start || index >= end
      ? each
      : { ...each, depth: Math.min(6, Math.max(1, each.depth + shift)) },
  );
}

/**
 * Returns the headings with those that the template doesn't know, and that keep a section from the parent it belongs to,
 * below the section before them; null where there are none.
 */
function withoutBarrier(
  { headings, outline, pairing }: Attempt,
  section: Section,
  { recognize }: Recognizer,
): readonly LevelledHeading[] | null {
  const isKnown = new Map(
    flattenSections(outline).map((each) => [
      each.heading,
      pairing.pairOf.has(each) || meantBy(recognize(each.heading.text)).length > 0,
    ]),
  );
  const end = headings.findIndex(({ heading }) => heading === section.heading);
  let start = end;
  while (start > 0 && isKnown.get(headings[start - 1]?.heading ?? section.heading) !== true)
    start--;
  const container = headings[start - 1];
  const barrier = headings.slice(start, end);
  const highest = Math.min(...barrier.map(({ depth }) => depth));
  if (container === undefined || highest >= section.depth) return null;
  return shifted(headings, start, end, container.depth + 1 - highest);
}
