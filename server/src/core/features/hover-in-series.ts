import * as l10n from '@vscode/l10n';
import type { Finding } from '../rules/finding.ts';
import { splitLines } from '../text/split-lines.ts';
import {
  describeEarlier,
  earlierUpdateAt,
  type EarlierUpdate,
  type MinutesInSeries,
} from './earlier-update.ts';
import { fieldHover } from './field-hover.ts';
import { hoverAt, type Hover } from './hover.ts';
import { describeChanges, roadmapChangesAt, type RoadmapChanges } from './roadmap-changes.ts';

/** What is said of a place, with a text of several lines that is to be shown as it is. */
export interface QuotingHover extends Hover {
  readonly quote: string | null;
}

/**
 * Returns what there is to say of a place of minutes in their series: of a team its last update,
 * of a roadmap what changed; else what the minutes themselves say; else null.
 * `earlierText` is what follows the heading’s content of the update that `earlierUpdateAt` finds.
 */
export function hoverInSeries(
  input: MinutesInSeries,
  findings: readonly Finding[],
  offset: number,
  earlierText: string | null,
): QuotingHover | null {
  const place = hoverAt(input.minutes, input.template, findings, offset, fieldHover(input, offset));
  const earlier = earlierUpdateAt(input, offset);
  if (earlier !== null) return withQuote(place, ofTeam(earlier, earlierText));
  const changes = roadmapChangesAt(input, offset);
  return changes === null
    ? place && { ...place, quote: null }
    : withQuote(place, ofRoadmap(changes));
}

function withQuote(place: Hover | null, added: QuotingHover): QuotingHover {
  if (place === null) return added;
  return { ...place, paragraphs: [...place.paragraphs, ...added.paragraphs], quote: added.quote };
}

function ofTeam(earlier: EarlierUpdate, text: string | null): QuotingHover {
  const { team, update } = earlier;
  const said = describeEarlier(earlier);
  return {
    range: team.section.heading.range,
    paragraphs: [said.charAt(0).toUpperCase() + said.slice(1)],
    rules: [],
    quote: update === null || text === null ? null : excerptOf(text),
  };
}

function ofRoadmap(changes: RoadmapChanges): QuotingHover {
  const { range, since } = changes;
  const isSame = changes.changes.length === 0;
  return {
    range,
    paragraphs: [isSame ? l10n.t('Unchanged since {0}.', since) : l10n.t('Since {0}:', since)],
    rules: [],
    quote: isSame ? null : shortened(describeChanges(changes)),
  };
}

function excerptOf(text: string): string | null {
  const [, ...lines] = splitLines(text);
  const update = lines
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  return update === '' ? null : shortened(update);
}

const longest = { lines: 15, units: 2000 };

/** Cuts off what is too long for a glance. */
function shortened(text: string): string {
  const lines = text.slice(0, longest.units).split('\n').slice(0, longest.lines).join('\n');
  return lines.length < text.length ? `${lines}\n…` : text;
}
