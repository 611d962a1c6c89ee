import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import { splitLines } from '../../text/split-lines.ts';
import { readCaptions, readTranscript } from './captions.ts';
import { readLogLines } from './chat-logs.ts';
import type { Message } from './chat-message.ts';
import { readHeadedMessages } from './headed-messages.ts';
import { isMarked, markOf, topicOf } from './scribe-marks.ts';

/**
 * Returns what was said in a chat or a transcript as blocks: an item for each message with its speaker,
 * a heading for each topic, and what a scribe marked as a decision or an action marked as such.
 * Null for a text of another kind.
 */
export function readChat(text: string): readonly RootContent[] | null {
  const lines = splitLines(text);
  for (const read of [readCaptions, readLogLines, readTranscript, readHeadedMessages]) {
    const messages = read(lines);
    if (messages !== null) return toBlocks(followScribe(messages));
  }
  return null;
}

/** Without a name, the one who writes it is the scribe. */
const scribeCommand = /^scribe(?:\+|(?:nick)?[ \t]*:)[ \t]*(\S*)[ \t]*$/i;

/** What the scribe of a log writes is what someone said: a name before a colon, and dots where that goes on. */
function followScribe(messages: readonly Message[]): readonly Message[] {
  let scribe: string | null = null;
  const followed: { speaker: string | null; lines: readonly string[] }[] = [];
  for (const message of messages) {
    const [first = '', ...others] = message.lines;
    const named = scribeCommand.exec(first)?.[1];
    if (named !== undefined) scribe = (named || (message.speaker ?? '')).toLowerCase();
    const isScribe =
      scribe !== null && message.speaker?.toLowerCase() === scribe && named === undefined;
    const said = isScribe ? /^([\p{L}][\w.-]{0,30}):[ \t]+(.+)$/u.exec(first) : null;
    const last = followed.at(-1);
    if (isScribe && /^(?:\.\.\.|…)/.test(first) && last !== undefined) {
      const rest = first.replace(/^(?:\.\.\.|…)[ \t]*/, '');
      followed.splice(-1, 1, { ...last, lines: [...last.lines, rest, ...others] });
    } else if (said !== null && !isMarked(first) && topicOf(first) === null) {
      followed.push({ speaker: said[1] ?? null, lines: [said[2] ?? '', ...others] });
    } else followed.push(isScribe || named !== undefined ? { ...message, speaker: null } : message);
  }
  return followed;
}

function toBlocks(messages: readonly Message[]): readonly RootContent[] {
  const blocks: RootContent[] = [];
  for (const message of messages) {
    const [first = '', ...others] = message.lines.filter((line) => line !== '');
    const name = topicOf(first);
    if (name !== null) {
      blocks.push({ type: 'heading', depth: 1, children: phrasingOf(name) });
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
  const mark = markOf(first);
  const label = mark?.kind === 'action' ? 'Action:' : 'Decision:';
  const start: PhrasingContent[] =
    mark === null
      ? [...(speaker === null ? [] : [text(`${speaker}: `)]), ...phrasingOf(first)]
      : [{ type: 'strong', children: [text(label)] }, text(' '), ...phrasingOf(mark.text)];
  const below = others.flatMap((line): PhrasingContent[] => [
    { type: 'break' },
    ...phrasingOf(line),
  ]);
  return {
    type: 'listItem',
    spread: false,
    ...(mark?.kind === 'action' && { checked: false }),
    children: [{ type: 'paragraph', children: [...start, ...below] }],
  };
}

/** People write code, links and emphasis as Markdown does in chats, too; what else Markdown would take for marks is text. */
function phrasingOf(line: string): PhrasingContent[] {
  const [paragraph, ...others] = parseMarkdown(line).pieces.flatMap(
    ({ piece }) => piece.tree.children,
  );
  return paragraph?.type === 'paragraph' &&
    others.length === 0 &&
    paragraph.children.every(isChatted)
    ? paragraph.children
    : [text(line)];
}

function isChatted({ type }: PhrasingContent): boolean {
  return ['text', 'strong', 'emphasis', 'inlineCode', 'link', 'delete'].includes(type);
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
