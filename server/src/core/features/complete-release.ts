import { matchTemplate } from '../template/match-template.ts';
import { escapeExpression } from '../text/calendar-date.ts';
import type { Completion, CompletionPlace } from './completion-place.ts';

/** Offers, behind `[` in a team's update, links to releases by the patterns that the team used, the last first, then others. */
export function completeRelease(place: CompletionPlace): readonly Completion[] {
  const { minutes, template, typed, rest, offset } = place;
  const written = /(?<![\]\\!])\[([^[\]]*)$/.exec(typed)?.[1];
  if (written === undefined) return [];
  const { teams } = matchTemplate(minutes, template);
  const own = teams.find(({ section: { range } }) => range.start <= offset && offset <= range.end);
  if (own === undefined) return [];
  const ofTeam = patternsIn(minutes.text.slice(own.section.range.start, own.section.range.end));
  const others = patternsIn(minutes.text);
  const links = [...ofTeam, ...others].filter(
    (link, index, all) => all.findIndex(({ key }) => key === link.key) === index,
  );
  const closed = rest.startsWith(']');
  return closed
    ? []
    : links.map(({ text, url, version }) => ({
        kind: 'release',
        label: text,
        detail: url,
        help: null,
        range: { start: offset - written.length - 1, end: offset },
        text: `[${text}](${url})`,
        snippet: snippetOf(text, url, version),
      }));
}

interface ReleaseLink {
  readonly text: string;
  readonly url: string;
  readonly version: string;
  /** The link without its version. */
  readonly key: string;
}

const versionNumber = /\d+(?:\.\d+)*/;

/** Finds links whose address tells the version that their text tells, the last first. */
function patternsIn(text: string): ReleaseLink[] {
  return [...text.matchAll(/\[([^[\]\n]+)\]\((https?:\/\/[^()\s]+)\)/g)]
    .reverse()
    .flatMap((match) => {
      const [, name = '', url = ''] = match;
      const version = versionNumber.exec(name)?.[0];
      const tail =
        version === undefined
          ? false
          : new RegExp(`\\D${escapeExpression(version)}(?!\\d)`).test(url);
      if (version === undefined || !tail) return [];
      return [
        {
          text: name,
          url,
          version,
          key: `${name.replace(version, '')} ${url.replace(version, '')}`,
        },
      ];
    });
}

function snippetOf(text: string, url: string, version: string): string {
  const escape = (part: string): string => part.replace(/[\\$}]/g, '\\$&');
  const at = text.indexOf(version);
  const before = escape(text.slice(0, at));
  const after = escape(text.slice(at + version.length));
  const last = url.lastIndexOf(version);
  const linked = `${escape(url.slice(0, last))}\${1}${escape(url.slice(last + version.length))}`;
  return `[${before}\${1:${version}}${after}](${linked})$0`;
}
