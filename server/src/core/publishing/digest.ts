import * as l10n from '@vscode/l10n';
import { diceCoefficient } from 'dice-coefficient';
import { trackActions } from '../record/track-actions.ts';
import { isUnfilledText, unfilledPlaceholders } from '../template/unfilled.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { destinationOf, linkText, type PublishedMeeting } from './published-meeting.ts';
import { updateBlocks, type UpdateBlock } from './update-blocks.ts';

/** What a digest is about. */
export interface DigestRange {
  /** What the series is called. */
  readonly name: string;
  /** ISO dates, both inclusive. */
  readonly since: string;
  readonly until: string;
  /** Names of teams; empty for all. */
  readonly teams: readonly string[];
}

/** Returns Markdown on what teams reported, and what was decided and done in a period, in the newest wording; meetings are given the earliest first. */
export function digest(meetings: readonly PublishedMeeting[], range: DigestRange): string {
  const { name, since, until, teams } = range;
  const held = meetings.filter(
    ({ minutes: { date, cancelled } }) =>
      !cancelled && date !== null && since <= date && date <= until,
  );
  const parts = [
    `# ${l10n.t('{0}: {1} to {2}', name, since, until)}`,
    ...teamParts(held.toReversed(), teams.map(normalizeText)),
    ...(teams.length === 0 ? decisionParts(held) : []),
    ...actionParts(meetings, range),
  ];
  if (parts.length === 1) parts.push(l10n.t('Nothing was reported, decided or done in this time.'));
  return `${parts.join('\n\n')}\n`;
}

/** From this resemblance on, two blocks say the same in other words. */
const sameBlock = 0.8;

/** A team's updates, the newest first; what a newer one says, an older one needn't. */
function teamParts(
  newestFirst: readonly PublishedMeeting[],
  wanted: readonly string[],
): readonly string[] {
  const teams = new Map<string, { name: string; said: string[]; parts: string[] }>();
  for (const meeting of newestFirst) {
    for (const { key, heading, contentRange, range } of meeting.minutes.teams) {
      if (wanted.length > 0 && !wanted.includes(key)) continue;
      const update = meeting.text.slice(contentRange.end, range.end);
      const body = update.slice(update.search(/[\r\n]|$/));
      const known = teams.get(key) ?? { name: heading.team, said: [], parts: [] };
      const fresh = newBlocks(body, meeting, known.said);
      if (fresh.length === 0) continue;
      known.parts.push(`**${linkTo(meeting)}**`, joinBlocks(fresh));
      teams.set(key, known);
    }
  }
  return [...teams.values()]
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
    .flatMap(({ name, parts }) => [`## ${name}`, ...parts]);
}

/** Returns the blocks that say something new, and remembers what they say. */
function newBlocks(
  update: string,
  { template }: PublishedMeeting,
  said: string[],
): readonly UpdateBlock[] {
  const blocks = updateBlocks(update).filter(({ kind, text }) => {
    const content = text.replace(/^(?:[-*+]|\d{1,9}[.)])[ \t]+/, '');
    if (isUnfilledText(content, template) || unfilledPlaceholders(text, template).length > 0) {
      return false;
    }
    if (kind === 'heading') return true;
    const key = normalizeText(content);
    if (said.some((other) => resembles(key, other))) return false;
    said.push(key);
    return true;
  });
  return blocks.filter(
    ({ kind }, index) => kind !== 'heading' || (blocks[index + 1]?.kind ?? 'heading') !== 'heading',
  );
}

function resembles(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length > long.length / 2 && diceCoefficient(a, b) >= sameBlock;
}

/** Headings of an update become bold, for the digest has headings of its own. */
function joinBlocks(blocks: readonly UpdateBlock[]): string {
  return blocks
    .map(({ kind, text }, index) => {
      const shown = kind === 'heading' ? `**${text.replace(/^#+[ \t]*|[ \t]*#*$/g, '')}**` : text;
      const isListed = kind === 'item' && blocks[index - 1]?.kind === 'item';
      return index === 0 ? shown : `${isListed ? '\n' : '\n\n'}${shown}`;
    })
    .join('');
}

function decisionParts(held: readonly PublishedMeeting[]): readonly string[] {
  const lines = held.flatMap((meeting) =>
    meeting.minutes.record.decisions.map(
      ({ text, number }) =>
        `- ${number === null ? '' : `${number}: `}${oneLine(text)} (${linkTo(meeting)})`,
    ),
  );
  return lines.length === 0 ? [] : [`## ${l10n.t('Decisions')}`, lines.join('\n')];
}

/** What was said to be done in the period, by its newest wording; what was open before is followed until then. */
function actionParts(
  meetings: readonly PublishedMeeting[],
  { since, until, teams }: DigestRange,
): readonly string[] {
  if (teams.length > 0) return [];
  const tracked = trackActions(
    meetings
      .filter(({ minutes: { date } }) => date !== null && date <= until)
      .map((meeting) => ({ meeting, actions: meeting.minutes.record.actions })),
  );
  const lines = tracked.flatMap(({ last, mentions }) => {
    const meeting = mentions.at(-1)?.meeting;
    const date = meeting?.minutes.date ?? null;
    if (!last.done || meeting === undefined || date === null || date < since) return [];
    const owners = last.owners.map(({ name }) => name).join(', ');
    return [`- ${owners === '' ? '' : `${owners}: `}${oneLine(last.text)} (${linkTo(meeting)})`];
  });
  return lines.length === 0 ? [] : [`## ${l10n.t('Done')}`, lines.join('\n')];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function linkTo(meeting: PublishedMeeting): string {
  const text = linkText(meeting).replace(/[[\]\\]/g, String.raw`\$&`);
  return `[${text}](${destinationOf(meeting.path)})`;
}
