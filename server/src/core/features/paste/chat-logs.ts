import { stamp, type Message } from './chat-message.ts';

const nick = '[@+%&~ ]?([^\\s<>]+)';

/** A message a line; a text that is indented below goes on with it. */
const logLines: readonly RegExp[] = [
  /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\t[@+%&~ ]?([^\t]{1,40})\t(.*)$/,
  new RegExp(
    `^${stamp}[ \\t]+From[ \\t]+(.+?)(?:[ \\t]+to[ \\t]+[^:]+?)?[ \\t]*:[ \\t]*(.*)$`,
    'i',
  ),
  new RegExp(`^(?:[[(]?${stamp}[\\])]?[ \\t]+)?<${nick}>[ \\t]?(.*)$`),
  new RegExp(`^[[(]${stamp}[\\])][ \\t]*([^:<>*]{1,60}?)[ \\t]*:(?:[ \\t]+(.*)|)$`),
  new RegExp(`^${stamp}[ \\t]+(?:- )?([^:<>*\\d][^:<>*]{0,59}?)[ \\t]*:(?:[ \\t]+(.*)|)$`),
];

/** What somebody did, by `/me`. */
const deed = new RegExp(`^[[(]?${stamp}[\\])]?[ \\t]+\\*[ \\t]+(\\S.*)$`);

/** Notes of a chat program on who joined and left. */
const notice = new RegExp(
  `^(?:[[(]?${stamp}[\\])]?[ \\t]+)?(?:\\*(?:\\*\\*)?|-!-|-->|<--|---)[ \\t].*\\b(?:join|joins|joined|part|parts|parted|left|leaves|quit|has set|is now known)\\b.*$`,
  'i',
);

/** Returns the messages of a log with one a line; null for a text of another kind. */
export function readLogLines(lines: readonly string[]): readonly Message[] | null {
  const messages: { speaker: string | null; lines: string[] }[] = [];
  let others = 0;
  for (const line of lines) {
    if (line.trim() === '' || notice.test(line)) continue;
    const match = logLines
      .map((pattern) => pattern.exec(line.trimEnd()))
      .find((each) => each !== null);
    const [, speaker, said = ''] = match ?? [];
    const done = deed.exec(line.trimEnd())?.[1];
    if (speaker !== undefined) messages.push({ speaker: speaker.trim(), lines: [said] });
    else if (done !== undefined) messages.push({ speaker: null, lines: [done] });
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
    logLines.slice(0, 3).some((each) => each.test(lines[0] ?? ''))
  );
}
