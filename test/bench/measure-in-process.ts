// Runs in a process of its own: `measure-in-process.ts SIZE` prints what an edit costs without the protocol.
import { noHistory } from '../../server/src/core/meetings/history.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readMinutes, type Minutes } from '../../server/src/core/minutes/read-minutes.ts';
import { checkMinutes, type CheckInput } from '../../server/src/core/checking/check-minutes.ts';
import { createReportCache } from '../../server/src/core/checking/report-cache.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import type { Matcher } from '../../server/src/core/matching/matcher.ts';
import { createCarets, typed } from './carets.ts';
import { distributionOf } from './distribution.ts';
import { generateMinutes, template } from './generate-minutes.ts';

console.log(JSON.stringify(measure(Number(process.argv[2]))));

function measure(size: number): object {
  const parsed = readTemplate(template, 'weekly.md');
  const reportCache = createReportCache();
  let text = generateMinutes(size);
  let document = parseMarkdown('');
  let minutes = readMinutes(document);
  const read = (): void => {
    document = parseMarkdown(text, document);
    minutes = readMinutes(document, minutes);
  };
  const check = (): void => {
    checkMinutes(inputOf(minutes, parsed), reportCache);
  };

  const outline = timed(read);
  const first = timed(check);
  const carets = createCarets(text);
  const press = (index: number): void => {
    const at = carets.next(1);
    const key = typed.charAt(Math.floor(index / carets.count) % typed.length);
    text = `${text.slice(0, at)}${key}${text.slice(at)}`;
  };
  const edits = Array.from({ length: 300 }, (_, index) => {
    press(index);
    const parts = [timed(read), timed(() => parsed.matchOf(minutes)), timed(check)];
    return [...parts, parts.reduce((sum, part) => sum + part)];
  });
  const allocated = allocatedBy(20, (index) => {
    press(index);
    read();
    check();
  });
  const [parse, match, key] = [0, 1, 3].map((column) =>
    distributionOf(edits.slice(3).map((row) => row[column] ?? 0)),
  );
  return { outline, first, parse, match, key, allocated };
}

function inputOf(minutes: Minutes, parsed: Matcher): CheckInput {
  return {
    minutes,
    fileName: null,
    template: parsed,
    roster: null,
    today: '2020-01-01',
    profile: 'auto',
    severities: {},
    history: noHistory,
  };
}

/** Returns the kilobytes that a piece of work allocates each time; the young generation has room for all of it. */
function allocatedBy(times: number, work: (index: number) => void): number {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  for (let index = 0; index < times; index++) work(index);
  return (process.memoryUsage().heapUsed - before) / 1024 / times;
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
