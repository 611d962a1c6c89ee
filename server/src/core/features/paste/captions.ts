import { isTimeAlone, type Message } from './chat-message.ts';
import { isMarked } from './scribe-marks.ts';

const cueTimes = /^\d{1,2}:\d{2}(?::\d{2})?[.,]\d{1,3}[ \t]+-->[ \t]/;
const named = /^(\p{L}[^:<>]{0,40}): (.+)$/u;

/**
 * Returns what captions say: a number and times are above each text, of which a voice tag or a name before a colon
 * says whose it is. Null for a text of another kind.
 */
export function readCaptions(lines: readonly string[]): readonly Message[] | null {
  if (!lines.some((line) => cueTimes.test(line))) return null;
  const messages: { speaker: string | null; lines: string[] }[] = [];
  lines.forEach((line, index) => {
    const text = line.trim();
    const isNumber =
      /^(?:\d+|[\w-]+\/\d+-\d+)$/.test(text) && cueTimes.test(lines[index + 1] ?? '');
    if (text === '' || cueTimes.test(line) || isNumber || /^(?:WEBVTT|NOTE\b)/.test(line)) return;
    const [, speaker = null, said = text] =
      /^<v(?:\.[^ \t>]+)*[ \t]+([^>]+)>(.*?)(?:<\/v>)?$/.exec(text) ??
      (isMarked(text) ? null : named.exec(text)) ??
      [];
    const plain = decoded(said.replace(/<\/?[vcibu](?:[. \t][^>]*)?>/g, '').trim());
    const last = messages.at(-1);
    const goesOn = last !== undefined && (speaker === null || speaker === last.speaker);
    if (goesOn && !isMarked(plain)) last.lines.push(plain);
    else messages.push({ speaker: speaker ?? last?.speaker ?? null, lines: [plain] });
  });
  return messages.map((message) => ({ ...message, lines: [message.lines.join(' ')] }));
}

/** The character references of WebVTT. */
function decoded(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;/g, ' ')
    .replace(/&(?:lrm|rlm);/g, '')
    .replace(/&amp;/g, '&');
}

/**
 * Returns what a transcript says: a name before each text, and a time alone above some of them.
 * Null for a text of another kind.
 */
export function readTranscript(lines: readonly string[]): readonly Message[] | null {
  const begin = lines.findIndex((line) => isTimeAlone(line) && /\d:\d+:\d/.test(line));
  const isSaid = (line: string): boolean => line.trim() !== '' && !isTimeAlone(line);
  const said = lines.slice(begin).filter(isSaid);
  const speakers = said.filter((line) => named.test(line.trim())).length;
  if (begin === -1 || speakers < 2 || speakers * 2 < said.length) return null;
  const above = lines.slice(0, begin).filter(isSaid);
  return [
    ...above.map((line) => ({ speaker: null, lines: [line.trim()] })),
    ...said.map((line): Message => {
      const [, speaker = null, text = line.trim()] = named.exec(line.trim()) ?? [];
      return { speaker, lines: [text] };
    }),
  ];
}
