import { updatesOf } from '../../meetings/roster-over-time.ts';
import { onePerPattern, releaseLinksIn, type ReleaseLink } from '../../minutes/release-links.ts';
import type { Completion, CompletionPlace } from './completion-place.ts';
import { escapeSnippet } from '../section-snippet.ts';

/**
 * Offers, after `[` in a team's update, links to releases by the patterns that the team used, here and in
 * the other minutes, the last first, then by those of other teams here.
 */
export function completeRelease(place: CompletionPlace): readonly Completion[] {
  const { minutes, template, history, typed, rest, offset } = place;
  const written = /(?<![\]\\!])\[([^[\]]*)$/.exec(typed)?.[1];
  if (written === undefined || /^\][([]/.test(rest)) return [];
  const { teams } = template.matchOf(minutes);
  const own = teams.find(({ section: { range } }) => range.start <= offset && offset <= range.end);
  if (own === undefined) return [];
  const { start, end } = own.section.range;
  const before = updatesOf(own.team.key, history.series)
    .toReversed()
    .flatMap(({ team }) => team.releaseLinks);
  return onePerPattern([
    ...releaseLinksIn(minutes.text.slice(start, end)),
    ...before,
    ...releaseLinksIn(minutes.text),
  ]).map((link) => ({
    kind: 'release',
    label: link.text,
    detail: link.url,
    help: null,
    range: { start: offset - written.length - 1, end: rest.startsWith(']') ? offset + 1 : offset },
    text: `[${link.text}](${link.url})`,
    snippet: snippetOf(link),
  }));
}

/** Makes the version a tab stop, which the address repeats. */
function snippetOf({ text, url, version }: ReleaseLink): string {
  const at = text.indexOf(version);
  const before = escapeSnippet(text.slice(0, at));
  const after = escapeSnippet(text.slice(at + version.length));
  const last = url.lastIndexOf(version);
  const linked = `${escapeSnippet(url.slice(0, last))}\${1}${escapeSnippet(url.slice(last + version.length))}`;
  return `[${before}\${1:${version}}${after}](${linked})$0`;
}
