import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { splitLines } from '../../text/split-lines.ts';

/**
 * Returns what was said in a chat or a transcript as blocks: an item for each message with its speaker,
 * a heading for each topic, and what a scribe marked as a decision or an action marked as such.
 * Null for a text of another kind.
 */
export function readChat(text: string): readonly RootContent[] | null {
  const lines = splitLines(text);
  for (const read of [readLogLines, readHeadedMessages, readCaptions]) {
    const messages = read(lines);
    if (messages !== null) return toBlocks(followScribe(messages));
  }
  return null;
}

/** What one person wrote or said at once. */
interface Message {
  readonly speaker: string | null;
  readonly lines: readonly string[];
}

const time = '\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:\\.\\d{1,3})?(?:[ \\u202F]?[AaPp]\\.?[Mm]\\.?)?';
const day = '\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}';
const stamp = `(?:${day},?[T ]+)?${time}(?:, ?${day})?`;
const nick = '[@+%&~ ]?([^\\s<>]+)';

/** A message a line; a text that is indented below goes on with it. */
const logLines: readonly RegExp[] = [
  new RegExp(
    `^${stamp}[ \\t]+From[ \\t]+(.+?)(?:[ \\t]+to[ \\t]+[^:]+?)?[ \\t]*:[ \\t]*(.*)$`,
    'i',
  ),
  new RegExp(`^(?:[[(]?${stamp}[\\])]?[ \\t]+)?<${nick}>[ \\t]?(.*)$`),
  new RegExp(`^[[(]${stamp}[\\])][ \\t]*([^:<>*]{1,60}?)[ \\t]*:(?:[ \\t]+(.*)|)$`),
  new RegExp(`^${stamp}[ \\t]+(?:- )?([^:<>*\\d][^:<>*]{0,59}?)[ \\t]*:(?:[ \\t]+(.*)|)$`),
];

/** Notes of a chat program on who joined and left. */
const notice = new RegExp(
  `^(?:[[(]?${stamp}[\\])]?[ \\t]+)?(?:\\*(?:\\*\\*)?|-!-|-->|<--|---)[ \\t].*\\b(?:join|joins|joined|part|parts|parted|left|leaves|quit|has set|is now known)\\b.*$`,
  'i',
);

function readLogLines(lines: readonly string[]): readonly Message[] | null {
  const messages: { speaker: string; lines: string[] }[] = [];
  let others = 0;
  for (const line of lines) {
    const match = logLines
      .map((pattern) => pattern.exec(line.trimEnd()))
      .find((each) => each !== null);
    const [, speaker, said = ''] = match ?? [];
    if (speaker !== undefined) messages.push({ speaker: speaker.trim(), lines: [said] });
    else if (line.trim() === '' || notice.test(line)) continue;
    else if (messages.length === 0) return null;
    else {
      if (!/^[ \t]/.test(line)) others++;
      messages.at(-1)?.lines.push(line.trim());
    }
  }
  return messages.length >= 2 && others <= messages.length
    ? messages
    : isOneLog(lines, messages)
      ? messages
      : null;
}

/** One line alone is a log where only programs write such lines. */
function isOneLog(lines: readonly string[], messages: readonly Message[]): boolean {
  return (
    messages.length === 1 &&
    lines.length <= 2 &&
    logLines.slice(0, 2).some((each) => each.test(lines[0] ?? ''))
  );
}

/** A line with a name and a time above each message, or two lines. */
const header = new RegExp(
  `^(?:\\[${stamp}\\][ \\t]+([^:]{1,60})|([^:]{1,60}?)(?:[ \\t]{2,}|[ \\t]+(?=\\[))\\[?${stamp}\\]?)$`,
);
const timeBelow = new RegExp(
  `^(?:[ \\t]+\\[?${stamp}\\]?|\\[?${stamp}\\]?(?<=[AaPp]\\.?[Mm]\\.?\\]?))[ \\t]*$`,
);
const timeAlone = new RegExp(`^[ \\t]*\\[?${stamp}\\]?[ \\t]*$`);

function readHeadedMessages(lines: readonly string[]): readonly Message[] | null {
  const messages: { speaker: string; lines: string[] }[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const next = lines[index + 1] ?? '';
    const match = header.exec(line.trimEnd());
    const named = match?.[1] ?? match?.[2];
    const isAbove =
      named === undefined && line.trim() !== '' && line.length <= 60 && timeBelow.test(next);
    if (named !== undefined || isAbove) {
      messages.push({ speaker: (named ?? line).trim(), lines: [] });
      if (isAbove) index++;
    } else if (line.trim() !== '') {
      const last = messages.at(-1);
      if (last === undefined) return null;
      if (!timeAlone.test(line)) last.lines.push(line.trim());
      else if (last.lines.length > 0) messages.push({ speaker: last.speaker, lines: [] });
    }
  }
  return messages.length >= 2 && messages.every((message) => message.lines.length > 0)
    ? messages
    : null;
}

const cueTimes = /^\d{1,2}:\d{2}(?::\d{2})?[.,]\d{1,3}[ \t]+-->[ \t]/;

/** Captions: a number and times above each text, of which a voice tag or a name before a colon says whose it is. */
function readCaptions(lines: readonly string[]): readonly Message[] | null {
  if (!lines.some((line) => cueTimes.test(line))) return null;
  const messages: { speaker: string | null; lines: string[] }[] = [];
  lines.forEach((line, index) => {
    const isNumber =
      /^(?:\d+|[\w-]+\/\d+-\d+)$/.test(line.trim()) && cueTimes.test(lines[index + 1] ?? '');
    if (line.trim() === '' || cueTimes.test(line) || isNumber || /^(?:WEBVTT|NOTE\b)/.test(line))
      return;
    const voice = /^<v(?:\.[^ \t>]+)*[ \t]+([^>]+)>(.*?)(?:<\/v>)?$/.exec(line.trim());
    const named = /^([\p{L}][^:<>]{0,40}): (.+)$/u.exec(line.trim());
    const speaker = voice?.[1] ?? named?.[1] ?? null;
    const said = (voice?.[2] ?? named?.[2] ?? line).replace(/<\/?v[^>]*>/g, '').trim();
    const last = messages.at(-1);
    const goesOn = last !== undefined && (speaker === null || speaker === last.speaker);
    if (goesOn) last.lines.push(said);
    else messages.push({ speaker, lines: [said] });
  });
  return messages.map((message) => ({ ...message, lines: [message.lines.join(' ')] }));
}

const scribeCommand = /^scribe(?:nick)?\+?[ \t]*:[ \t]*(\S+)[ \t]*$/i;

/** What the scribe of a log writes is what someone said: a name before a colon, and dots where that goes on. */
function followScribe(messages: readonly Message[]): readonly Message[] {
  let scribe: string | null = null;
  const followed: { speaker: string | null; lines: readonly string[] }[] = [];
  for (const message of messages) {
    const [first = '', ...others] = message.lines;
    const named = scribeCommand.exec(first)?.[1];
    if (named !== undefined) scribe = named.toLowerCase();
    const isScribe =
      scribe !== null && message.speaker?.toLowerCase() === scribe && named === undefined;
    const said = isScribe ? /^([\p{L}][\w.-]{0,30}):[ \t]+(.+)$/u.exec(first) : null;
    const last = followed.at(-1);
    if (isScribe && /^(?:\.\.\.|…)/.test(first) && last !== undefined) {
      const rest = first.replace(/^(?:\.\.\.|…)[ \t]*/, '');
      followed.splice(-1, 1, { ...last, lines: [...last.lines, rest, ...others] });
    } else if (said !== null && !marked.test(first) && !topic.test(first)) {
      followed.push({ speaker: said[1] ?? null, lines: [said[2] ?? '', ...others] });
    } else followed.push(isScribe || named !== undefined ? { ...message, speaker: null } : message);
  }
  return followed;
}

const topic =
  /^(?:(?:sub)?topic|agendum|chapter)[ \t]*:[ \t]*(\S.*)$|^#(?:sub)?topic[ \t]+(\S.*)$|^\[topic\][ \t]*(\S.*)$/i;
const marked =
  /^(?:#|\[)?(action(?: item)?|todo|resolved|resolution|agreed|agree|accepted|decision|decided)(?:\]|[ \t]*:|(?<=^#\w+)[ \t])[ \t]*(\S.*)$/i;

function toBlocks(messages: readonly Message[]): readonly RootContent[] {
  const blocks: RootContent[] = [];
  for (const message of messages) {
    const [first = '', ...others] = message.lines.filter((line) => line !== '');
    const found = topic.exec(first);
    const name = found?.[1] ?? found?.[2] ?? found?.[3];
    if (name !== undefined) {
      blocks.push({ type: 'heading', depth: 1, children: [text(name.trim())] });
      if (others.length > 0) addItem(blocks, itemOf({ ...message, lines: others }));
    } else addItem(blocks, itemOf({ ...message, lines: [first, ...others] }));
  }
  return blocks;
}

function addItem(blocks: RootContent[], item: ListItem): void {
  const last = blocks.at(-1);
  if (last?.type === 'list') last.children.push(item);
  else blocks.push({ type: 'list', ordered: false, spread: false, children: [item] });
}

function itemOf({ speaker, lines: [first = '', ...others] }: Message): ListItem {
  const [, mark, said = ''] = marked.exec(first) ?? [];
  const isAction = mark !== undefined && /^(?:action|todo)/i.test(mark);
  const label = isAction ? 'Action:' : 'Decision:';
  const start: PhrasingContent[] =
    mark === undefined
      ? [text(speaker === null ? first : `${speaker}: ${first}`)]
      : [{ type: 'strong', children: [text(label)] }, text(` ${said}`)];
  const below = others.flatMap((line): PhrasingContent[] => [{ type: 'break' }, text(line)]);
  return {
    type: 'listItem',
    spread: false,
    ...(isAction && { checked: false }),
    children: [{ type: 'paragraph', children: [...start, ...below] }],
  };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
