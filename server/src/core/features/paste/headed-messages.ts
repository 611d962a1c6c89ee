import { haveOddTimes, isTimeAlone, stamp, type Message } from './chat-message.ts';

/** A line above a message with its speaker and time. */
interface Header {
  readonly speaker: string;
  /** The time where only its minute shows that it is no point of an agenda. */
  readonly doubtful: string | null;
  /** How many lines it takes. */
  readonly lines: 1 | 2;
}

/** Headers as chat programs alone write them. */
const sure: readonly RegExp[] = [
  new RegExp(`^\\[${stamp}\\][ \\t]+([^:]{1,60})$`),
  new RegExp(`^([^:]{1,60}?)(?:[ \\t]{2,}\\[?|,?[ \\t]+\\[)${stamp}\\]?$`),
  new RegExp(`^([^:]{1,60}?)[ \\t]+[—–][ \\t]+(?:\\p{L}+[ \\t]+){1,3}${stamp}$`, 'u'),
  new RegExp(`^From[ \\t]+(.{1,60}?)[ \\t]+to[ \\t]+[^:]{1,60}?:?[ \\t]+${stamp}:?$`, 'i'),
];

/** Headers as an agenda may have them, too. */
const doubtful = new RegExp(`^([^:]{1,60}?)[ \\t]+(?:[—–][ \\t]+)?(${stamp})$`);
const timeBelow = new RegExp(
  `^(?:[ \\t]+\\[?${stamp}\\]?|\\[?${stamp}\\]?(?<=[AaPp]\\.?[Mm]\\.?\\]?))[ \\t]*$`,
);

/** Returns the messages of a chat with a name and a time above each; null for a text of another kind. */
export function readHeadedMessages(lines: readonly string[]): readonly Message[] | null {
  const messages: { speaker: string; lines: string[] }[] = [];
  const times: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line.trim() === '') continue;
    const header = headerOf(line.trimEnd(), lines[index + 1] ?? '');
    const last = messages.at(-1);
    if (header !== null) {
      messages.push({ speaker: header.speaker.trim(), lines: [] });
      if (header.doubtful !== null) times.push(header.doubtful);
      index += header.lines - 1;
    } else if (last === undefined) return null;
    else if (!isTimeAlone(line)) last.lines.push(line.trim());
    else if (last.lines.length > 0) messages.push({ speaker: last.speaker, lines: [] });
  }
  const isChat = times.length === 0 || haveOddTimes(times);
  return messages.length >= 2 && messages.every((each) => each.lines.length > 0) && isChat
    ? messages
    : null;
}

function headerOf(line: string, next: string): Header | null {
  const named = sure.map((each) => each.exec(line)?.[1]).find((each) => each !== undefined);
  if (named !== undefined) return { speaker: named, doubtful: null, lines: 1 };
  const [, speaker, time] = doubtful.exec(line) ?? [];
  if (speaker !== undefined && time !== undefined && isName(speaker))
    return { speaker, doubtful: time, lines: 1 };
  if (isTimeAlone(line) || line.length > 60) return null;
  if (timeBelow.test(next)) return { speaker: line, doubtful: null, lines: 2 };
  return isTimeAlone(next) && isName(line)
    ? { speaker: line, doubtful: next.trim(), lines: 2 }
    : null;
}

/** Returns whether a text may be a name: up to four words that begin with capitals, or one. */
function isName(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return (
    words.length === 1 ||
    (words.length <= 4 && words.every((each) => /^[\p{Lu}\p{Lo}(]/u.test(each)))
  );
}
